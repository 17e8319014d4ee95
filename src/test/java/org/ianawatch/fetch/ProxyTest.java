package org.ianawatch.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyTest {
    private static final String PASSWORD_IN_BASE64 = "Basic bWU6cyBlQ3JldA==";

    @ParameterizedTest
    @ValueSource(strings = {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
    void httpsGoesThroughATunnel(String variable) throws Exception {
        try (ConnectProxy proxy = ConnectProxy.open();
                WebServer server = secure()) {
            Download download = trusting(Map.of(variable, "http://" + proxy.address()));
            assertEquals("content", download.text(server.uri("/ports.csv")));
            assertEquals(List.of("CONNECT 127.0.0.1:" + server.port() + " HTTP/1.1"), proxy.requests());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http_proxy", "all_proxy", "ALL_PROXY"})
    void httpIsAskedOfTheProxy(String variable) throws Exception {
        try (ConnectProxy proxy = ConnectProxy.open();
                WebServer server = open()) {
            Download download = Download.plain().by(Map.of(variable, proxy.address()));
            assertEquals("content", download.text(server.uri("/ports.csv")));
            assertEquals(List.of("GET " + server.uri("/ports.csv") + " HTTP/1.1"), proxy.requests());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP_PROXY", "https_proxy", "HTTPS_PROXY"})
    void otherVariablesAreNotForHttp(String variable) throws Exception {
        try (ConnectProxy proxy = ConnectProxy.open();
                WebServer server = open()) {
            Download download = Download.plain().by(Map.of(variable, proxy.address()));
            assertEquals("content", download.text(server.uri("/ports.csv")));
            assertEquals(List.of(), proxy.requests());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"no_proxy", "NO_PROXY"})
    void exceptionsAreReachedStraight(String variable) throws Exception {
        try (ConnectProxy proxy = ConnectProxy.open();
                WebServer server = open()) {
            Download download = Download.plain().by(Map.of("http_proxy", proxy.address(), variable, "127.0.0.1"));
            assertEquals("content", download.text(server.uri("/ports.csv")));
            assertEquals(List.of(), proxy.requests());
        }
    }

    @Test
    void theProxyGetsThePasswordAndTheServerDoesNot() throws Exception {
        try (ConnectProxy proxy = ConnectProxy.wanting(PASSWORD_IN_BASE64);
                WebServer server = secure()) {
            Download download = trusting(Map.of("HTTPS_PROXY", "http://me:s%20eCret@" + proxy.address()));
            assertEquals("content", download.text(server.uri("/ports.csv")));
            assertEquals(List.of(), server.requests().get(0).header("Proxy-Authorization"));
        }
    }

    @Test
    void thePasswordGoesWithPlainHttpToo() throws Exception {
        try (ConnectProxy proxy = ConnectProxy.wanting(PASSWORD_IN_BASE64);
                WebServer server = open()) {
            Download download = Download.plain().by(Map.of("http_proxy", "me:s%20eCret@" + proxy.address()));
            assertEquals("content", download.text(server.uri("/ports.csv")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "HTTPS_PROXY, https, ''",
        "HTTPS_PROXY, https, me:wr0ng@",
        "http_proxy, http, ''",
        "http_proxy, http, me:wr0ng@"
    })
    void saysThatTheProxyWantsAPassword(String variable, String scheme, String userInfo) throws Exception {
        try (ConnectProxy proxy = ConnectProxy.wanting(PASSWORD_IN_BASE64)) {
            String message = Download.plain()
                    .retries(3)
                    .by(Map.of(variable, "http://" + userInfo + proxy.address()))
                    .failure(URI.create(scheme + "://registry.example/ports.csv"));
            assertEquals(
                    "cannot read " + scheme + "://registry.example/ports.csv: HTTP 407 Proxy Authentication Required;"
                            + " give the proxy's name and password in " + variable
                            + ", as http://name:password@host:port",
                    message);
            assertEquals(1, proxy.requests().size());
        }
    }

    @ParameterizedTest
    @CsvSource({"403, 1", "502, 3", "429, 3"})
    void saysThatTheProxyRefusesATunnel(int status, int tries) throws Exception {
        try (ConnectProxy proxy = ConnectProxy.refusing(status + " No")) {
            String message = Download.plain()
                    .retries(2)
                    .by(Map.of("HTTPS_PROXY", "http://me:eCret@" + proxy.address()))
                    .failure(URI.create("https://registry.example/ports.csv"));
            assertEquals(
                    "cannot read https://registry.example/ports.csv: the proxy " + proxy.address()
                            + " does not connect to registry.example (HTTP " + status + ")"
                            + (tries == 1 ? "" : " (" + tries + " tries in TIME)")
                            + "; check what the proxy allows, or list the host in NO_PROXY",
                    Download.timeless(message));
            assertEquals(tries, proxy.requests().size());
        }
    }

    @Test
    void saysThatTheProxyIsNotThere() throws Exception {
        String address;
        try (ConnectProxy closed = ConnectProxy.open()) {
            address = closed.address();
        }
        String message = Download.plain()
                .by(Map.of("HTTPS_PROXY", "http://me:eCret@" + address))
                .failure(URI.create("https://registry.example/ports.csv"));
        assertEquals(
                "cannot read https://registry.example/ports.csv: no connection to the proxy " + address
                        + " (Connection refused); check the network, the firewall, and HTTPS_PROXY if there is a proxy",
                message);
    }

    @Test
    void saysThatTheNameOfTheProxyIsNotKnown() {
        assertEquals(
                "cannot read https://registry.example/ports.csv: no address is known for the proxy"
                        + " proxy.invalid:3128; check the name, and this machine's DNS",
                Download.plain()
                        .by(Map.of("HTTPS_PROXY", "http://me:eCret@proxy.invalid:3128"))
                        .failure(URI.create("https://registry.example/ports.csv")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "socks5://me:eCret@127.0.0.1:1080 | asks for a proxy by socks5, and only http is possible",
                "HTTPS://me:eCret@127.0.0.1:3128  | asks for a proxy by https, and only http is possible",
                "http://me:eCret@                 | is no address of a proxy",
                "http://me:eCret@a b:3128         | is no address of a proxy",
                "http://me:eCret@a:65536          | is no address of a proxy",
                "me:eCret                         | is no address of a proxy"
            })
    void saysWhichVariableCannotBeUsed(String value, String what) {
        String message = Download.plain()
                .retries(3)
                .by(Map.of("all_proxy", value))
                .failure(URI.create("https://registry.example/ports.csv"));
        assertEquals(
                "cannot read https://registry.example/ports.csv: the environment variable all_proxy " + what
                        + "; set it to http://host:port, or list the host in NO_PROXY",
                message);
        assertFalse(message.contains("eCret"));
    }

    private static WebServer open() {
        return new WebServer().at("/ports.csv", Answer.content("content"));
    }

    private static WebServer secure() throws Exception {
        return new WebServer(Certificate.shared().identity()).at("/ports.csv", Answer.content("content"));
    }

    private static Download trusting(Map<String, String> proxies) throws Exception {
        return Download.plain().trusting(Certificate.shared().trust()).by(proxies);
    }
}
