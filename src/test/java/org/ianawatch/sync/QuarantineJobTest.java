package org.ianawatch.sync;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.ianawatch.made.MovableClock;
import org.ianawatch.store.QuarantineEntry;
import org.ianawatch.store.WritableStore;
import org.ianawatch.store.home.UnusableStoreException;
import org.ianawatch.store.home.WriterLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person decides about refused downloads. */
class QuarantineJobTest {
    private static final Edition GOOD = Edition.of(300);
    private static final Edition SMALL = GOOD.withoutLast(100);

    private final MovableClock clock = new MovableClock(MadeHome.start());

    @TempDir
    private Path folder;

    private MadeHome home;

    @BeforeEach
    void start() throws Exception {
        home = MadeHome.withStore(folder, clock);
    }

    @Test
    void whatIsAcceptedBecomesTheNewestSnapshot() throws Exception {
        sync(GOOD.bytes());
        QuarantineEntry entry = refused(SMALL.bytes());
        clock.move(Duration.ofHours(1));

        SyncResult.Changed changed = decide(job -> job.accept(1));

        assertEquals(new Refusal(Refusal.Reason.FEWER_ROWS, entry.message()), changed.overruled());
        assertNull(changed.settle());
        assertEquals(200, changed.records());
        assertNotNull(changed.changes());
        assertEquals(100, changed.changes().removedRows().size());
        assertArrayEquals(SMALL.bytes(), home.newest());
        assertEquals("2 accepted 2026-11-01T07:00:00Z", home.snapshots().get(1));
        assertEquals(List.of("1 fewer-rows accepted 1"), home.quarantine());
        assertFalse(Files.exists(entry.file()));
        assertEquals(List.of(), home.problems());
    }

    @Test
    void theFirstOfAStoreCanBeAccepted() throws Exception {
        byte[] cut =
                new String(GOOD.bytes(), StandardCharsets.UTF_8).stripTrailing().getBytes(StandardCharsets.UTF_8);
        refused(cut);

        SyncResult.Changed changed = decide(job -> job.accept(1));

        assertNull(changed.changes());
        assertArrayEquals(cut, home.newest());
    }

    @Test
    void aClockThatWasSetBackPutsNoSnapshotBeforeAnother() throws Exception {
        sync(GOOD.bytes());
        refused(SMALL.bytes());
        clock.move(Duration.ofDays(-1));

        decide(job -> job.accept(1));

        assertEquals("2 accepted 2026-11-01T06:00:00.001Z", home.snapshots().get(1));
    }

    @Test
    void whatIsDroppedComesBackAsAnother() throws Exception {
        sync(GOOD.bytes());
        QuarantineEntry entry = refused(SMALL.bytes());

        assertEquals(List.of(entry), decide(job -> job.drop(List.of(1L))));

        assertFalse(Files.exists(entry.file()));
        assertEquals(List.of("1 fewer-rows dropped 1"), home.quarantine());
        refused(SMALL.bytes());
        assertEquals(List.of("2 fewer-rows waiting 1", "1 fewer-rows dropped 1"), home.quarantine());
    }

    @Test
    void nothingIsDecidedTwice() throws Exception {
        sync(GOOD.bytes());
        refused(SMALL.bytes());
        decide(job -> job.drop(List.of(1L)));

        assertRefused("quarantine 1 was dropped before", job -> job.accept(1));
        assertRefused("quarantine 1 was dropped before", job -> job.drop(List.of(1L)));
        assertRefused(
                "there is no quarantine 2: 'ianawatch quarantine list' shows what there is",
                job -> job.drop(List.of(2L)));
    }

    @Test
    void severalAreDroppedOrNone() throws Exception {
        sync(GOOD.bytes());
        refused(SMALL.bytes());
        refused(GOOD.withoutLast(110).bytes());
        refused(GOOD.withoutLast(120).bytes());

        assertRefused(
                "there is no quarantine 9: 'ianawatch quarantine list' shows what there is",
                job -> job.drop(List.of(1L, 9L)));
        assertEquals(
                List.of("3 fewer-rows waiting 1", "2 fewer-rows gone 1", "1 fewer-rows gone 1"), home.quarantine());
        decide(job -> job.drop(List.of(1L, 1L, 2L)));
        assertEquals(
                List.of("3 fewer-rows waiting 1", "2 fewer-rows dropped 1", "1 fewer-rows dropped 1"),
                home.quarantine());
        decide(QuarantineJob::dropAll);
        assertEquals(
                List.of("3 fewer-rows dropped 1", "2 fewer-rows dropped 1", "1 fewer-rows dropped 1"),
                home.quarantine());
        try (var files = Files.list(home.home().quarantine())) {
            assertEquals(List.of(), files.toList());
        }
        assertEquals(List.of(), decide(QuarantineJob::dropAll));
    }

    @Test
    void aStepBackSaysHowLongTheOtherEditionTakes() throws Exception {
        sync(GOOD.bytes());
        sync(GOOD.with(Edition.assigned(301)).bytes());
        refused(GOOD.bytes());

        assertEquals(Duration.ofHours(24), decide(job -> job.accept(1)).settle());
    }

    @Test
    void whatWasStoredSinceIsNotTakenAgain() throws Exception {
        sync(GOOD.bytes());
        refused(SMALL.bytes());
        new History(folder.resolve("history"))
                .importFiles(
                        home,
                        clock,
                        List.of(new DatedFile(
                                Files.write(folder.resolve("x.csv"), SMALL.bytes()),
                                MadeHome.start().plusSeconds(1))),
                        false);

        assertEquals(List.of("1 fewer-rows expired 1"), home.quarantine());
        assertRefused(
                "quarantine 1 has expired: what it held is stored, or older than the newest snapshot, or could not be read",
                job -> job.accept(1));
    }

    @Test
    void whatCannotBeReadIsNotTaken() throws Exception {
        refused("<html>".getBytes(StandardCharsets.UTF_8));

        assertRefused(
                "quarantine 1 cannot be accepted: it is not the registry's CSV: it is a web page (HTML or XML), not a CSV"
                        + " file; 'ianawatch quarantine drop 1' removes it",
                job -> job.accept(1));
    }

    @Test
    void aFileThatIsNoLongerWhatWasDownloadedIsNotTaken() throws Exception {
        sync(GOOD.bytes());
        QuarantineEntry entry = refused(SMALL.bytes());
        Files.write(entry.file(), GOOD.withoutLast(150).bytes());

        var changed = assertThrows(UnusableStoreException.class, () -> decide(job -> job.accept(1)));
        assertEquals(
                entry.file() + " is not what was downloaded, its SHA-256 is another one; 'ianawatch quarantine drop 1'"
                        + " removes it",
                changed.getMessage());

        Files.delete(entry.file());
        assertThrows(UnusableStoreException.class, () -> decide(job -> job.accept(1)));
        assertArrayEquals(GOOD.bytes(), home.newest());
        decide(job -> job.drop(List.of(1L)));
    }

    /** A decision. */
    private interface Decision<R> {
        R by(QuarantineJob job) throws Exception;
    }

    private <R> R decide(Decision<R> decision) throws Exception {
        try (WriterLock lock = WriterLock.acquire(home.home(), "test", clock.instant(), Duration.ZERO);
                WritableStore store = WritableStore.open(lock, home.home(), Duration.ZERO)) {
            return decision.by(new QuarantineJob(store, clock, Alerts.NONE));
        }
    }

    private void assertRefused(String expected, Decision<?> decision) {
        var refused = assertThrows(IllegalArgumentException.class, () -> decide(decision));
        assertEquals(expected, refused.getMessage());
    }

    private void sync(byte[] bytes) throws Exception {
        home.sync("-", bytes, request -> request);
    }

    private QuarantineEntry refused(byte[] bytes) throws Exception {
        QuarantineEntry entry = assertInstanceOf(SyncResult.Refused.class, home.sync("-", bytes, request -> request))
                .entry();
        assertNotNull(entry);
        return entry;
    }
}
