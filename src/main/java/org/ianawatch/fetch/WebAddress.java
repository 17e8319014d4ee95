package org.ianawatch.fetch;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The server that a URL of HTTP or HTTPS leads to. {@link URI} knows no host with an underscore, as networks of containers have
 * them, and none with letters beyond ASCII.
 *
 * @param isHttps HTTP otherwise
 * @param host a name, an address of version 4, or one of version 6 in brackets; ASCII
 * @param port up to nine digits, or -1 where the URL names none
 */
public record WebAddress(boolean isHttps, String host, int port) {
    static final int LAST_PORT = 65535;

    private static final Pattern SERVER =
            Pattern.compile("(\\[[0-9A-Fa-f:.]+\\]|[\\p{L}\\p{M}\\p{N}._-]+)(?::(\\d{0,9}))?");
    private static final String SECURE = "https";

    /** The server of a URL, or null for any other kind of address, and where no host can be read. */
    public static @Nullable WebAddress of(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        boolean isHttps = scheme.equals(SECURE);
        String authority = uri.getRawAuthority();
        if (authority == null || !(isHttps || scheme.equals("http"))) {
            return null;
        }
        return uri.getHost() == null
                ? of(isHttps, authority.substring(authority.lastIndexOf('@') + 1))
                : new WebAddress(isHttps, uri.getHost(), uri.getPort());
    }

    /** Whether a URL is one of HTTPS. */
    static boolean isHttps(URI uri) {
        WebAddress address = of(uri);
        return address != null && address.isHttps();
    }

    /** Reads {@code host} or {@code host:port}; null for anything else. */
    static @Nullable WebAddress of(boolean isHttps, String server) {
        Matcher matcher = SERVER.matcher(server);
        if (!matcher.matches()) {
            return null;
        }
        String port = matcher.group(2);
        try {
            String host = IDN.toASCII(matcher.group(1), IDN.ALLOW_UNASSIGNED);
            return new WebAddress(isHttps, host, port == null || port.isEmpty() ? -1 : Integer.parseInt(port));
        } catch (IllegalArgumentException noName) {
            return null;
        }
    }

    /** The host without the brackets of an address of version 6. */
    String bareHost() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    int portOrDefault() {
        return port >= 0 ? port : isHttps ? 443 : 80;
    }

    /** {@code host}, or {@code host:port} where the URL names one. */
    @Override
    public String toString() {
        return port < 0 ? host : host + ":" + port;
    }
}
