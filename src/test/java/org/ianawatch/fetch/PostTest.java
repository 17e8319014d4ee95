package org.ianawatch.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.ianawatch.made.Hang;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-08T12:00:00Z"), ZoneOffset.UTC);

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int status = 200;
    private Map<String, String> headers = Map.of();
    private String body = "";

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void sendsWhatItIsGivenAndIntroducesItself() throws NoAnswerException, InterruptedException {
        body = "fine";
        Post.Answer answer = post(Map.of())
                .send(url("/hook?a=b"), Map.of("X-Kind", "test"), "{\"é\"}".getBytes(StandardCharsets.UTF_8));
        assertEquals(new Post.Answer(200, null, "fine"), answer);
        assertEquals(
                List.of("POST /hook?a=b X-Kind=test User-Agent=ianawatch/1.2.3" + " Proxy-Authorization=null {\"é\"}"),
                requests);
    }

    @Test
    void followsNoRedirect() throws NoAnswerException, InterruptedException {
        status = 307;
        headers = Map.of("Location", url("/elsewhere").toString());
        assertEquals(307, send().status());
        assertEquals(1, requests.size());
    }

    @Test
    void asksOnceWhateverTheServerSays() throws NoAnswerException, InterruptedException {
        status = 503;
        assertEquals(503, send().status());
        assertEquals(1, requests.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "0|PT0S",
                "120|PT2M",
                "1.5|PT1.5S",
                "Sun, 08 Nov 2026 12:00:30 GMT|PT30S",
                "Sun, 08 Nov 2026 11:00:00 GMT|PT0S",
                "Sun, 08 Nov 2037 11:00:00 GMT|PT24H",
                "86401|PT24H",
                "99999999999999999999|PT24H",
                "soon|null",
                "-5|null",
            })
    void saysHowLongToWait(String header, String wait) throws NoAnswerException, InterruptedException {
        status = 429;
        headers = Map.of("Retry-After", header);
        assertEquals(wait == null ? null : Duration.parse(wait), send().retryAfter());
    }

    @Test
    void saysNoTimeToWaitWhereTheServerDoesNot() throws NoAnswerException, InterruptedException {
        assertNull(send().retryAfter());
    }

    @Test
    void readsTheBeginningOfTheBodyOnly() throws NoAnswerException, InterruptedException {
        body = "x".repeat(5_000_000);
        assertEquals("x".repeat(1 << 16), send().excerpt());
    }

    @Test
    void goesByTheProxyOfTheEnvironment() throws NoAnswerException, InterruptedException {
        String proxy = "http://name:word@127.0.0.1:" + server.getAddress().getPort();
        Post.Answer answer =
                post(Map.of("http_proxy", proxy)).send(URI.create("http://hook.invalid/x"), Map.of(), new byte[0]);
        assertEquals(200, answer.status());
        assertTrue(requests.get(0).contains("POST http://hook.invalid/x"), requests.toString());
        assertTrue(requests.get(0).contains("Proxy-Authorization=Basic bmFtZTp3b3Jk"), requests.toString());
    }

    @Test
    void saysThatThereIsNobody() throws IOException {
        URI nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + free.getLocalPort() + "/secret");
        }
        NoAnswerException none =
                assertThrows(NoAnswerException.class, () -> post(Map.of()).send(nobody, Map.of(), new byte[0]));
        assertTrue(none.getMessage().startsWith("no connection to 127.0.0.1:" + nobody.getPort()), none.getMessage());
        assertFalse(none.getMessage().contains("secret"), none.getMessage());
        assertTrue(none.mayPass());
    }

    @Test
    void saysThatTheServerHangs() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI url = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");
            NoAnswerException none = assertThrows(NoAnswerException.class, () -> new Post(
                            new WebClient(Map.of()),
                            Hang.LIMIT,
                            Duration.ofMillis(100),
                            NOON,
                            new UserAgent("1.2.3", null))
                    .send(url, Map.of(), new byte[0]));
            assertEquals("not complete within 100 ms", none.getMessage());
            assertTrue(none.mayPass());
        }
    }

    @Test
    void takesTheStatusOfABodyThatNeverEnds() throws IOException, NoAnswerException, InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        try (ServerSocket slow = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> {
                try (Socket socket = slow.accept()) {
                    socket.getOutputStream()
                            .write("HTTP/1.1 202 Accepted\r\nContent-Length: 10\r\n\r\nbeg"
                                    .getBytes(StandardCharsets.US_ASCII));
                    done.await();
                } catch (IOException | InterruptedException failed) {
                    throw new IllegalStateException(failed);
                }
            });
            thread.start();
            Post brief = new Post(
                    new WebClient(Map.of()), Hang.LIMIT, Duration.ofSeconds(5), NOON, new UserAgent("1.2.3", null));
            URI url = URI.create("http://127.0.0.1:" + slow.getLocalPort() + "/");
            assertEquals(new Post.Answer(202, null, "beg"), brief.send(url, Map.of(), new byte[0]));
            done.countDown();
            thread.join();
        }
    }

    @Test
    void saysThatTheConnectionWasClosed() throws IOException, InterruptedException {
        try (ServerSocket closing = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> {
                try (Socket socket = closing.accept()) {
                    Objects.requireNonNull(socket).setSoLinger(true, 0);
                } catch (IOException failed) {
                    throw new IllegalStateException(failed);
                }
            });
            thread.start();
            URI url = URI.create("http://127.0.0.1:" + closing.getLocalPort() + "/");
            NoAnswerException none =
                    assertThrows(NoAnswerException.class, () -> post(Map.of()).send(url, Map.of(), new byte[0]));
            assertTrue(none.mayPass());
            thread.join();
        }
    }

    @Test
    void cannotPassWhereTheProxyIsNone() {
        NoAnswerException none =
                assertThrows(NoAnswerException.class, () -> post(Map.of("http_proxy", "socks5://proxy"))
                        .send(url("/"), Map.of(), new byte[0]));
        assertFalse(none.mayPass());
    }

    private Post.Answer send() throws NoAnswerException, InterruptedException {
        return post(Map.of()).send(url("/"), Map.of(), new byte[0]);
    }

    private static Post post(Map<String, String> environment) {
        return new Post(new WebClient(environment), Hang.LIMIT, Hang.LIMIT, NOON, new UserAgent("1.2.3", null));
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + header(exchange, "X-Kind")
                    + header(exchange, "User-Agent") + header(exchange, "Proxy-Authorization") + " " + text);
            headers.forEach(exchange.getResponseHeaders()::set);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException unread) {
            assertTrue(body.length() > 1 << 16, "a short answer is read to its end");
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return " " + name + "=" + exchange.getRequestHeaders().getFirst(name);
    }
}
