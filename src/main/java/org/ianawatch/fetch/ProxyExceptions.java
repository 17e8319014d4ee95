package org.ianawatch.fetch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The servers that {@code NO_PROXY} says are reached without a proxy, by the rules of curl: names separated by commas or
 * spaces, each for itself and for all below it, with a dot in front or not; addresses, and networks of them such as
 * {@code 10.0.0.0/8}; or {@code *} for all. Beyond curl, each may have a port.
 */
final class ProxyExceptions {
    private final List<String> entries;

    ProxyExceptions(String list) {
        this.entries = Arrays.stream(list.toLowerCase(Locale.ROOT).split("[,\\s]+", -1))
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    boolean cover(WebAddress server) {
        String host = withoutLastDot(server.bareHost().toLowerCase(Locale.ROOT));
        String port = String.valueOf(server.portOrDefault());
        return entries.stream().anyMatch(entry -> covers(entry, host, port));
    }

    private static boolean covers(String entry, String host, String port) {
        if (entry.equals("*")) {
            return true;
        }
        int colon = portSeparator(entry);
        if (colon >= 0 && !entry.substring(colon + 1).equals(port)) {
            return false;
        }
        String name = withoutLastDot(colon < 0 ? entry : entry.substring(0, colon));
        return Network.isAddress(host) ? Network.covers(withoutBrackets(name), host) : isBelow(name, host);
    }

    private static boolean isBelow(String name, String host) {
        String domain = name.startsWith(".") ? name.substring(1) : name;
        return !domain.isEmpty() && (host.equals(domain) || host.endsWith("." + domain));
    }

    /** The place of the colon before a port; the colons within a version 6 address separate none. */
    private static int portSeparator(String entry) {
        int last = entry.lastIndexOf(':');
        boolean isWithinAddress = last >= 0 && entry.indexOf(':') != last && entry.charAt(last - 1) != ']';
        return isWithinAddress || entry.endsWith("]") ? -1 : last;
    }

    private static String withoutBrackets(String address) {
        return address.replace("[", "").replace("]", "");
    }

    private static String withoutLastDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
