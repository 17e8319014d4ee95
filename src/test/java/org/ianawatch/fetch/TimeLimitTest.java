package org.ianawatch.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeLimitTest {
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Limits LONG = new Limits(
            Duration.ofMinutes(10),
            Duration.ofMinutes(10),
            Duration.ofMinutes(10),
            1,
            0,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1));
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

    @Test
    void anInterruptEndsAWait() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer(connection -> asked.countDown())) {
            FutureTask<Throwable> waiting = new FutureTask<>(() -> assertThrows(
                    InterruptedException.class,
                    () -> Download.plain().within(LONG).fetch(server.uri(), Validators.NONE)));
            Thread thread = new Thread(waiting);
            thread.start();
            asked.await();
            thread.interrupt();
            waiting.get();
        }
    }

    /** Java cannot be interrupted while it asks for the address of a name. */
    @Test
    void theTotalTimeIsForNamesToo() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        Download download = Download.plain().total(SHORT).resolving(new Names(Map.of()) {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                try {
                    end.await();
                } catch (InterruptedException interrupted) {
                    throw new IllegalStateException(interrupted);
                }
                return super.resolve(host);
            }
        });
        assertEquals(
                "cannot read http://slow.example/ports.csv: not complete within 200 ms;"
                        + " the next run asks again, or allow more with --timeout",
                download.failure(URI.create("http://slow.example/ports.csv")));
        end.countDown();
    }

    /** Each of them is an answer, and none is the last. */
    @Test
    void interimAnswersEndWithTheTotalTime() throws Exception {
        try (ScriptedServer server = new ScriptedServer(connection -> {
            try {
                while (true) {
                    ScriptedServer.saysAndHangs("HTTP/1.1 103 Early Hints\r\n\r\n")
                            .play(connection);
                }
            } catch (IOException closed) {
                connection.close();
            }
        })) {
            assertEquals(
                    "cannot read " + server.uri() + ": not complete within 200 ms;"
                            + " the next run asks again, or allow more with --timeout",
                    Download.plain().total(SHORT).failure(server.uri()));
        }
    }

    /** The server reads to the end of the connection. */
    @ParameterizedTest
    @ValueSource(strings = {NOTHING, HALF})
    void whatIsGivenUpIsClosed(String beginning) throws Exception {
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        try (ScriptedServer server = new ScriptedServer(connection -> {
            ScriptedServer.saysAndHangs(beginning).play(connection);
            try {
                closed.complete(connection.getInputStream().read() < 0);
            } catch (IOException reset) {
                closed.complete(true);
            }
        })) {
            Download.plain().total(SHORT).failure(server.uri());
            assertTrue(closed.get(10, TimeUnit.MINUTES));
        }
    }

    private static URI secure(ScriptedServer server) {
        return URI.create("https://" + server.address() + "/ports.csv");
    }
}
