package org.ianawatch.sync;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.ianawatch.fetch.SourceUnreadableException;
import org.ianawatch.made.MovableClock;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.store.home.WriterLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way in which a check can end, and what it leaves behind. */
class SyncJobTest {
    private static final Edition FIRST = Edition.of(300);
    private static final Edition SECOND = FIRST.with(Edition.assigned(301));
    private static final Duration A_DAY = Duration.ofDays(1);

    private final MovableClock clock = new MovableClock(MadeHome.start());

    @TempDir
    private Path folder;

    private RegistryServer server;
    private MadeHome home;
    private String url;

    @BeforeEach
    void start() throws Exception {
        server = new RegistryServer();
        url = server.url("/ports.csv");
        home = MadeHome.withStore(folder.resolve("home"), clock);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theFirstSyncMakesTheHomeAndTheStore() throws Exception {
        MadeHome fresh = new MadeHome(folder.resolve("not/there"), clock);
        server.publish(FIRST.bytes(), null);

        SyncResult.Changed changed = assertInstanceOf(SyncResult.Changed.class, fresh.sync(url));

        assertNull(changed.changes());
        assertEquals(300, changed.records());
        assertArrayEquals(FIRST.bytes(), fresh.newest());
    }

    @Test
    void everyWayToEndIsOnRecord() throws Exception {
        server.publish(FIRST.bytes(), "\"1\"");
        home.sync(url);
        home.sync(url);
        server.publish(FIRST.bytes(), "\"another, same content\"");
        home.sync(url);
        server.publish(SECOND.bytes(), "\"2\"");
        home.sync(url);
        server.publish(FIRST.bytes(), "\"1\"");
        home.sync(url);
        server.fail(404);
        assertThrows(SourceUnreadableException.class, () -> home.sync(url));

        assertEquals(
                List.of("stored,1", "not modified,1", "same content,1", "stored,2", "quarantined,2", "unreadable,null"),
                home.checks());
        assertEquals(
                List.of("it is snapshot 1 (2026-11-01) again, a step back"),
                home.query("SELECT message FROM sync_run WHERE outcome = 'quarantined'"));
        assertTrue(home.query("SELECT message FROM sync_run WHERE outcome = 'unreadable'")
                .get(0)
                .contains("404"));
        assertEquals(List.of(), home.problems());
    }

    @Test
    void aFirstSyncThatCannotReadIsOnRecordToo() throws Exception {
        MadeHome fresh = new MadeHome(folder.resolve("fresh"), clock);
        server.fail(403);

        assertThrows(SourceUnreadableException.class, () -> fresh.sync(url));

        assertEquals(List.of("unreadable,null"), fresh.checks());
    }

    @Test
    void theServerIsAskedByWhatItSentWithTheNewestContent() throws Exception {
        server.publish(FIRST.bytes(), "\"1\"");
        home.sync(url);
        assertNull(server.lastRequest("If-None-Match"));

        server.publish(SECOND.bytes(), "\"2\"");
        home.sync(url);
        assertEquals("\"1\"", server.lastRequest("If-None-Match"));

        SyncResult result = home.sync(url);
        assertEquals("\"2\"", server.lastRequest("If-None-Match"));
        assertTrue(assertInstanceOf(SyncResult.Unchanged.class, result).notModified());
    }

    @Test
    void newValidatorsOfTheSameContentAreUsedFromThenOn() throws Exception {
        server.publish(FIRST.bytes(), "\"1\"");
        home.sync(url);
        server.publish(FIRST.bytes(), "\"1 again\"");

        SyncResult result = home.sync(url);
        home.sync(url);

        assertFalse(assertInstanceOf(SyncResult.Unchanged.class, result).notModified());
        assertEquals("\"1 again\"", server.lastRequest("If-None-Match"));
        assertEquals(1, home.snapshots().size());
    }

    @Test
    void anotherSourceIsNotAskedByTheValidatorsOfThisOne() throws Exception {
        server.publish(FIRST.bytes(), "\"1\"");
        home.sync(url);

        home.sync(server.url("/mirror.csv"));

        assertNull(server.lastRequest("If-None-Match"));
    }

    @Test
    void validatorsOfWhatIsNoLongerTheNewestAreNotUsed() throws Exception {
        server.publish(FIRST.bytes(), "\"1\"");
        home.sync(url);
        Path file = Files.write(folder.resolve("second.csv"), SECOND.bytes());
        home.sync(file.toString());

        home.sync(url);

        assertNull(server.lastRequest("If-None-Match"));
    }

    @Test
    void validatorsOfARefusedDownloadAreNotUsed() throws Exception {
        server.publish(FIRST.bytes(), "\"1\"");
        home.sync(url);
        server.publish(FIRST.withoutLast(100).bytes(), "\"refused\"");
        assertInstanceOf(SyncResult.Refused.class, home.sync(url));

        home.sync(url);

        assertEquals("\"1\"", server.lastRequest("If-None-Match"));
        assertEquals(List.of("1 fewer-rows waiting 2"), home.quarantine());
    }

    @Test
    void aServerThatSaysNotModifiedUnaskedCannotBeRead() {
        server.fail(304);

        var failure = assertThrows(SourceUnreadableException.class, () -> home.sync(url));

        assertTrue(String.valueOf(failure.getMessage()).contains("304"), failure.getMessage());
    }

    @Test
    void aDryRunOfEachKindLeavesTheDiskAsItIs() throws Exception {
        server.publish(FIRST.bytes(), "\"1\"");
        home.sync(url);
        var before = home.disk();

        assertInstanceOf(SyncResult.Unchanged.class, home.rehearse(url));
        server.publish(SECOND.bytes(), "\"2\"");
        SyncResult.Changed changed = assertInstanceOf(SyncResult.Changed.class, home.rehearse(url));
        server.publish(FIRST.withoutLast(100).bytes(), "\"3\"");
        SyncResult.Refused refused = assertInstanceOf(SyncResult.Refused.class, home.rehearse(url));
        server.fail(404);
        assertThrows(SourceUnreadableException.class, () -> home.rehearse(url));

        assertNull(changed.snapshot());
        assertEquals(301, changed.records());
        assertNull(refused.entry());
        assertEquals(before, home.disk());
    }

    @Test
    void aDryRunWithoutAStoreMakesNone() throws Exception {
        MadeHome fresh = new MadeHome(folder.resolve("fresh"), clock);
        server.publish(FIRST.bytes(), null);

        assertInstanceOf(SyncResult.Changed.class, fresh.rehearse(url));

        assertFalse(Files.exists(fresh.home().directory()));
    }

    @Test
    void aDryRunNeedsNoLock() throws Exception {
        server.publish(FIRST.bytes(), null);
        try (WriterLock held = WriterLock.acquire(home.home(), "test", clock.instant(), Duration.ZERO)) {
            assertInstanceOf(SyncResult.Changed.class, home.rehearse(url));
            assertThrows(StoreBusyException.class, () -> home.sync(url), held::toString);
        }
        assertInstanceOf(SyncResult.Changed.class, home.sync(url));
    }

    @Test
    void aClockThatWasSetBackPutsNoSnapshotBeforeAnother() throws Exception {
        server.publish(FIRST.bytes(), null);
        home.sync(url);
        clock.move(A_DAY.negated());
        server.publish(SECOND.bytes(), null);
        home.sync(url);
        clock.move(A_DAY.multipliedBy(2));
        server.publish(SECOND.with(Edition.assigned(302)).bytes(), null);
        home.sync(url);

        assertEquals(
                List.of(
                        "1 sync 2026-11-01T06:00:00Z",
                        "2 sync 2026-11-01T06:00:00.001Z",
                        "3 sync 2026-11-02T06:00:00Z"),
                home.snapshots());
        assertEquals(List.of(), home.problems());
    }

    @Test
    void standardInputIsASource() throws Exception {
        home.sync("-", FIRST.bytes(), request -> request);
        SyncResult again = home.sync("-", FIRST.bytes(), request -> request);

        assertArrayEquals(FIRST.bytes(), home.newest());
        assertInstanceOf(SyncResult.Unchanged.class, again);
        assertEquals(
                List.of("-,stored", "-,same content"), home.query("SELECT source, outcome FROM sync_run ORDER BY id"));
    }

    @Test
    void whatIsAcceptedLeavesTheQuarantine() throws Exception {
        server.publish(FIRST.bytes(), null);
        home.sync(url);
        server.publish(FIRST.withoutLast(100).bytes(), null);
        SyncResult.Refused refused = assertInstanceOf(SyncResult.Refused.class, home.sync(url));

        SyncResult.Changed changed = assertInstanceOf(SyncResult.Changed.class, home.sync(url, MadeHome.accepting()));

        assertEquals(refused.refusal(), changed.overruled());
        assertEquals("2 accepted 2026-11-01T06:00:00.001Z", home.snapshots().get(1));
        assertEquals(List.of("1 fewer-rows accepted 1"), home.quarantine());
        assertEquals(List.of(), files(home.home().quarantine()));
    }

    @Test
    void acceptingChangesNothingAboutWhatTheGuardLetsPass() throws Exception {
        server.publish(FIRST.bytes(), null);
        home.sync(url);
        server.publish(SECOND.bytes(), null);

        SyncResult result = home.sync(url, MadeHome.accepting());

        assertNull(assertInstanceOf(SyncResult.Changed.class, result).overruled());
        assertEquals("2 sync 2026-11-01T06:00:00.001Z", home.snapshots().get(1));
    }

    private static List<Path> files(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
