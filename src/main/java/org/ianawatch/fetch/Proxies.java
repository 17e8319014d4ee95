package org.ianawatch.fetch;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The proxies that the environment names, by the rules of curl. */
final class Proxies {
    /** curl's. */
    private static final int DEFAULT_PORT = 1080;

    // Java does not send a password for a tunnel unless it is told, before its client is first used, that it may.
    static {
        if (System.getProperty("jdk.http.auth.tunneling.disabledSchemes") == null) {
            System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
        }
    }

    /**
     * A proxy.
     *
     * @param authorization the value of {@code Proxy-Authorization}, or null
     */
    record Server(String host, int port, @Nullable String authorization) {
        String address() {
            return host + ":" + port;
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
        Setting setting = Redirects.isHttps(uri)
                ? first("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
                : first("http_proxy", "all_proxy", "ALL_PROXY");
        return setting.value().isEmpty() || exceptions.cover(uri) ? null : parse(setting);
    }

    /** The variable that names the proxy for such an address. */
    static String variable(URI uri) {
        return Redirects.isHttps(uri) ? "HTTPS_PROXY" : "http_proxy";
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

    private static Server parse(Setting setting) throws RefusedException {
        String text = setting.value().contains("://") ? setting.value() : "http://" + setting.value();
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException malformed) {
            throw refused(setting, "is no address of a proxy");
        }
        String host = uri.getHost();
        if (host == null || uri.getPort() > Redirects.LAST_PORT) {
            throw refused(setting, "is no address of a proxy");
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http")) {
            throw refused(setting, "asks for a proxy by " + scheme + ", and only http is possible");
        }
        return new Server(host, uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(), authorization(uri.getRawUserInfo()));
    }

    /** The value may hold a password and is not repeated. */
    private static RefusedException refused(Setting setting, String what) {
        return new RefusedException(
                "the environment variable " + setting.variable() + " " + what,
                "set it to http://host:port, or list the host in NO_PROXY");
    }

    private static @Nullable String authorization(@Nullable String userInfo) {
        if (userInfo == null) {
            return null;
        }
        // A plus sign stands for itself here, unlike in a form.
        String plain = URLDecoder.decode(userInfo.replace("+", "%2B"), StandardCharsets.UTF_8);
        String credentials = plain.contains(":") ? plain : plain + ":";
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
