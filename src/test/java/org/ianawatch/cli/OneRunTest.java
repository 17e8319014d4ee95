package org.ianawatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.ianawatch.packaging.Tool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sync, a process of its own, keeps from others, and what it asks of the disk. */
class OneRunTest {
    private static final String HOOK =
            """
            [[rules]]
            name = "all"
            channels = "hook"

            [channels.hook]
            type = "teams"
            url = "${HOOK}"
            """;

    @TempDir
    private Path folder;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private Shell shell;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/ports.csv", OneRunTest::publish);
        server.createContext("/slow.csv", exchange -> {
            asked.countDown();
            await(released);
            publish(exchange);
        });
        server.createContext("/hook", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        shell = new Shell(home());
        assertEquals(0, shell.run("import", "snapshots/samples/2026-11-01.csv").exitCode());
    }

    @AfterEach
    void stop() {
        released.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void nothingIsHeldWhileTheServerTakesItsTime() throws Exception {
        Process sync = sync("--source", url("/slow.csv"), "--quiet");
        asked.await();

        assertEquals("many\n30\n", count());
        assertEquals("many\n30\n", count());

        released.countDown();
        assertEquals(0, end(sync));
        assertEquals("many\n33\n", count());
    }

    @Test
    void aCommandThatWaitsSaysForWhom() throws Exception {
        Process sync = sync("--source", url("/slow.csv"), "--quiet");
        asked.await();
        Process second = sync("--source", url("/ports.csv"), "--verbose", "--wait", "10m");

        try (BufferedReader said = second.inputReader(UTF_8)) {
            String wait = said.readLine();
            assertTrue(
                    wait.startsWith("ianawatch: waiting for ianawatch sync, process " + sync.pid() + ", since "), wait);
            released.countDown();
            assertEquals(0, end(sync));
            said.lines().forEach(line -> {});
            assertEquals(0, second.waitFor());
        }
    }

    @Test
    void aChangeIsStoredAndSentInOneOpeningAfterTheFetch() throws Exception {
        Tool.assumeInstalled("strace");
        Path trace = folder.resolve("trace");
        Path configuration = Files.writeString(folder.resolve("config.toml"), HOOK);
        List<String> command = new ArrayList<>(List.of("strace", "-f", "-qq", "-e", "trace=openat,connect", "-o"));
        command.add(trace.toString());
        command.addAll(command("--source", url("/ports.csv"), "--config", configuration.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("HOOK", url("/hook"));
        Process sync = builder.start();
        String said = new String(sync.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, sync.waitFor(), said);
        assertTrue(said.endsWith("Told hook.\n"), said);

        String port = "htons(" + server.getAddress().getPort() + ")";
        List<String> calls = Files.readAllLines(trace).stream()
                .filter(call -> call.contains(port) || call.contains("ianawatch.mv.db\""))
                .toList();
        int fetch = IntStream.range(0, calls.size())
                .filter(call -> calls.get(call).contains("connect("))
                .findFirst()
                .orElseThrow();
        List<String> before = calls.subList(0, fetch);
        List<String> after = calls.subList(fetch, calls.size()).stream()
                .filter(call -> call.contains("openat("))
                .toList();
        assertEquals(0, before.stream().filter(call -> call.contains("O_RDWR")).count(), said(calls));
        assertEquals(1, after.stream().filter(call -> call.contains("O_RDWR")).count(), said(calls));
        // For the checksum.
        assertEquals(1, after.stream().filter(call -> call.contains("O_RDONLY")).count(), said(calls));
        assertEquals(2, after.size(), said(calls));
    }

    private static String said(List<String> calls) {
        return String.join("\n", calls);
    }

    private Path home() {
        return folder.resolve("home");
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** It waits for nobody. */
    private String count() {
        return shell.run("sql", "--wait", "0s", "--format", "csv", "SELECT COUNT(*) AS \"many\" FROM registration")
                .out();
    }

    private List<String> command(String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "sync",
                "--home",
                home().toString()));
        command.addAll(List.of(words));
        return command;
    }

    private Process sync(String... words) throws IOException {
        return new ProcessBuilder(command(words)).redirectErrorStream(true).start();
    }

    private static int end(Process process) throws Exception {
        process.getInputStream().readAllBytes();
        return process.waitFor();
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            throw new IOException(ended);
        }
    }

    private static void publish(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = Files.readAllBytes(Path.of("snapshots/samples/2026-11-08.csv"));
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
