package org.ianawatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process that syncs has said while its alerts are still on their way. */
class SyncReportTest {
    @TempDir
    private Path folder;

    private final CountDownLatch reported = new CountDownLatch(1);

    /** The server answers after the report was read: one that waits for the answer is too late to be delivered. */
    @Test
    void theReportDoesNotWaitForTheAlerts() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        Path configuration = folder.resolve("config.toml");
        Files.writeString(
                configuration,
                """
                [[rules]]
                name = "all"
                channels = "hook"

                [channels.hook]
                type = "teams"
                url = "${HOOK}"
                """);
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "sync",
                "--source",
                "snapshots/samples/2026-11-01.csv",
                "--home",
                folder.resolve("home").toString(),
                "--config",
                configuration.toString());
        builder.environment()
                .put("HOOK", "http://127.0.0.1:" + server.getAddress().getPort());
        Process process = builder.redirectErrorStream(true).start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            reported.countDown();

            assertEquals("Stored snapshot 1", line.substring(0, Math.min(17, line.length())));
            assertEquals(0, process.waitFor());
        } finally {
            process.destroyForcibly();
            server.stop(0);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            reported.await();
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(202, -1);
        } catch (InterruptedException ended) {
            throw new IOException(ended);
        }
    }
}
