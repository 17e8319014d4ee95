package org.ianawatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code diff} of two files of a registry that is not of ports. */
class RegistryDiffTest {
    private static final String PORTS = "snapshots/samples/2026-11-01.csv";

    @TempDir
    private Path folder;

    private Shell shell;
    private String older;
    private String newer;

    @BeforeEach
    void write() throws IOException {
        shell = new Shell(folder.resolve("home"));
        older = file("made-parameters/made-codes/2026-01-01.csv", "Value,Name\n1,one\n2-9,Unassigned\n");
        newer = file("made-parameters/made-codes/2026-02-01.csv", "Value,Name\n1,one\n2,two\n3-9,Unassigned\n");
    }

    private String file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }

    private String said(String... arguments) {
        Shell.Ended ended = shell.run(arguments);
        assertEquals("", ended.error());
        return ended.out().replace(folder.toString(), "FOLDER");
    }

    @Test
    void thePathsNameTheRegistry() {
        assertEquals(
                """
                2 assigned to two (was unassigned, block 2-9)

                1 change (1 assigned) of made-parameters/made-codes from FOLDER/made-parameters/made-codes/2026-01-01.csv to FOLDER/made-parameters/made-codes/2026-02-01.csv
                """,
                said("diff", older, newer));
    }

    @Test
    void thePathsOfTwoRegistriesNameNone() throws IOException {
        String other = file("made-parameters/others/2026-02-01.csv", Files.readString(Path.of(newer)));
        assertTrue(said("diff", older, other).contains("1 change (1 assigned) from FOLDER/"));
    }

    @Test
    void anOptionNamesTheRegistry() {
        assertTrue(said("diff", older, newer, "--registry", "a/b", "--format", "json")
                .startsWith("{\n  \"registry\": \"a/b\",\n"));
    }

    @Test
    void theStatisticsHaveAllKinds() {
        assertEquals(
                "changes  kind\n      1  assigned\n\n1 change (1 assigned) of a/b from X\n",
                said("diff", older, newer, "--registry", "a/b", "--stat").replaceAll("from .* to .*", "from X"));
        String json = said("diff", older, newer, "--stat", "--format", "json");
        assertTrue(json.contains("\"private-use\": 0"), json);
        assertTrue(json.contains("\"registry\": \"made-parameters/made-codes\""), json);
    }

    @Test
    void differencesAreAnExitCode() {
        assertEquals(1, shell.run("diff", older, newer, "--exit-code").exitCode());
        assertEquals(0, shell.run("diff", older, older, "--exit-code").exitCode());
    }

    @Test
    void changesArePickedByCodeKindAndName() {
        assertTrue(said("diff", older, newer, "--port", "2").startsWith("2 assigned"));
        assertTrue(said("diff", older, newer, "--service", "t*").startsWith("2 assigned"));
        assertTrue(said("diff", older, newer, "--kind", "private-use")
                .startsWith("No changes of made-parameters/made-codes from "));
    }

    @Test
    void thePortsAreNoSuchRegistry() {
        Shell.Ended ended = shell.run("diff", PORTS, newer);
        assertEquals(3, ended.exitCode());
        assertTrue(ended.error().contains("cannot be read as the registry: the header lacks 'Service Name'"));
        Shell.Ended named = shell.run("diff", PORTS, PORTS, "--registry", "a/b");
        assertEquals(2, named.exitCode());
        assertTrue(named.error().contains("--registry goes with two files that are not of ports"));
    }

    @Test
    void whatIsNoTableIsRefused() throws IOException {
        Shell.Ended ended = shell.run("diff", older, file("empty.csv", "Value,Name\n"));
        assertEquals(3, ended.exitCode());
        assertTrue(ended.error().contains("empty.csv cannot be read as a registry: it has a header and no records"));
        assertEquals(2, shell.run("diff", older, newer, "--registry", "a b").exitCode());
    }
}
