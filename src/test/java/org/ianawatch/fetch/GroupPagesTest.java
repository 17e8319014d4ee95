package org.ianawatch.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupPagesTest {
    private static final String XML =
            "<?xml version='1.0'?><registry id='things'><title>Things</title><updated>2026-11-05</updated></registry>";
    private static final String XHTML = "<html><body><h1>Things in XHTML</h1></body></html>";

    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;

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
    void readsTheXmlBesideTheCsv() throws InterruptedException {
        pages.put("/assignments/things/things.xml", XML);
        assertEquals(new GroupPage("Things", "2026-11-05", null, null), beside("/assignments/things/things-1.csv"));
        assertEquals(List.of("/assignments/things/things.xml"), asked);
    }

    @Test
    void readsTheXhtmlWhereTheXmlSaysNothing() throws InterruptedException {
        pages.put("/assignments/things/things.xml", "<html>under maintenance</html>");
        pages.put("/assignments/things/things.xhtml", XHTML);
        assertEquals(new GroupPage("Things in XHTML", null, null, null), beside("/assignments/things/things.csv"));
    }

    @Test
    void saysWhyThereIsNothing() throws InterruptedException {
        String problem =
                Objects.requireNonNull(beside("/assignments/things/things.csv").problem());
        assertEquals("cannot read " + url("/assignments/things/things.xhtml") + ": HTTP 404 Not Found", problem);
    }

    @Test
    void asksEachPageOnceWhateverTheServerSays() throws InterruptedException {
        pages.put("/assignments/things/things.xml", "status 503");
        beside("/assignments/things/things.csv");
        assertEquals(List.of("/assignments/things/things.xml", "/assignments/things/things.xhtml"), asked);
    }

    @Test
    void saysWhichPageWasNotUnderstood() throws InterruptedException {
        pages.put("/assignments/things/things.xhtml", "<p>Hello");
        assertEquals(
                url("/assignments/things/things.xhtml") + " has no title and no date",
                beside("/assignments/things/things.csv").problem());
    }

    @Test
    void asksNothingBesideWhatIsInNoGroupsFolder() throws InterruptedException {
        assertEquals(GroupPage.NONE, beside("/registry.csv"));
        assertEquals(GroupPage.NONE, beside("/assignments/things/"));
        assertEquals(List.of(), asked);
    }

    private GroupPage beside(String path) throws InterruptedException {
        Fetcher fetcher =
                new Fetcher(new WebClient(Map.of()), Limits.DEFAULT, Clock.systemUTC(), new UserAgent("test", null));
        return new GroupPages(fetcher).beside(url(path));
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            String page = pages.getOrDefault(path, "status 404");
            if (page.startsWith("status ")) {
                exchange.sendResponseHeaders(Integer.parseInt(page.substring("status ".length())), -1);
                return;
            }
            byte[] body = page.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
