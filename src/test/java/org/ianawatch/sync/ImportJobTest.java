package org.ianawatch.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.ianawatch.answer.AnswerReader;
import org.ianawatch.made.MovableClock;
import org.ianawatch.store.Outbox;
import org.ianawatch.store.OutgoingMessage;
import org.ianawatch.store.SourceState;
import org.ianawatch.store.Store;
import org.ianawatch.store.Stores;
import org.ianawatch.store.SyncRun;
import org.ianawatch.store.WritableStore;
import org.ianawatch.store.home.WriterLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** History from files: at the end of what there is, between and before it. */
class ImportJobTest {
    private static final Edition FIRST = Edition.of(300);
    private static final byte[] WEB_PAGE = "<html>".getBytes(StandardCharsets.UTF_8);

    private final MovableClock clock = new MovableClock(MadeHome.start());

    @TempDir
    private Path folder;

    private MadeHome home;
    private History history;

    @BeforeEach
    void start() throws Exception {
        home = MadeHome.withStore(folder.resolve("home"), clock);
        history = new History(folder.resolve("history"));
        for (int day = 1; day <= 10; day++) {
            history.write(day, edition(day).bytes());
        }
    }

    @Test
    void filesBecomeSnapshotsInDateOrder() throws Exception {
        importDays(2, 1);

        assertEquals(List.of("stored 1 2016-01-01.csv 0", "stored 2 2016-01-02.csv 1"), history.said());
        assertEquals(List.of("1 import 2016-01-01T00:00:00Z", "2 import 2016-01-02T00:00:00Z"), home.snapshots());
    }

    @Test
    void olderHistoryLeavesTheOutboxAsItIs() throws Exception {
        importDays(2);
        Instant now = MadeHome.start();
        try (WriterLock lock = WriterLock.acquire(home.home(), "test", now, Duration.ZERO);
                WritableStore store = WritableStore.open(lock, home.home(), Duration.ZERO)) {
            Outbox outbox = store.outbox();
            store.commit(() -> {
                outbox.add(
                        new OutgoingMessage("m1", now, "summary", "rule", "subject", "{}", List.of("one", "two")), now);
                outbox.postponed(outbox.find(2).orElseThrow(), "HTTP 500", now.plusSeconds(300), now);
            });
        }
        var deliveries = home.query("SELECT * FROM delivery ORDER BY id");
        assertEquals(2, deliveries.size());

        importDays(1);

        assertEquals(deliveries, home.query("SELECT * FROM delivery ORDER BY id"));
        assertEquals(2, home.snapshots().size());
        try (Store store = Stores.open(home.home(), Duration.ZERO)) {
            assertEquals("{}", store.outbox().find(1).orElseThrow().message().content());
        }
    }

    @Test
    void anImportCanBeRepeatedAndTakenUpAgain() throws Exception {
        importDays(1, 2);
        history.said();
        var before = home.query("SELECT * FROM registration_history ORDER BY id");

        importDays(1, 2);
        assertEquals(List.of("known 1 2016-01-01.csv", "known 2 2016-01-02.csv"), history.said());
        assertEquals(before, home.query("SELECT * FROM registration_history ORDER BY id"));

        importDays(1, 2, 3);
        assertEquals(
                List.of("known 1 2016-01-01.csv", "known 2 2016-01-02.csv", "stored 3 2016-01-03.csv 1"),
                history.said());
    }

    @Test
    void theSameContentOnALaterDayIsNoSnapshot() throws Exception {
        history.write(2, edition(1).bytes());

        importDays(1, 2, 3);

        assertEquals(
                List.of("stored 1 2016-01-01.csv 0", "known 1 2016-01-02.csv", "stored 2 2016-01-03.csv 1"),
                history.said());
    }

    @Test
    void aFileInTheMiddleThatCannotBeReadLeavesWhatWasBeforeIt() throws Exception {
        history.write(10, WEB_PAGE);
        history.write(11, edition(11).bytes());

        var refused = assertThrows(ImportRefusedException.class, () -> importDays(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));

        assertTrue(refused.isMalformed());
        assertEquals(
                history.path(10) + " cannot be imported: it is not the registry's CSV: it is a web page (HTML or XML),"
                        + " not a CSV file",
                refused.getMessage());
        assertEquals(9, home.snapshots().size());
        assertEquals(9, history.said().size());
        assertEquals(List.of(), home.problems());
        history.write(10, edition(10).bytes());
        importDays(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertEquals(11, home.snapshots().size());
    }

    @Test
    void theGuardOnlyWarns() throws Exception {
        history.write(2, FIRST.withoutLast(10).bytes());

        importDays(1, 2);

        assertEquals(
                List.of("stored 1 2016-01-01.csv 0", "doubted 2016-01-02.csv fewer-rows", "stored 2 2016-01-02.csv 11"),
                history.said());
    }

    @Test
    void strictStopsWhereTheGuardWouldRefuse() throws Exception {
        history.write(2, FIRST.withoutLast(10).bytes());

        var refused = assertThrows(
                ImportRefusedException.class, () -> history.importFiles(home, clock, dated(1, 2, 3), true));

        assertFalse(refused.isMalformed());
        assertTrue(
                String.valueOf(refused.getMessage())
                        .startsWith(history.path(2) + " is refused (--strict): it has 290 rows"),
                refused.getMessage());
        assertEquals(List.of("stored 1 2016-01-01.csv 0"), history.said());
    }

    @Test
    void aFirstFileThatMayHaveBeenCutOffIsDoubted() throws Exception {
        history.write(
                1,
                new String(edition(1).bytes(), StandardCharsets.UTF_8)
                        .stripTrailing()
                        .getBytes(StandardCharsets.UTF_8));

        importDays(1);

        assertEquals(List.of("doubted 2016-01-01.csv cut", "stored 1 2016-01-01.csv 0"), history.said());
    }

    @Test
    void olderFilesGoBeforeAndBetween() throws Exception {
        importDays(2, 4);
        history.said();

        importDays(1, 3, 5);

        assertEquals(
                List.of("stored 1 2016-01-01.csv 0", "stored 3 2016-01-03.csv 1", "stored 5 2016-01-05.csv 1"),
                history.said());
        assertEquals(5, home.snapshots().size());
        assertEquals(List.of(), home.problems());
    }

    @Test
    void checksAndTheQuarantineComeThroughABackfill() throws Exception {
        home.sync("-", edition(5).bytes(), request -> request);
        home.sync("-", WEB_PAGE, request -> request);
        home.sync("-", edition(5).bytes(), request -> request);
        var checks =
                home.query("SELECT id, started_at, finished_at, source, outcome, message FROM sync_run ORDER BY id");

        importDays(1, 2);

        assertEquals(
                checks,
                home.query("SELECT id, started_at, finished_at, source, outcome, message FROM sync_run ORDER BY id"));
        assertEquals(List.of("stored,3", "quarantined,3", "same content,3"), home.checks());
        assertEquals(List.of("1 malformed expired 1"), home.quarantine());
        SourceState known =
                AnswerReader.open(home.home(), MadeHome.start(), Duration.ZERO).source();
        assertEquals(
                SyncRun.Outcome.SAME_CONTENT, known.lastCheck().orElseThrow().outcome());
        assertEquals(known.lastCheck(), known.lastSuccess());
    }

    @Test
    void anOlderFileThatCannotBeReadLeavesAllAsItWas() throws Exception {
        importDays(3, 4);
        history.said();
        history.write(2, WEB_PAGE);
        var before = home.disk();

        assertThrows(ImportRefusedException.class, () -> importDays(1, 2, 5));

        var after = home.disk();
        after.remove(home.home().directory().resolve("writer.lock").toString());
        before.remove(home.home().directory().resolve("writer.lock").toString());
        assertEquals(before, after);
        assertEquals(List.of(), history.said());
    }

    @Test
    void aFileOfTheNewestSnapshotsTimeThatSaysSomethingElseIsRefused() throws Exception {
        importDays(1, 2);

        history.write(2, edition(7).bytes());
        var refused = assertThrows(ImportRefusedException.class, () -> importDays(2));

        assertEquals(
                history.path(2) + " has the time of snapshot 2 (2016-01-02), and says something else: give it another"
                        + " date with --at",
                refused.getMessage());
    }

    @Test
    void aFileOfAnOlderSnapshotsTimeThatSaysSomethingElseIsRefused() throws Exception {
        importDays(1, 2, 3);

        history.write(2, edition(7).bytes());

        assertThrows(ImportRefusedException.class, () -> importDays(2));
        assertEquals(3, home.snapshots().size());
    }

    @Test
    void aDateCanBeGivenByHand() throws Exception {
        importDays(1, 3);
        Path file = Files.write(folder.resolve("undated.csv"), edition(2).bytes());

        history.importFiles(home, clock, List.of(new DatedFile(file, Instant.parse("2016-01-02T12:00:00Z"))), false);

        assertEquals("2 import 2016-01-02T12:00:00Z", home.snapshots().get(1));
    }

    private void importDays(Integer... days) throws Exception {
        history.importDays(home, clock, List.of(days));
    }

    private List<DatedFile> dated(int... days) throws Exception {
        return DatedFile.inDateOrder(IntStream.of(days).mapToObj(history::path).toList());
    }

    private static Edition edition(int day) {
        return FIRST.describing(1, "of day " + day);
    }
}
