package org.ianawatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ianawatch.cli.command.Parser;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.UsageException;
import org.ianawatch.cli.sync.SyncCommand;
import org.ianawatch.cli.sync.SyncOptions;
import org.ianawatch.cli.sync.WatchJob;
import org.ianawatch.made.MovableClock;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.StoreException;
import org.ianawatch.store.home.UnusableStoreException;
import org.ianawatch.store.home.WriterLock;
import org.ianawatch.watch.Board;
import org.ianawatch.watch.MetricsPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a watch does when it is time, and what it says. */
class WatchJobTest {
    private static final Instant START = Instant.parse("2026-11-01T06:00:00Z");
    private static final String RULE =
            """
            [[rules]]
            name = "lab"
            ports = "272-279"
            channels = "log"

            [channels.log]
            type = "command"
            """;

    private final MovableClock clock = new MovableClock(START);
    private final EditionServer server = new EditionServer(SessionTest.SAMPLES);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();
    private final Board board = new Board();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aCheckPrintsWhatSyncPrintsAndCountsHowItEnded() throws Exception {
        WatchJob job = job();

        assertTrue(job.check());
        server.next();
        assertTrue(job.check());
        assertTrue(job.check());

        assertTrue(text(out).startsWith("Stored snapshot 1 (2026-11-01), the first: 30 registrations."), text(out));
        assertTrue(text(out).contains("278/tcp assigned to foo (was unassigned, block 272-279)"), text(out));
        assertTrue(text(out).endsWith("No changes since snapshot 2 (2026-11-01) (the server says so).\n"), text(out));
        assertEquals("", text(error));
        assertEquals(Map.of("stored", 2L, "not_modified", 1L), checks());
    }

    @Test
    void quietlyItSaysNothingWhileNothingHappens() throws Exception {
        WatchJob job = job("--quiet");

        job.check();
        job.waits(START.plus(Duration.ofHours(6)), null);

        assertEquals("", text(out) + text(error));
    }

    @Test
    void aFailedCheckIsSaidAndTheNextOneIsAsEver() throws Exception {
        WatchJob job = job("--retries", "0");
        job.check();

        server.fail(503);
        assertTrue(job.check());
        server.fail(0);
        assertTrue(job.check());

        assertEquals(1, lines(error).size(), text(error));
        assertTrue(text(error).startsWith("ianawatch: cannot read http://127.0.0.1:"), text(error));
        assertEquals(Map.of("stored", 1L, "unreadable", 1L, "not_modified", 1L), checks());
    }

    @Test
    void whatTheGuardRefusesIsSaid() throws Exception {
        WatchJob job = job("--max-changed-rows", "0");
        job.check();
        server.next();

        assertTrue(job.check());

        assertTrue(text(error).startsWith("ianawatch: refused the download: "), text(error));
        assertEquals(Map.of("stored", 1L, "quarantined", 1L), checks());
    }

    @Test
    void aStoreThatIsHeldIsSaid() throws Exception {
        WatchJob job = job("--wait", "0s");
        job.check();
        WriterLock lock = WriterLock.acquire(home(), "import", START, Duration.ZERO);
        assertFalse(job.check());
        assertFalse(job.deliver());
        assertEquals(2, lines(error).size(), text(error));
        lock.close();

        assertTrue(job.deliver());
        assertTrue(text(error)
                .startsWith("ianawatch: the store in " + home().directory() + " is held by ianawatch import"));
        assertEquals(Map.of("stored", 1L, "busy", 1L), checks());
    }

    @Test
    void aStoreThatIsDamagedIsSaid() throws Exception {
        WatchJob job = job();
        job.check();
        Files.writeString(home().databaseFile(), "no database");

        job.check();
        job.unread(new StoreException("it cannot be read"));

        List<String> lines = lines(error);
        assertTrue(lines.get(0).contains(" of 11 bytes, and had "), text(error));
        assertEquals("ianawatch: the same command with --debug shows where", lines.get(1));
        assertEquals("ianawatch: it cannot be read", lines.get(lines.size() - 2));
        assertEquals(Map.of("stored", 1L, "failed", 1L), checks());
    }

    @Test
    void aHomeThatNeverWorkedEndsItAndOneThatDidDoesNot() throws Exception {
        Files.writeString(folder.resolve("home"), "no folder");
        WatchJob job = job();
        assertThrows(UnusableStoreException.class, job::check);

        Files.delete(folder.resolve("home"));
        assertTrue(job.check());
        try (Stream<Path> files = Files.walk(home().directory())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        Files.writeString(folder.resolve("home"), "no folder");

        assertFalse(job.check());
        assertFalse(job.deliver());
        assertEquals(Map.of("stored", 1L, "failed", 1L), checks());
    }

    @Test
    void whatFailedIsSentLater() throws Exception {
        Path missing = folder.resolve("folder");
        configure(RULE + "command = [\"sh\", \"-c\", \"cat >" + missing + "/received\"]\n");
        WatchJob job = job("--config", configuration().toString());
        job.check();
        assertTrue(text(error).startsWith("ianawatch: delivery 1 by log failed: sh ended with code"), text(error));

        Files.createDirectories(missing);
        clock.move(Duration.ofMinutes(5));
        assertTrue(job.deliver());

        assertTrue(Files.readString(missing.resolve("received")).contains("\"rule\":\"lab\""));
        String metrics = metrics();
        assertTrue(metrics.contains("{channel=\"log\",outcome=\"failed\"} 1.0\n"), metrics);
        assertTrue(metrics.contains("{channel=\"log\",outcome=\"delivered\"} 1.0\n"), metrics);
        assertTrue(metrics.contains("{channel=\"log\",outcome=\"refused\"} 0.0\n"), metrics);
    }

    @Test
    void aGoodConfigurationIsInForceFromTheNextCheckOn() throws Exception {
        configure(RULE + "command = [\"true\"]\n");
        WatchJob job = job("--config", configuration().toString());
        configure("[source]\nurl = \"" + server.url() + "\"\n");

        job.reload();

        assertEquals(
                "ianawatch: the configuration was read again, and is in force from the next check on: "
                        + configuration() + " (0 rules, 0 channels)\n",
                text(error));
        assertTrue(metrics().contains("ianawatch_configuration_last_reload_successful 1.0\n"));
        job.check();
        assertTrue(metrics().contains("{channel=\"log\",outcome=\"delivered\"} 0.0\n"), metrics());
    }

    @Test
    void aBadConfigurationIsSaidWithAllThatIsWrongAndTheOneBeforeStays() throws Exception {
        configure(RULE + "command = [\"true\"]\n");
        WatchJob job = job("--config", configuration().toString());
        configure("[source]\nulr = 1\n[sauce]\n");

        job.reload();
        job.check();

        List<String> lines = lines(error);
        assertEquals(4, lines.size(), text(error));
        assertTrue(lines.get(0).contains(":2: unknown key 'ulr'"), text(error));
        assertTrue(lines.get(1).contains(":3: "), text(error));
        assertEquals("ianawatch: the configuration that was read before stays in force", lines.get(3));
        assertTrue(metrics().contains("ianawatch_configuration_last_reload_successful 0.0\n"));
        assertTrue(metrics().contains("{channel=\"log\",outcome=\"delivered\"} 1.0\n"), metrics());
    }

    @Test
    void aConfigurationThatWasNamedAndIsGoneChangesNothing() throws Exception {
        configure(RULE + "command = [\"true\"]\n");
        WatchJob job = job("--config", configuration().toString());
        Files.delete(configuration());

        job.reload();
        job.check();

        assertTrue(text(error).contains("--config names it, and there is no such file"), text(error));
        assertTrue(metrics().contains("{channel=\"log\",outcome=\"delivered\"} 1.0\n"), metrics());
    }

    /** The file in the user's folder may come and go. */
    @Test
    void aConfigurationThatNobodyNamedMayComeAndGo() throws Exception {
        WatchJob job = job();
        Path file = Files.createDirectories(folder.resolve("user/ianawatch")).resolve("config.toml");
        Files.writeString(file, RULE + "command = [\"true\"]\n");
        job.reload();
        job.check();
        Files.delete(file);
        job.reload();
        assertTrue(job.deliver());

        assertEquals(
                List.of(
                        "ianawatch: the configuration was read again, and is in force from the next check on: " + file
                                + " (1 rule, 1 channel)",
                        "ianawatch: the configuration was read again, and is in force from the next check on: there is no"
                                + " file, so the defaults"),
                lines(error));
        assertTrue(metrics().contains("{channel=\"log\",outcome=\"delivered\"} 1.0\n"), metrics());
    }

    @Test
    void howItGoesOnIsSaid() throws Exception {
        WatchJob job = job();
        Instant check = START.plus(Duration.ofHours(6));

        job.waits(check, null);
        job.check();
        job.waits(check, START.plus(Duration.ofMinutes(5)));
        job.waits(check, check);

        assertEquals(
                List.of(
                        "ianawatch: 2026-11-01T06:00:00Z: the last check is recent; the next check is at 2026-11-01T12:00:00Z",
                        "ianawatch: 2026-11-01T06:00:00Z: the next check is at 2026-11-01T12:00:00Z, a delivery is tried at 2026-11-01T06:05:00Z",
                        "ianawatch: 2026-11-01T06:00:00Z: the next check is at 2026-11-01T12:00:00Z"),
                lines(error));
    }

    @Test
    void standardInputIsNoSource() {
        var refused = assertThrows(UsageException.class, () -> job("--source", "-"));

        assertTrue(refused.getMessage().startsWith("standard input can be read once"), refused.getMessage());
    }

    private WatchJob job(String... arguments) throws Exception {
        Console console = new Console(
                InputStream.nullInputStream(),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(error, false, StandardCharsets.UTF_8),
                Map.of(
                        "IANAWATCH_HOME",
                        home().directory().toString(),
                        "IANAWATCH_SOURCE",
                        server.url(),
                        "XDG_CONFIG_HOME",
                        folder.resolve("user").toString()),
                clock,
                false,
                false,
                false);
        return new WatchJob(
                new SyncOptions(Parser.parse(SyncCommand.COMMAND, List.of(arguments), START)
                        .values()),
                board,
                console);
    }

    private Home home() {
        return new Home(folder.resolve("home"), PortRegistry.REGISTRY);
    }

    private Path configuration() {
        return folder.resolve("configuration.toml");
    }

    private void configure(String text) throws Exception {
        Files.writeString(configuration(), text);
    }

    private Map<String, Long> checks() {
        Map<String, Long> checks = new TreeMap<>();
        metrics()
                .lines()
                .filter(line -> line.startsWith("ianawatch_checks_total") && !line.endsWith(" 0.0"))
                .forEach(line -> checks.put(line.replaceAll(".*outcome=\"(.*)\".*", "$1"), (long)
                        Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))));
        return checks;
    }

    private String metrics() {
        return new String(new MetricsPage(board, clock, "test").answer(null).body(), StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }

    private static List<String> lines(ByteArrayOutputStream stream) {
        return text(stream).lines().toList();
    }
}
