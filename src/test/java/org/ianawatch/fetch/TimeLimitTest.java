package org.ianawatch.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeLimitTest {
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final String NOTHING = "";
    private static final String HEAD = "HTTP/1.1 200 OK\r\n";
    private static final String HALF = "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\ncontent";
    private static final String HALF_CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\ncontent";

    @ParameterizedTest
    @ValueSource(strings = {NOTHING, HEAD, HALF, HALF_CHUNKED})
    void idle(String beginning) throws Exception {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.saysAndHangs(beginning))) {
            assertEquals(
                    "cannot read " + server.uri() + ": nothing came from " + server.address()
                            + " for 200 ms; the next run asks again, or allow more with --idle-timeout",
                    Download.plain().idle(SHORT).failure(server.uri()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {NOTHING, HEAD, HALF, HALF_CHUNKED})
    void total(String beginning) throws Exception {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.saysAndHangs(beginning))) {
            assertEquals(
                    "cannot read " + server.uri() + ": not complete within 200 ms;"
                            + " the next run asks again, or allow more with --timeout",
                    Download.plain().total(SHORT).failure(server.uri()));
        }
    }

    /** A server of TLS that does not answer the first greeting: to Java the connection is not made. */
    @Test
    void connect() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.saysAndHangs(NOTHING))) {
            URI uri = secure(server);
            assertEquals(
                    "cannot read " + uri + ": no connection to " + server.address() + " within 200 ms;"
                            + " check the network, the firewall, and HTTPS_PROXY if there is a proxy,"
                            + " or allow more with --connect-timeout",
                    Download.plain().connect(SHORT).failure(uri));
        }
    }

    @Test
    void idleWhileConnecting() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.saysAndHangs(NOTHING))) {
            URI uri = secure(server);
            assertEquals(
                    "cannot read " + uri + ": nothing came from " + server.address()
                            + " for 200 ms; the next run asks again, or allow more with --idle-timeout",
                    Download.plain().idle(SHORT).failure(uri));
        }
    }

    @Test
    void totalWhileConnecting() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.saysAndHangs(NOTHING))) {
            URI uri = secure(server);
            assertEquals(
                    "cannot read " + uri + ": not complete within 200 ms;"
                            + " the next run asks again, or allow more with --timeout",
                    Download.plain().total(SHORT).failure(uri));
        }
    }

    @Test
    void theTotalTimeIsForAllTries() throws Exception {
        try (ScriptedServer server = new ScriptedServer(
                ScriptedServer.says("HTTP/1.1 503 Busy\r\n\r\n"), ScriptedServer.saysAndHangs(HALF))) {
            String message = Download.plain()
                    .retries(1_000_000)
                    .total(Duration.ofMillis(400))
                    .failure(server.uri());
            assertEquals(
                    "cannot read " + server.uri() + ": not complete within 400 ms;"
                            + " the next run asks again, or allow more with --timeout",
                    Download.timeless(message).replace(" (2 tries in TIME)", ""));
        }
    }

    @Test
    void anInterruptEndsIt() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.saysAndHangs(NOTHING))) {
            Thread.currentThread().interrupt();
            assertThrows(
                    InterruptedException.class,
                    () -> Download.plain().retries(3).fetch(server.uri(), Validators.NONE));
        }
    }

    private static URI secure(ScriptedServer server) {
        return URI.create("https://" + server.address() + "/ports.csv");
    }
}
