package org.ianawatch.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ianawatch.packaging.Tool;
import org.ianawatch.packaging.Units;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service's filters let through what this JVM, the store, the download and the channels ask of the kernel. */
class SystemCallsIT {
    private static final Pattern CALL = Pattern.compile("(?m)^\\d+ +([a-z_0-9]+)\\(");
    private static final Pattern SOCKET = Pattern.compile(" socket\\((AF_\\w+)");
    private static final String CONFIGURATION =
            """
            [[rules]]
            name = "all"
            channels = ["feed", "copy"]

            [channels.feed]
            type = "atom"
            file = "ports.atom"
            url = "https://www.example.org/ports.atom"

            [channels.copy]
            type = "command"
            command = ["/bin/cp", "/dev/stdin", "%s"]
            """;

    @TempDir
    private static Path folder;

    private static String trace;

    @BeforeAll
    static void traceARun() throws Exception {
        Tool.assumeInstalled("strace");
        Tool.assumeInstalled("systemd-analyze");
        Installation installation = Installation.in(folder).withTheRealProgram();
        // No archive of classes is made, which would take long under the trace.
        Installation.script(installation.tools().resolve("mkdir"), "#!/bin/sh\nexit 1\n");
        Path copy = folder.resolve("copy.json");
        Path configuration = Files.writeString(folder.resolve("ianawatch.toml"), CONFIGURATION.formatted(copy));
        Path log = folder.resolve("trace");
        HttpServer server = serve(Path.of("snapshots/samples/2026-11-01.csv"));
        Tool traced;
        try {
            traced = Tool.run(
                    Map.of(
                            "PATH", installation.tools().toString(),
                            "JAVA_HOME", System.getProperty("java.home"),
                            "STATE_DIRECTORY", folder.resolve("state").toString(),
                            "IANAWATCH_CONFIG", configuration.toString()),
                    "strace",
                    "-f",
                    "-qq",
                    "-o",
                    log.toString(),
                    installation.launcher().toString(),
                    "sync",
                    "--quiet",
                    "--source",
                    "http://localhost:" + server.getAddress().getPort() + "/ports.csv");
        } finally {
            server.stop(0);
        }
        assertEquals(new Tool(0, ""), traced);
        assertTrue(Files.exists(copy) && Files.exists(folder.resolve("ports.atom")), "both channels delivered");
        trace = Files.readString(log);
    }

    @Test
    void everySystemCallIsLetThrough() throws Exception {
        Set<String> allowed = new HashSet<>();
        for (String filter : Units.values(Units.SYNC, "SystemCallFilter")) {
            boolean isDenied = filter.startsWith("~");
            for (String set : List.of(filter.substring(isDenied ? 1 : 0).split(" ", -1))) {
                Set<String> calls = calls(set);
                assertTrue(isDenied ? allowed.removeAll(calls) : allowed.addAll(calls), set);
            }
        }
        Set<String> used = found(CALL);
        assertTrue(used.size() > 50, used::toString);
        used.removeAll(allowed);
        assertEquals(Set.of(), used);
    }

    @Test
    void everyKindOfSocketIsLetThrough() throws IOException {
        Set<String> used = found(SOCKET);
        assertTrue(used.contains("AF_INET6") || used.contains("AF_INET"), used::toString);
        used.removeAll(List.of(
                Units.values(Units.SYNC, "RestrictAddressFamilies").get(0).split(" ", -1)));
        assertEquals(Set.of(), used);
    }

    private static Set<String> found(Pattern pattern) {
        return pattern.matcher(trace)
                .results()
                .map(call -> call.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What systemd means by the name of a set; sets hold others. */
    private static Set<String> calls(String name) throws IOException, InterruptedException {
        if (!name.startsWith("@")) {
            return Set.of(name);
        }
        Set<String> calls = new HashSet<>();
        Tool set = Tool.run("systemd-analyze", "syscall-filter", "--no-pager", name);
        for (String line : set.output().lines().skip(1).map(String::strip).toList()) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                calls.addAll(calls(line));
            }
        }
        return calls;
    }

    private static HttpServer serve(Path file) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] body = Files.readAllBytes(file);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        return server;
    }
}
