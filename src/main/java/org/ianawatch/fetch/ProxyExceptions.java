package org.ianawatch.fetch;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The servers that {@code NO_PROXY} says are reached without a proxy, by the rules of curl: names separated by commas or
 * spaces, each for itself and for all below it, with a dot in front or not, optionally with a port; or {@code *} for all.
 */
final class ProxyExceptions {
    private final List<String> entries;

    ProxyExceptions(String list) {
        this.entries = Arrays.stream(list.toLowerCase(Locale.ROOT).split("[,\\s]+", -1))
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    boolean cover(URI uri) {
        String host = withoutLastDot(uri.getHost().toLowerCase(Locale.ROOT));
        int port = uri.getPort() >= 0 ? uri.getPort() : Redirects.isHttps(uri) ? 443 : 80;
        return entries.stream().anyMatch(entry -> covers(entry, host, port));
    }

    private static boolean covers(String entry, String host, int port) {
        if (entry.equals("*")) {
            return true;
        }
        int colon = portSeparator(entry);
        if (colon >= 0 && !entry.substring(colon + 1).equals(String.valueOf(port))) {
            return false;
        }
        String name = withoutLastDot(colon < 0 ? entry : entry.substring(0, colon));
        name = name.startsWith(".") ? name.substring(1) : name;
        return !name.isEmpty() && (bare(host).equals(bare(name)) || host.endsWith("." + name));
    }

    /** The place of the colon before a port; the colons within a version 6 address separate none. */
    private static int portSeparator(String entry) {
        int last = entry.lastIndexOf(':');
        boolean isWithinAddress = last >= 0 && entry.indexOf(':') != last && entry.charAt(last - 1) != ']';
        return isWithinAddress || entry.endsWith("]") ? -1 : last;
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    private static String withoutLastDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
