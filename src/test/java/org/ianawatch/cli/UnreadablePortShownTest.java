package org.ianawatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ianawatch.cli.Shell.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees of a row whose port is none. */
class UnreadablePortShownTest {
    private static final String CELL = "line 33, 'Port Number': '22 ' is no port and no range of ports from 0 to 65535"
            + " (it has U+0020, SPACE)";

    @TempDir
    private Path folder;

    @Test
    void itIsSeenForWhatItIs() throws Exception {
        Path samples = Path.of("snapshots/samples/2026-11-01.csv");
        String text = Files.readString(samples) + "odd,22 ,tcp,Odd,,,,,,,,\r\n";
        Path file = Files.writeString(folder.resolve("odd.csv"), text);
        Shell shell = new Shell(folder.resolve("home"));
        shell.run("sync", "--source", samples.toString());

        Ended compared = shell.run("diff", "1", file.toString());
        Ended refused = shell.run("sync", "--source", file.toString());
        Ended accepted = shell.run("quarantine", "accept", "1");

        assertEquals(
                List.of("ianawatch: warning: " + file + ": " + CELL + "; its row stands without a port"),
                compared.errorLines());
        assertEquals(4, refused.exitCode());
        assertEquals(
                "ianawatch: refused the download: " + CELL + "; such a row stands without a port where it is taken",
                refused.errorLines().get(0));
        assertEquals(
                List.of("ianawatch: taken all the same: " + CELL
                        + "; such a row stands without a port where it is taken"),
                accepted.errorLines());
        assertEquals(
                "odd (tcp, no port) assigned",
                accepted.out().lines().findFirst().orElseThrow());
        assertEquals(text, shell.run("export", "--format", "csv").out());
        assertEquals(
                List.of("ports  transports  service  description", "'22 '  tcp         odd      Odd"),
                shell.run("search", "odd").out().lines().toList());
        assertTrue(shell.run("search", "odd", "--format", "json").out().contains("\"ports\": null"));
        assertEquals(
                "odd (port number '22 ', tcp)",
                shell.run("history", "odd").out().lines().findFirst().orElseThrow());
        assertTrue(!shell.run("port", "22").out().contains("odd"));
        assertEquals(0, shell.run("verify").exitCode());
    }
}
