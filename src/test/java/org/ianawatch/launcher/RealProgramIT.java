package org.ianawatch.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ianawatch.fetch.RehearsalServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program itself, started as a user starts it, from a folder whose name has a blank. */
class RealProgramIT {
    @TempDir
    private static Path folder;

    private static Installation installation;

    @BeforeAll
    static void install() throws IOException {
        Path configuration = folder.resolve("config.toml");
        Files.writeString(
                configuration,
                """
                [[rules]]
                name = "all"
                channels = "file"

                [channels.file]
                type = "command"
                command = ["/bin/sh", "-c", "cat > '%s'"]
                """
                        .formatted(folder.resolve("told")));
        installation = Installation.in(folder).withTheRealProgram().with("IANAWATCH_CONFIG", configuration.toString());
    }

    @Test
    void theAnswerIsAllThatReachesStandardOutput() throws Exception {
        Outcome outcome = installation.run("--version");

        assertEquals(0, outcome.exitCode());
        assertEquals("", outcome.errors());
        assertEquals(1, outcome.outputLines().size(), outcome::output);
        assertTrue(outcome.output().startsWith("ianawatch "), outcome::output);
    }

    @Test
    void theArchiveOfClassesIsMade() throws Exception {
        installation.run("--version");

        try (var archives = Files.newDirectoryStream(installation.target(), "*.jsa")) {
            assertTrue(Files.size(archives.iterator().next()) > 0, "java made no archive, or could not use it");
        }
    }

    /** In a folder without a blank: where there is one, 17 and 25 take no class of the program from an archive. */
    @Test
    void theArchiveHasWhatAQuestionLoads() throws Exception {
        Installation here = Installation.in(folder, "folder").withTheRealProgram();
        String home = folder.resolve("home").toString();
        here.run("import", here.directory().resolve("snapshots/samples").toString(), "--home", home);
        Path loaded = folder.resolve("loaded");

        Outcome outcome = here.with("IANAWATCH_JAVA_OPTIONS", "-Xlog:class+load:file=" + loaded)
                .run("port", "278", "--home", home);

        assertEquals(0, outcome.exitCode(), outcome::errors);
        List<String> lines = Files.readAllLines(loaded);
        assertTrue(
                lines.stream().anyMatch(line -> line.contains(" org.ianawatch.answer.AnswerFile ")),
                "nothing was loaded");
        assertEquals(
                List.of(),
                lines.stream()
                        .filter(line -> line.contains(" org.h2.") || line.contains(" org.ianawatch."))
                        .filter(line -> !line.contains("$$Lambda") && !line.contains("shared objects file"))
                        .toList());
    }

    /** Over TLS, as every real one is: of a changed file, and of one that is the same. */
    @Test
    void theArchiveHasWhatASyncLoads() throws Exception {
        Installation here = Installation.in(folder, "syncing").withTheRealProgram();
        Path samples = here.directory().resolve("snapshots/samples");
        String home = folder.resolve("synced").toString();
        here.run("import", samples.resolve("2026-11-01.csv").toString(), "--home", home);
        try (RehearsalServer server =
                RehearsalServer.serving(Files.readAllBytes(samples.resolve("2026-11-08.csv")), folder)) {
            for (String expected : List.of("Stored as snapshot 2", "the server says so")) {
                Path loaded = folder.resolve("loaded-by-a-sync");
                Outcome outcome = here.with(
                                "IANAWATCH_JAVA_OPTIONS",
                                "-Djavax.net.ssl.trustStore=" + server.authorities() + " -Xlog:class+load:file="
                                        + loaded)
                        .run("sync", "--source", server.uri().toString(), "--home", home);

                assertEquals(0, outcome.exitCode(), outcome::errors);
                assertEquals("", outcome.errors());
                assertTrue(outcome.output().contains(expected), outcome::output);
                List<String> lines = Files.readAllLines(loaded);
                assertTrue(lines.stream().anyMatch(line -> line.contains(" org.apache.hc.")), "nothing was loaded");
                assertEquals(
                        List.of(),
                        lines.stream()
                                .filter(line -> line.contains(" org.apache.hc.")
                                        || line.contains(" org.ianawatch.")
                                        || line.contains(" sun.security."))
                                .filter(line -> !line.contains("$$Lambda") && !line.contains("shared objects file"))
                                .toList());
            }
        }
    }

    /** The second address of a name serves, and the first refuses. */
    @Test
    void everyAddressOfANameIsTried() throws Exception {
        Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.2 two_addresses\n127.0.0.1 two_addresses\n");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] body = Files.readAllBytes(Path.of("snapshots/samples/2026-11-08.csv"));
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        String url = "http://two_addresses:" + server.getAddress().getPort() + "/ports.csv";
        Installation here = Installation.in(folder, "addresses").withTheRealProgram();
        here.with("IANAWATCH_JAVA_OPTIONS", "-Djdk.net.hosts.file=" + hosts);
        String home = folder.resolve("by addresses").toString();

        Outcome served = here.run("sync", "--source", url, "--home", home);
        server.stop(0);
        Outcome refused = here.run("sync", "--source", url, "--home", home, "--retries", "0");

        assertEquals(0, served.exitCode(), served::errors);
        assertEquals(3, refused.exitCode(), refused::output);
        assertEquals(
                "ianawatch: cannot read " + url + ": no connection to "
                        + url.replaceAll("http://|/ports.csv", "")
                        + " (127.0.0.2: Connection refused; 127.0.0.1: Connection refused); check the network, the"
                        + " firewall, and http_proxy if there is a proxy\n",
                refused.errors());
    }

    @Test
    void aJvmThatDoesNotStartSaysSoOnStandardErrorAlone() throws Exception {
        Installation here = Installation.in(folder, "third").withTheRealProgram();

        Outcome outcome = here.with("IANAWATCH_JAVA_OPTIONS", "-XX:+UseG1GC").run("--version");

        assertEquals("", outcome.output());
        assertTrue(outcome.errors().contains("Multiple garbage collectors selected"), outcome::errors);
        assertEquals(1, outcome.exitCode());
    }

    /** A library that looks for another one in all of them costs each start its time. */
    @Test
    void nothingIsLookedForThatIsNotThere() throws Exception {
        Installation here = Installation.in(folder, "another").withTheRealProgram();
        Path thrown = folder.resolve("thrown");

        Outcome outcome = here.with("IANAWATCH_JAVA_OPTIONS", "-Xlog:exceptions=info:file=" + thrown)
                .run("log", "--limit", "many");

        assertEquals(2, outcome.exitCode(), outcome::errors);
        String noted = Files.readString(thrown);
        assertTrue(noted.contains("java/lang/NumberFormatException"), noted);
        assertFalse(noted.contains("ClassNotFoundException"), noted);
    }

    @Test
    void nobodyIsToldOfTheMakingOfTheArchive() throws Exception {
        installation.run("--version");

        assertFalse(Files.exists(folder.resolve("told")), "the archive was made with the user's configuration");
    }

    @Test
    void wrongUsageIsTwoAndSaysSoOnStandardError() throws Exception {
        Outcome outcome = installation.run("no-such-command");

        assertEquals(2, outcome.exitCode());
        assertEquals("", outcome.output());
        assertFalse(outcome.errors().isBlank());
    }

    /** {@code /dev/full} is a disk without room. */
    @Test
    void anAnswerThatCannotBeWrittenIsAFailureUnlessItsReaderHasSeenEnough() throws Exception {
        String launcher = "'" + installation.launcher() + "' --help";
        Process full = new ProcessBuilder("sh", "-c", launcher + " > /dev/full").start();
        String errors = new String(full.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(3, full.waitFor());
        assertTrue(errors.startsWith("ianawatch: cannot write the whole answer to standard output: "), errors);

        Process left = new ProcessBuilder("sh", "-c", "{ " + launcher + "; echo $? >&2; } | true").start();
        assertEquals("0\n", new String(left.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    @Test
    void aChainOfSymbolicLinksLeadsHome() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("first link"), installation.launcher());
        Path relative = Files.createDirectories(folder.resolve("elsewhere")).resolve("ianawatch");
        Files.createSymbolicLink(relative, Path.of("../first link"));

        assertEquals(installation.run("--version"), Installation.end(installation.start(relative, "--version"), ""));
        assertEquals(installation.run("--version"), Installation.end(installation.start(link, "--version"), ""));
    }
}
