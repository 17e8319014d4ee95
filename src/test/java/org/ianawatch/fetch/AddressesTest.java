package org.ianawatch.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name with several addresses, of which servers here take 127.0.0.1 alone. */
class AddressesTest {
    private static final String CHECK = "; check the network, the firewall, and http_proxy if there is a proxy";

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.2 127.0.0.1", "127.0.0.1 127.0.0.2", "::1 127.0.0.1", "2001:db8::1 127.0.0.2 127.0.0.1"
            })
    void readsFromTheFirstThatTakesTheConnection(String addresses) throws Exception {
        try (WebServer server = new WebServer().at("/ports.csv", Answer.content("content"))) {
            Download download = Download.plain().knowing(Map.of("two.example", List.of(addresses.split(" "))));
            assertEquals("content", download.text(at("two.example", server.port())));
            assertEquals(
                    List.of("two.example:" + server.port()),
                    server.requests().get(0).header("Host"));
        }
    }

    @Test
    void sendsToTheFirstThatTakesTheConnection() throws Exception {
        try (WebServer server = new WebServer().at("/ports.csv", Answer.status(204))) {
            Names names = new Names(Map.of("two.example", List.of("127.0.0.2", "127.0.0.1")));
            Post post = new Post(
                    new WebClient(Map.of(), null, names),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(10),
                    Clock.systemUTC(),
                    new UserAgent("1.2.3", null));
            assertEquals(
                    204,
                    post.send(at("two.example", server.port()), Map.of(), new byte[0])
                            .status());
        }
    }

    @Test
    void goesByTheFirstAddressOfAProxyThatTakesTheConnection() throws Exception {
        try (ConnectProxy proxy = ConnectProxy.open();
                WebServer server = new WebServer().at("/ports.csv", Answer.content("content"))) {
            String port = proxy.address().replaceFirst(".*:", "");
            Download download = Download.plain()
                    .by(Map.of("http_proxy", "http://web_proxy:" + port))
                    .knowing(Map.of("web_proxy", List.of("127.0.0.2", "127.0.0.1")));
            assertEquals("content", download.text(server.uri("/ports.csv")));
        }
    }

    @Test
    void namesEachThatRefuses() throws Exception {
        int port = freePort();
        Download download = Download.plain().knowing(Map.of("two.example", List.of("127.0.0.2", "127.0.0.1")));
        assertEquals(
                "cannot read http://two.example:" + port + "/ports.csv: no connection to two.example:" + port
                        + " (127.0.0.2: Connection refused; 127.0.0.1: Connection refused)" + CHECK,
                download.failure(at("two.example", port)));
    }

    /** Connections that nobody accepts fill the queue of a listener, and then Linux keeps silent. */
    @Test
    void theLimitIsForEachAddress() throws Exception {
        List<Socket> queue = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.2"));
                ServerSocket another = new ServerSocket(full.getLocalPort(), 1, InetAddress.getByName("127.0.0.3"))) {
            int port = full.getLocalPort();
            for (ServerSocket listener : List.of(full, another, full, another)) {
                Socket socket = new Socket();
                socket.connect(listener.getLocalSocketAddress());
                queue.add(socket);
            }
            Download download = Download.plain()
                    .connect(Duration.ofMillis(100))
                    .knowing(Map.of("two.example", List.of("127.0.0.2", "127.0.0.1")));
            assertEquals(
                    "cannot read http://two.example:" + port + "/ports.csv: no connection to two.example:" + port
                            + " (127.0.0.2: no answer within 100 ms; 127.0.0.1: Connection refused)" + CHECK,
                    download.failure(at("two.example", port)));
            Download dead = Download.plain()
                    .connect(Duration.ofMillis(100))
                    .knowing(Map.of("two.example", List.of("127.0.0.3", "127.0.0.2")));
            assertTrue(
                    dead.failure(at("two.example", port))
                            .contains("no connection to two.example:" + port
                                    + " within 100 ms to any of 127.0.0.3, 127.0.0.2; check"),
                    dead.failure(at("two.example", port)));
            for (Socket socket : queue) {
                socket.close();
            }
        }
    }

    /** Who takes a connection has the answer: a certificate that is wrong there is not looked for elsewhere. */
    @Test
    void whatGoesWrongInTlsIsFinal() throws Exception {
        try (WebServer server = new WebServer(Certificate.shared().identity())) {
            Download download = Download.plain().knowing(Map.of("two.example", List.of("127.0.0.1", "127.0.0.2")));
            String message = download.failure(URI.create("https://two.example:" + server.port() + "/ports.csv"));
            assertTrue(message.contains("the certificate of two.example is not trusted"), message);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"web_1", "web_server.example", "5.web", "xn--bcher-kva.example"})
    void aHostMayHaveAnyName(String host) throws Exception {
        try (WebServer server = new WebServer().at("/old.csv", Answer.to(302, "/a/ports.csv"))) {
            server.at("/a/ports.csv", Answer.to(301, "//" + host + ":" + server.port() + "/b.csv"));
            server.at("/b.csv", Answer.content("content"));
            Download download = Download.plain().knowing(Map.of(host, List.of("127.0.0.1")));
            String url = "http://me:eCret@" + host + ":" + server.port() + "/old.csv";
            assertEquals("content", download.text(URI.create(url)));
            assertEquals(
                    List.of(host + ":" + server.port()),
                    server.requests().get(2).header("Host"));
        }
    }

    @Test
    void aHostMayHaveLettersBeyondAscii() throws Exception {
        try (WebServer server = new WebServer().at("/ports.csv", Answer.content("content"))) {
            Download download = Download.plain().knowing(Map.of("xn--bcher-kva.example", List.of("127.0.0.1")));
            assertEquals("content", download.text(at("bücher.example", server.port())));
        }
    }

    private static URI at(String host, int port) {
        return URI.create("http://" + host + ":" + port + "/ports.csv");
    }

    private static int freePort() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
