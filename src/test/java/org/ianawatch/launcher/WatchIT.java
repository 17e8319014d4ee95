package org.ianawatch.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.store.Store;
import org.ianawatch.store.Stores;
import org.ianawatch.store.Verification;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.WriterLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A watch as a process of its own: what signals do to it, in the middle of anything, and what it serves meanwhile. */
class WatchIT {
    private static final String WAITS = "the next check is at ";

    @TempDir
    private static Path program;

    private static Installation installation;

    @TempDir
    private Path folder;

    private Running watch;

    @BeforeAll
    static void install() throws Exception {
        installation = Installation.in(program).withTheRealProgram();
        installation.run("--version");
    }

    @AfterEach
    void end() {
        if (watch != null) {
            watch.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void aSleepingWatchEndsInOrder(String signal) throws Exception {
        try (HangingServer server = new HangingServer()) {
            start(server);
            watch.await(WAITS);

            assertEndsInOrder(signal);
            assertEquals(List.of(), problems());
        }
    }

    @Test
    void aDownloadThatHangsIsGivenUp() throws Exception {
        try (HangingServer server = new HangingServer(HangingServer.REGISTRY)) {
            start(server);
            server.await(HangingServer.REGISTRY);

            assertEndsInOrder("TERM");
            assertFalse(Files.exists(home().databaseFile()), "nothing came, and nothing is stored");
        }
    }

    @Test
    void aMessageWhoseChannelHangsComesUnderTheSameIdFromTheNextWatch() throws Exception {
        try (HangingServer server = new HangingServer(HangingServer.HOOK)) {
            Path configuration = configuration(server);
            start(server, "--config", configuration.toString());
            String message = server.message();

            assertEndsInOrder("TERM");
            assertEquals(List.of(), problems());

            server.release(HangingServer.HOOK);
            start(server, "--config", configuration.toString());
            assertEquals(message, server.message());
            watch.await(WAITS);
            assertEndsInOrder("TERM");
        }
    }

    @Test
    void aStoreThatAnotherProcessHoldsIsNotWaitedFor() throws Exception {
        try (HangingServer server = new HangingServer()) {
            WriterLock lock = lock();
            start(server, "--wait", "10m");
            while (!hasOpen(home().directory().resolve("writer.lock"))) {
                Thread.onSpinWait();
            }

            assertEnds("TERM");
            lock.close();
            assertEquals(0, server.requests());
        }
    }

    @Test
    void inTheMiddleOfWritingItWritesTheWholeOrNothing() throws Exception {
        try (HangingServer server = new HangingServer()) {
            for (int round = 0; round < 5; round++) {
                start(server);
                server.await(HangingServer.GROUP);
                assertEndsInOrder("TERM");
                if (Files.exists(home().databaseFile())) {
                    assertEquals(List.of(), problems());
                }
                empty(home().directory());
            }
        }
    }

    @Test
    void aRestartDoesNotAskTheServerAgainBeforeItIsTime() throws Exception {
        try (HangingServer server = new HangingServer()) {
            start(server);
            String first = watch.await(WAITS);
            assertEndsInOrder("TERM");
            int requests = server.requests();

            start(server);
            String second = watch.await(WAITS);
            assertEndsInOrder("TERM");

            assertEquals(requests, server.requests());
            assertTrue(second.contains("the last check is recent; "), second);
            assertEquals(first.substring(first.indexOf(WAITS)), second.substring(second.indexOf(WAITS)));
        }
    }

    /** A restart would ask for it again at once, and fail again. */
    @Test
    void aSourceThatDoesNotFitIntoMemoryDoesNotEndIt() throws Exception {
        Path large = folder.resolve("large.csv");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(100 << 20);
        }
        watch = new Running(installation
                .with("IANAWATCH_JAVA_OPTIONS", "-Xmx64m")
                .start(
                        installation.launcher(),
                        "watch",
                        "--every",
                        "6h",
                        "--home",
                        home().directory().toString(),
                        "--source",
                        large.toString()));
        installation.with("IANAWATCH_JAVA_OPTIONS", "");

        watch.await("the source has more than fits into java's memory (");
        watch.await(WAITS);
        assertEndsInOrder("TERM");
    }

    @Test
    void aHangupReadsTheConfigurationAgain() throws Exception {
        try (HangingServer server = new HangingServer()) {
            Path configuration = configuration(server);
            start(server, "--config", configuration.toString());
            watch.await(WAITS);

            Files.writeString(configuration, "[sauce]\n");
            watch.signal("HUP");
            watch.await("the configuration has 1 problem");
            watch.await("the configuration that was read before stays in force");

            Files.writeString(configuration, "");
            watch.signal("HUP");
            watch.await("is in force from the next check on: " + configuration + " (0 rules, 0 channels)");
            assertEndsInOrder("TERM");
        }
    }

    @Test
    void whoAsksIsAnsweredWhileTheDownloadHangs() throws Exception {
        try (HangingServer server = new HangingServer(HangingServer.REGISTRY)) {
            String address = startListening(server);
            server.await(HangingServer.REGISTRY);

            HttpResponse<String> health = get(address, "/health");
            assertEquals(503, health.statusCode());
            assertTrue(health.body().contains("\"reason\":\"no check has succeeded yet\""), health.body());
            assertTrue(get(address, "/metrics").body().contains("\nianawatch_snapshots 0.0\n"));
            assertEndsInOrder("TERM");
        }
    }

    /** More of them than there are threads, each with a request that never ends. */
    @Test
    void clientsThatAreSlowHoldUpNoOther() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try (HangingServer server = new HangingServer()) {
            URI address = URI.create(startListening(server));
            watch.await(WAITS);
            for (int count = 0; count < 20; count++) {
                Socket socket = new Socket(address.getHost(), address.getPort());
                slow.add(socket);
                OutputStream request = socket.getOutputStream();
                request.write("GET /health HTTP/1.1\r\nHost: me".getBytes(StandardCharsets.US_ASCII));
                request.flush();
            }

            assertEquals(200, get(address.toString(), "/health").statusCode());
            assertEndsInOrder("TERM");
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private void start(HangingServer server, String... options) throws IOException {
        watch = new Running(installation.start(
                installation.launcher(),
                Stream.concat(
                                Stream.of(
                                        "watch",
                                        "--every",
                                        "6h",
                                        "--home",
                                        home().directory().toString(),
                                        "--source",
                                        server.url(HangingServer.REGISTRY)),
                                Stream.of(options))
                        .toArray(String[]::new)));
    }

    /** Gives the address of its pages. */
    private String startListening(HangingServer server) throws IOException {
        start(server, "--listen", "0");
        String line = watch.await("serving http://");
        return line.substring(line.indexOf("http://"), line.indexOf("/health"));
    }

    private static HttpResponse<String> get(String address, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private Path configuration(HangingServer server) throws IOException {
        Files.writeString(folder.resolve("key"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n");
        return Files.writeString(
                folder.resolve("configuration.toml"),
                """
                [[rules]]
                name = "all"
                channels = "hook"

                [channels.hook]
                type = "webhook"
                url = "%s"
                secret_file = "key"
                """
                        .formatted(server.url(HangingServer.HOOK)));
    }

    private void assertEndsInOrder(String signal) throws Exception {
        assertEnds(signal);
        lock().close();
    }

    private void assertEnds(String signal) throws Exception {
        watch.signal(signal);
        Outcome outcome = watch.end();
        assertEquals(0, outcome.exitCode(), outcome::errors);
        assertTrue(outcome.errors().endsWith("ianawatch: ending, on SIG" + signal), outcome::errors);
    }

    private WriterLock lock() throws Exception {
        return WriterLock.acquire(home(), "test", Instant.parse("2026-11-01T06:00:00Z"), Duration.ZERO);
    }

    private List<String> problems() throws Exception {
        try (Store store = Stores.open(home(), Duration.ZERO)) {
            return Verification.problems(store);
        }
    }

    /** Whether the process has a file open, as Linux tells. */
    private boolean hasOpen(Path file) throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc", String.valueOf(watch.pid()), "fd"))) {
            return descriptors.anyMatch(descriptor -> isLinkTo(descriptor, file));
        }
    }

    private static boolean isLinkTo(Path link, Path file) {
        try {
            return Files.readSymbolicLink(link).equals(file);
        } catch (IOException gone) {
            return false;
        }
    }

    private static void empty(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(directory)) {
                    Files.delete(file);
                }
            }
        }
    }

    private Home home() {
        return new Home(folder.resolve("home"), PortRegistry.REGISTRY);
    }
}
