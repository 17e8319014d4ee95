package org.ianawatch.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The proxies that the environment names, by the rules of curl. */
final class Proxies {
    /** curl's. */
    private static final int DEFAULT_PORT = 1080;

    private static final Pattern ENCODED = Pattern.compile("%([0-9A-Fa-f]{2})");

    /**
     * A proxy.
     *
     * @param server where it is
     * @param authorization the value of {@code Proxy-Authorization}, or null
     */
    record Server(WebAddress server, @Nullable String authorization) {
        int port() {
            return server.port() < 0 ? DEFAULT_PORT : server.port();
        }

        String address() {
            return server.host() + ":" + port();
        }

        /** Without the password. */
        @Override
        public String toString() {
            return address();
        }
    }

    private final Map<String, String> environment;
    private final ProxyExceptions exceptions;

    Proxies(Map<String, String> environment) {
        this.environment = environment;
        this.exceptions = new ProxyExceptions(first("no_proxy", "NO_PROXY").value());
    }

    /**
     * The proxy by which an address is reached, or null for none.
     *
     * @throws RefusedException when the environment names one that cannot be used
     */
    @Nullable
    Server toReach(URI uri) throws RefusedException {
        // HTTP_PROXY is left out since a CGI program gets it from a client's header "Proxy" (CVE-2016-5385).
        Setting setting = WebAddress.isHttps(uri)
                ? first("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
                : first("http_proxy", "all_proxy", "ALL_PROXY");
        WebAddress server = WebAddress.of(uri);
        return setting.value().isEmpty() || server == null || exceptions.cover(server) ? null : parse(setting);
    }

    /** The address of the proxy in between, or null for none, and for one that cannot be used. */
    @Nullable
    String addressToReach(URI uri) {
        try {
            Server proxy = toReach(uri);
            return proxy == null ? null : proxy.address();
        } catch (RefusedException unusable) {
            return null;
        }
    }

    /** The variable that names the proxy for such an address. */
    static String variable(URI uri) {
        return WebAddress.isHttps(uri) ? "HTTPS_PROXY" : "http_proxy";
    }

    private record Setting(String variable, String value) {}

    private Setting first(String... variables) {
        for (String variable : variables) {
            String value = environment.getOrDefault(variable, "").strip();
            if (!value.isEmpty()) {
                return new Setting(variable, value);
            }
        }
        return new Setting(variables[0], "");
    }

    /** As curl: an at-sign may stand in the password, and what follows the host says nothing. */
    private static Server parse(Setting setting) throws RefusedException {
        int separator = setting.value().indexOf("://");
        String scheme =
                separator < 0 ? "http" : setting.value().substring(0, separator).toLowerCase(Locale.ROOT);
        String rest = separator < 0 ? setting.value() : setting.value().substring(separator + "://".length());
        String authority = rest.split("[/?#]", 2)[0];
        int at = authority.lastIndexOf('@');
        WebAddress server = WebAddress.of(false, authority.substring(at + 1));
        if (server == null || server.port() > WebAddress.LAST_PORT) {
            throw refused(setting, "is no address of a proxy");
        }
        if (!scheme.equals("http")) {
            throw refused(setting, "asks for a proxy by " + scheme + ", and only http is possible");
        }
        return new Server(server, at < 0 ? null : authorization(authority.substring(0, at)));
    }

    /** The value may hold a password and is not repeated. */
    private static RefusedException refused(Setting setting, String what) {
        return new RefusedException(
                "the environment variable " + setting.variable() + " " + what,
                "set it to http://host:port, or list the host in NO_PROXY");
    }

    private static String authorization(String userInfo) {
        String credentials = userInfo.contains(":") ? userInfo : userInfo + ":";
        return "Basic " + Base64.getEncoder().encodeToString(decoded(credentials));
    }

    /** A per cent sign before anything but two hexadecimal digits stands for itself, as for curl. */
    private static byte[] decoded(String text) {
        String octets = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return ENCODED.matcher(octets)
                .replaceAll(triplet ->
                        Matcher.quoteReplacement(Character.toString(HexFormat.fromHexDigits(triplet.group(1)))))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
