package org.ianawatch.cli.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.UsageException;
import org.ianawatch.watch.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients get of the pages, by HTTP. */
class PageServerTest {
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();
    private final Console console = new Console(
            InputStream.nullInputStream(),
            new PrintStream(error, true, StandardCharsets.UTF_8),
            new PrintStream(error, true, StandardCharsets.UTF_8),
            Map.of(),
            Clock.systemUTC(),
            false,
            false,
            false);
    private final HttpClient client = HttpClient.newHttpClient();
    private PageServer server;

    @BeforeEach
    void start() {
        Page page = accept -> new Page.Answer(
                accept == null ? 503 : 200, "text/plain", ("you accept " + accept).getBytes(StandardCharsets.UTF_8));
        Page defect = accept -> {
            throw new IllegalStateException("no way");
        };
        server = PageServer.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                new TreeMap<>(Map.of("/page", page, "/defect", defect)),
                console);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPageIsAnsweredAsItIs() throws Exception {
        var answer = send("GET", "/page?x=1", "text/plain");

        assertEquals(200, answer.statusCode());
        assertEquals("you accept text/plain", answer.body());
        assertEquals("text/plain", answer.headers().firstValue("Content-Type").orElseThrow());
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElseThrow());
        assertEquals(503, send("GET", "/page", null).statusCode());
    }

    @Test
    void headGetsAllButTheBody() throws Exception {
        var answer = send("HEAD", "/page", "text/plain");

        assertEquals(200, answer.statusCode());
        assertEquals("", answer.body());
        assertEquals("21", answer.headers().firstValue("Content-Length").orElseThrow());
        assertEquals("text/plain", answer.headers().firstValue("Content-Type").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/pages", "/page/", "/page/x", "/PAGE"})
    void whatIsNoPageIsNotFound(String path) throws Exception {
        var answer = send("GET", path, null);

        assertEquals(404, answer.statusCode());
        assertEquals("there is /defect and /page\n", answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE"})
    void whatIsNoReadingIsNotAllowed(String method) throws Exception {
        var answer = send(method, "/page", null);

        assertEquals(405, answer.statusCode());
        assertEquals("GET, HEAD", answer.headers().firstValue("Allow").orElseThrow());
    }

    @Test
    void aDefectIsSaidAndEndsNothing() throws Exception {
        assertEquals(500, send("GET", "/defect", null).statusCode());

        assertEquals(200, send("GET", "/page", "text/plain").statusCode());
        assertTrue(error.toString(StandardCharsets.UTF_8)
                .startsWith("ianawatch: a defect of the program, in answering for /defect: "));
    }

    @Test
    void anAddressThatIsTakenIsRefused() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetSocketAddress address = (InetSocketAddress) taken.getLocalSocketAddress();
            var refused = assertThrows(UsageException.class, () -> PageServer.start(address, Map.of(), console));

            assertEquals(
                    "cannot listen on 127.0.0.1:" + address.getPort()
                            + " (Address already in use); name another address with --listen",
                    refused.getMessage());
        }
    }

    @Test
    void aHostThatIsNotThereIsRefused() {
        InetSocketAddress nowhere = InetSocketAddress.createUnresolved("nowhere.invalid", 61_137);
        var refused = assertThrows(UsageException.class, () -> PageServer.start(nowhere, Map.of(), console));

        assertTrue(refused.getMessage().startsWith("cannot listen on nowhere.invalid:61137 ("), refused.getMessage());
    }

    private HttpResponse<String> send(String method, String path, String accept) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + server.address() + path))
                .method(method, BodyPublishers.noBody());
        if (accept != null) {
            request.header("Accept", accept);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
