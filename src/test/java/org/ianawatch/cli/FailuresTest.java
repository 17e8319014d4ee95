package org.ianawatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.ianawatch.cli.console.ExitCode;
import org.ianawatch.cli.console.Failures;
import org.ianawatch.cli.console.UnreadableFileException;
import org.ianawatch.cli.console.UsageException;
import org.ianawatch.fetch.SourceUnreadableException;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.store.home.StoreException;
import org.ianawatch.store.home.UnusableStoreException;
import org.ianawatch.store.home.WriterLock;
import org.ianawatch.sync.ImportRefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Exit codes, and what a person reads when something fails. */
class FailuresTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments(new UsageException("m"), 2, "m"),
                arguments(new UnusableStoreException("m"), 2, "m"),
                arguments(new SourceUnreadableException("m", null), 3, "m"),
                arguments(new UnreadableFileException("m", new IOException()), 3, "m"),
                arguments(new IOException("m"), 3, "cannot read or write: m"),
                arguments(new ImportRefusedException("m", true), 3, "m"),
                arguments(new ImportRefusedException("m", false), 4, "m"),
                arguments(new StoreBusyException("m"), 5, "m"),
                arguments(new StoreException("m"), 70, "m"),
                arguments(
                        new IllegalStateException("m"),
                        70,
                        "a defect of the program: java.lang.IllegalStateException: m"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void eachFailureHasItsExitCode(Exception failed, int exitCode, String message) {
        assertEquals(new Failures.Verdict(exitCode, message), Failures.judge(failed));
    }

    @Test
    void aStoreThatAnotherRunHoldsIsBusy() throws Exception {
        Shell shell = Shell.withSamples(folder);
        try (WriterLock lock = WriterLock.acquire(
                new Home(folder, PortRegistry.REGISTRY),
                "import",
                Instant.parse("2026-11-15T06:00:00Z"),
                Duration.ZERO)) {
            Shell.Ended ended = shell.run("sync", "--source", "pom.xml", "--wait", "0s");

            assertEquals(ExitCode.BUSY, ended.exitCode(), lock::toString);
            assertTrue(ended.error().contains("is held by ianawatch import, process "), ended.error());
        }
    }

    /** The second sample loses rows to the first. */
    @Test
    void aRefusedDownloadThatCannotBeKeptSaysWhy() throws Exception {
        Shell shell = Shell.withSamples(folder);
        Path quarantine = folder.resolve("quarantine");
        String[] sync = {"sync", "--source", "snapshots/samples/2026-11-01.csv"};

        Files.createSymbolicLink(quarantine, folder.resolve("unmounted"));
        assertEquals(
                new Shell.Ended(
                        2,
                        "",
                        "ianawatch: " + quarantine + " is a link to " + folder.resolve("unmounted")
                                + ", where nothing is: bring back what it leads to (is a disk not mounted?), or remove the link\n"),
                shell.run(sync));
        Files.delete(quarantine);
        Files.writeString(quarantine, "a file");
        assertEquals(
                new Shell.Ended(
                        2,
                        "",
                        "ianawatch: " + quarantine
                                + ", where refused downloads are kept, is no folder: move it away\n"),
                shell.run(sync));
        Files.delete(quarantine);
        assertEquals(4, shell.run(sync).exitCode());
    }

    @Test
    void onlyDebugShowsAStackTrace() throws Exception {
        Files.writeString(new Home(folder, PortRegistry.REGISTRY).databaseFile(), "not a database");
        Shell shell = new Shell(folder);

        Shell.Ended quiet = shell.run("log");
        Shell.Ended debug = shell.run("log", "--debug");

        assertEquals(ExitCode.DEFECT, quiet.exitCode());
        assertEquals(2, quiet.errorLines().size(), quiet.error());
        assertEquals(
                "ianawatch: the same command with --debug shows where",
                quiet.errorLines().get(1));
        assertTrue(debug.error().contains("\tat org.ianawatch.store."), debug.error());
    }

    @Test
    void aDamagedStoreFailsVerification() throws Exception {
        Shell shell = Shell.withSamples(folder);
        assertEquals("", shell.run("verify", "--quiet").out());
        String file = folder.resolve("ianawatch").toString();
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + file, "sa", "");
                var statement = connection.createStatement()) {
            statement.execute("DELETE FROM store.change_field; UPDATE store.snapshot SET byte_count = 1");
        }

        Shell.Ended ended = shell.run("verify");

        assertEquals(ExitCode.DEFECT, ended.exitCode());
        assertTrue(ended.error().contains(" problems in " + file + ".mv.db; restore a backup"), ended.error());
    }

    /** To be told to verify helps everybody but who does. */
    @ParameterizedTest
    @CsvSource({
        "change_field, 'FOLDER/ianawatch.mv.db; restore a backup, or import the history into a new home'",
        "snapshot, ; 'ianawatch restore --replace FILE' brings a backup back",
    })
    void whoVerifiesAStoreThatCannotBeReadIsToldOfTheBackup(String table, String advice) throws Exception {
        Shell shell = Shell.withSamples(folder);
        String file = folder.resolve("ianawatch").toString();
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + file, "sa", "");
                var statement = connection.createStatement()) {
            statement.execute("DROP TABLE store." + table + " CASCADE");
        }

        Shell.Ended ended = shell.run("verify");

        assertEquals(ExitCode.DEFECT, ended.exitCode());
        assertTrue(ended.error().contains(advice.replace("FOLDER", folder.toString())), ended.error());
        assertFalse(ended.error().contains("'ianawatch verify'"), ended.error());
    }

    @Test
    void aStoreThatAnotherProgramWroteToIsRefusedUntilItIsRestored() throws Exception {
        Shell shell = Shell.withSamples(folder);
        String before = shell.run("log").out();
        String file = folder.resolve("ianawatch").toString();
        DriverManager.getConnection("jdbc:h2:file:" + file, "sa", "").close();
        String backup = folder.resolve("backup.zip").toString();

        for (Shell.Ended refused : List.of(shell.run("port", "278"), shell.run("log"), shell.run("backup", backup))) {
            assertEquals(ExitCode.DEFECT, refused.exitCode());
            assertEquals("", refused.out());
            assertTrue(
                    refused.error()
                            .startsWith("ianawatch: the store " + file
                                    + ".mv.db is not as it was closed (it has the CRC-32 "),
                    refused.error());
        }
        Shell.Ended verified = shell.run("verify");
        assertEquals(ExitCode.DEFECT, verified.exitCode());
        assertTrue(
                verified.error()
                        .contains(
                                "every SHA-256 is as recorded, and rows and changes agree: 'ianawatch backup --portable FILE'"),
                verified.error());

        assertEquals(0, shell.run("backup", "--portable", backup).exitCode());
        assertEquals(0, shell.run("restore", "--replace", backup).exitCode());

        assertEquals(0, shell.run("verify").exitCode());
        assertEquals(before, shell.run("log").out());
    }

    @Test
    void colourIsForTerminals() {
        Shell shell = Shell.withSamples(folder);

        assertEquals(-1, shell.run("diff").out().indexOf('\u001B'));
        assertTrue(shell.atTerminal().run("diff").out().indexOf('\u001B') >= 0);
    }

    @Test
    void anImportShowsABarAtATerminal() {
        Shell.Ended ended = new Shell(folder).atTerminal().run("import", "snapshots/samples");

        assertEquals("Imported 2 snapshots with 2 changes; 0 files in the store already.\n", ended.out());
        assertTrue(ended.error().contains("100%"), ended.error());
    }

    @Test
    void quietCommandsAreQuiet() {
        Shell shell = new Shell(folder);

        assertEquals(new Shell.Ended(0, "", ""), shell.run("import", "--quiet", "snapshots/samples"));
        byte[] same = shell.run("export").out().getBytes(StandardCharsets.UTF_8);
        assertEquals(new Shell.Ended(0, "", ""), shell.run(same, "sync", "--quiet", "--source", "-"));
        assertEquals(new Shell.Ended(0, "", ""), shell.run("verify", "-q"));
    }

    @Test
    void exitCodesTellOfDifferencesWhereThatIsAskedFor() {
        Shell shell = Shell.withSamples(folder);

        assertEquals(1, shell.run("diff", "--exit-code").exitCode());
        assertEquals(0, shell.run("diff").exitCode());
        assertEquals(0, shell.run("diff", "1", "1", "--exit-code").exitCode());
        assertEquals(1, shell.run("diff", "--exit-code", "--port", "278").exitCode());
        assertEquals(0, shell.run("diff", "--exit-code", "--port", "22").exitCode());
        assertEquals(
                1,
                shell.run("sync", "--accept", "--exit-code", "--source", "snapshots/samples/2026-11-01.csv")
                        .exitCode());
        assertEquals(
                0,
                shell.run("sync", "--exit-code", "--source", "snapshots/samples/2026-11-01.csv")
                        .exitCode());
    }
}
