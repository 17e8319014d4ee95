package org.ianawatch.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** One client for a run: a connection is used again, where it can be. */
class ConnectionTest {
    private final WebClient client = Download.plain().client();

    @Test
    void keepsAConnectionForAnotherRequest() throws Exception {
        try (WebServer server = new WebServer().at("/a", Answer.content("content"))) {
            assertEquals("content", text(server.uri("/a")));
            assertEquals("content", text(server.uri("/a")));
            List<WebServer.Request> requests = server.requests();
            assertEquals(requests.get(0).clientPort(), requests.get(1).clientPort());
        }
    }

    @Test
    void closesWhatIsIdle() throws Exception {
        try (WebServer server = new WebServer().at("/a", Answer.content("content"))) {
            assertEquals("content", text(server.uri("/a")));
            client.closeIdle();
            assertEquals("content", text(server.uri("/a")));
            List<WebServer.Request> requests = server.requests();
            assertNotEquals(requests.get(0).clientPort(), requests.get(1).clientPort());
        }
    }

    /** A server closes what it keeps when it likes, which is no failure. */
    @Test
    void makesAnotherConnectionWhereTheServerClosedTheFirst() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        String whole = "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\ncontent";
        try (ScriptedServer server = new ScriptedServer(
                connection -> {
                    ScriptedServer.says(whole).play(connection);
                    closed.countDown();
                },
                ScriptedServer.says(whole))) {
            assertEquals("content", text(server.uri()));
            closed.await();
            assertEquals("content", text(server.uri()));
            assertEquals(2, server.connections());
        }
    }

    private String text(URI uri) throws Exception {
        Fetcher fetcher =
                new Fetcher(client, Download.plain().limits(), Clock.systemUTC(), new UserAgent("1.2.3", null));
        Fetched.Downloaded downloaded = (Fetched.Downloaded) fetcher.fetch(uri, Validators.NONE);
        return new String(downloaded.bytes(), StandardCharsets.UTF_8);
    }
}
