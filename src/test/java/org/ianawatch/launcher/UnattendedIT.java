package org.ianawatch.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ianawatch.packaging.Tool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As a service runs the program: by a user who can write to the store's folder alone, with hardly any environment. */
class UnattendedIT {
    private static final String NOBODY = "65534";

    @TempDir
    private Path folder;

    private Installation installation;
    private Path state;

    @BeforeEach
    void install() throws Exception {
        installation = Installation.in(folder).withTheRealProgram();
        state = Files.createDirectory(folder.resolve("state"));
        permit(state, "rwxrwxrwx");
        permit(folder, "rwxr-xr-x");
    }

    @Test
    void theArchiveOfClassesIsUsedAndTheProgramsFolderLeftAsItIs() throws Exception {
        installation.run("--version");
        permit(installation.target(), "r-xr-xr-x");
        var before = files();

        // With this option a JVM that cannot use the archive does not start.
        assertEquals(new Outcome(0, "", ""), sync("2026-11-01", "IANAWATCH_JAVA_OPTIONS=-Xshare:on"));
        Outcome second = sync("2026-11-08", "IANAWATCH_JAVA_OPTIONS=-Xshare:on");

        assertEquals(0, second.exitCode());
        assertEquals("", second.errors());
        assertTrue(second.output().startsWith("278/tcp assigned to foo"), second::output);
        assertEquals(before, files());
    }

    @Test
    void withoutAnArchiveNoneIsMade() throws Exception {
        permit(installation.target(), "r-xr-xr-x");
        var before = files();

        assertEquals(new Outcome(0, "", ""), sync("2026-11-01"));

        assertTrue(Files.size(state.resolve("ianawatch.mv.db")) > 0);
        assertEquals(before, files());
    }

    /** A lock that all may write says nothing of the folder. */
    @Test
    void anOlderStoreThatIsNotOnesOwnSaysWhyItCannotBeRead() throws Exception {
        sync("2026-11-01");
        try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:file:" + state.resolve("ianawatch"), "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM store.\"flyway_schema_history\" WHERE \"version\" = '15'");
        }
        Files.deleteIfExists(state.resolve("ianawatch.crc32"));
        permit(state.resolve("writer.lock"), "rw-rw-rw-");
        permit(state, "r-xr-xr-x");
        String held = Files.readString(state.resolve("writer.lock"));

        assertEquals(
                new Outcome(
                        2,
                        "",
                        "ianawatch: the store in " + state
                                + " has to be brought up to date before it can be read (an older"
                                + " ianawatch wrote it, or one was killed), and cannot be written (permission denied); run"
                                + " 'ianawatch status' once as its owner, or copy the folder and name the copy with --home\n"),
                unattended(List.of(), "log"));
        assertEquals(held, Files.readString(state.resolve("writer.lock")));
    }

    @ParameterizedTest
    @CsvSource({
        "ianawatch.mv.db, ianawatch.mv.db, status",
        "ianawatch.mv.db, ianawatch.mv.db, verify",
        "ianawatch.crc32, ianawatch.crc32, verify",
        "., ianawatch.mv.db, log",
        "quarantine, quarantine/1-b53a55383d2f.csv, quarantine accept 1"
    })
    void whatOneMayNotReadIsSaidAsSuch(String closed, String named, String command) throws Exception {
        sync("2026-11-01");
        Path page = Files.writeString(folder.resolve("page.csv"), "<html>\n");
        permit(page, "rw-r--r--");
        unattended(List.of(), "sync", "--quiet", "--source", page.toString());
        permit(state.resolve(closed), "---------");
        try {
            assertEquals(
                    new Outcome(
                            3,
                            "",
                            "ianawatch: cannot read the store, " + state.resolve(named)
                                    + ": permission denied; run this as its owner, or see to the rights\n"),
                    unattended(List.of(), command.split(" ", -1)));
        } finally {
            permit(state.resolve(closed), "rwxrwxrwx");
        }
    }

    @Test
    void aBackupThatOneMayNotReadIsSaidAsSuch() throws Exception {
        sync("2026-11-01");
        Path backup = Files.writeString(folder.resolve("backup.zip"), "x");
        permit(backup, "---------");

        assertEquals(
                new Outcome(
                        3,
                        "",
                        "ianawatch: cannot restore " + backup + ": permission denied; what was stored is as it was\n"),
                unattended(List.of(), "restore", "--replace", backup.toString()));
    }

    private Outcome sync(String date, String... variables) throws IOException, InterruptedException {
        Path source = folder.resolve(date + ".csv");
        Files.copy(Path.of("snapshots/samples", date + ".csv"), source);
        permit(source, "rw-r--r--");
        return unattended(List.of(variables), "sync", "--quiet", "--source", source.toString());
    }

    private Outcome unattended(List<String> variables, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            Tool.assumeInstalled("setpriv");
            command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        command.addAll(List.of("env", "-i", "PATH=" + installation.tools(), "STATE_DIRECTORY=" + state));
        command.add("JAVA_HOME=" + System.getProperty("java.home"));
        command.addAll(variables);
        command.add(installation.launcher().toString());
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command).directory(Path.of("/").toFile()).start();
        return Installation.end(process, "");
    }

    private static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    private static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    /** The program's own, with the times of their last change. */
    private Map<Path, Object> files() throws IOException {
        Map<Path, Object> files = new TreeMap<>();
        try (var all = Files.walk(installation.directory())) {
            for (Path file : all.toList()) {
                files.put(file, Files.getLastModifiedTime(file));
            }
        }
        return files;
    }
}
