package org.ianawatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.ianawatch.cli.Shell.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person sees of times that are still to come, and how they are put right. */
class DatesToComeTest {
    private static final String FIRST = "snapshots/samples/2026-11-01.csv";
    private static final String SECOND = "snapshots/samples/2026-11-08.csv";
    private static final Instant AHEAD = Instant.parse("2106-11-01T06:00:00Z");
    private static final String TO_COME =
            "2106-11-01T06:00:00Z, which is still to come: the clock was wrong then, or is wrong now";

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void make() {
        shell = new Shell(folder.resolve("home"));
    }

    @Test
    void aDateToComeIsNotImported() throws Exception {
        Path named = Files.copy(Path.of(FIRST), folder.resolve("2106-11-01.csv"));

        assertRefused(
                FIRST
                        + " has the date 2106-11-01T00:00:00Z, which is still to come (it is 2026-11-15T06:00:00Z): give it its"
                        + " right date, by its name or with --at",
                shell.run("import", "--at", "2106-11-01", FIRST));
        assertRefused(
                named
                        + " has the date 2106-11-01T00:00:00Z, which is still to come (it is 2026-11-15T06:00:00Z): give it its"
                        + " right date, by its name or with --at",
                shell.run("import", SECOND, named.toString()));
        assertEquals(2, shell.run("status").exitCode());
        assertEquals(
                0, shell.run("import", "--at", "2026-11-15T06:00:59Z", FIRST).exitCode());
    }

    /** The store keeps milliseconds. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-11-01T00:00:00Z", "2026-11-01T00:00:00.0005Z"})
    void noTwoSnapshotsHaveOneDate(String date) {
        shell.run("import", FIRST, SECOND);

        assertRefused(
                "snapshot 2 must be later than snapshot 1, which is of 2026-11-01T00:00:00Z",
                shell.run("redate", "2", date));
        assertEquals(4, shell.run("import", "--at", date, SECOND).exitCode());
        assertEquals(0, shell.run("verify").exitCode());
    }

    @Test
    void aSuccessToComeIsStale() {
        shell.at(AHEAD).run("sync", "--source", FIRST);

        Ended stale = shell.run("status", "--max-age", "36h");

        assertEquals(3, stale.exitCode());
        assertEquals(
                "STALE: the last success is of " + TO_COME + " (at most 1d 12h)",
                stale.out().lines().findFirst().orElseThrow());
        assertEquals(
                "CLOCK: the last success is of " + TO_COME,
                shell.run("status").out().lines().findFirst().orElseThrow());
        assertEquals(
                List.of("  \"stale\": true,", "  \"age_seconds\": null,", "  \"snapshot_to_come\": 1,"),
                shell.run("status", "--max-age", "36h", "--format", "json")
                        .out()
                        .lines()
                        .filter(line -> line.matches(".*(stale|age_sec|to_come).*"))
                        .filter(line -> !line.contains("max"))
                        .toList());
    }

    @Test
    void aSyncAndTheStatusSayItUntilItIsPutRight() {
        shell.at(AHEAD).run("sync", "--source", FIRST);

        Ended synced = shell.run("sync", "--source", SECOND, "--quiet", "--max-changed-rows", "400");
        Ended status = shell.run("status");
        Ended redated = shell.run("redate", "1", "2026-11-01");

        String words = "snapshot 1 is dated " + TO_COME + "; 'ianawatch redate 1 DATE' puts it right";
        assertEquals(List.of("ianawatch: " + words), synced.errorLines());
        assertEquals(
                List.of("Date to come  " + words),
                status.out().lines().filter(line -> line.startsWith("Date")).toList());
        assertEquals(
                List.of(
                        "Snapshot 1 is dated 2026-11-01T00:00:00Z; it was 2106-11-01T06:00:00Z.",
                        "Snapshot 2 is dated 2026-11-15T06:00:00Z; it was 2106-11-01T06:00:00.001Z."),
                redated.out().lines().toList());
        assertEquals(List.of(), shell.run("sync", "--source", SECOND).errorLines());
        assertEquals(0, shell.run("verify").exitCode());
        assertEquals(
                List.of("Snapshot 1 is dated 2026-11-01T00:00:00Z already."),
                shell.run("redate", "1", "2026-11-01").out().lines().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 2026-11-09", "2 2026-11-01", "2 2106-11-01", "3 2026-11-10", "1 soon", "1"})
    void aDateThatCannotBeIsRefused(String words) {
        shell.run("import", FIRST, SECOND);

        assertEquals(2, shell.run(("redate " + words).split(" ")).exitCode());

        assertEquals(
                "2026-11-08,2026-11-01",
                String.join(
                        ",",
                        shell.run("log", "--format", "json")
                                .out()
                                .lines()
                                .filter(line -> line.contains("observed_at"))
                                .map(line -> line.replaceAll(".*\"(....-..-..)T.*", "$1"))
                                .toList()));
    }

    @Test
    void usesSayWhatIsFoundByEveryCheck() {
        shell.at(Instant.parse("2026-11-01T06:00:00Z")).run("sync", "--source", FIRST);
        shell.at(AHEAD).run("uses", "add", "278/tcp", "lab");
        shell.at(AHEAD).run("sync", "--source", SECOND);

        Ended checked = shell.run("uses", "check", "--exit-code");

        assertEquals(1, checked.exitCode());
        assertEquals(
                List.of(
                        "ianawatch: snapshot 2 is dated " + TO_COME + "; 'ianawatch redate 2 DATE' puts it right",
                        "ianawatch: the use of 278/tcp was added at " + TO_COME
                                + ", so that every change counts; remove it and add it again"),
                checked.errorLines());
        shell.run("redate", "2", "2026-11-08");
        assertEquals(
                0, shell.run("uses", "check", "--exit-code", "--since", "24h").exitCode());
        assertEquals(
                1, shell.run("uses", "check", "--exit-code", "--since", "8d").exitCode());
    }

    private static void assertRefused(String message, Ended ended) {
        assertEquals(2, ended.exitCode());
        assertEquals("", ended.out());
        assertEquals(List.of("ianawatch: " + message), ended.errorLines());
    }
}
