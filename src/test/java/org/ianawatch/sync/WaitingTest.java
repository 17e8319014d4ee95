package org.ianawatch.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ianawatch.alert.Trouble;
import org.ianawatch.answer.Answers;
import org.ianawatch.made.MovableClock;
import org.ianawatch.store.QuarantineEntry;
import org.ianawatch.store.Store;
import org.ianawatch.store.Stores;
import org.ianawatch.store.WritableStore;
import org.ianawatch.store.home.WriterLock;
import org.ianawatch.watch.Standing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits in quarantine: the list, the status, the metrics, and what operators know are of one mind after each step. */
class WaitingTest {
    private static final Edition GOOD = Edition.of(300);
    private static final Edition SMALL = GOOD.withoutLast(100);
    private static final Edition NEXT = GOOD.with(Edition.assigned(301));
    private static final byte[] PAGE = {'<', 'p', '>'};

    private final MovableClock clock = new MovableClock(MadeHome.start());
    private final Alerts alerts = new Alerts(List.of(), new OperatorAlerts(List.of("mail"), 3));

    @TempDir
    private Path folder;

    private RegistryServer server;
    private MadeHome home;

    @BeforeEach
    void start() throws Exception {
        server = new RegistryServer();
        home = MadeHome.withStore(folder.resolve("home"), clock);
        sync(GOOD.bytes());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatTheSourceGivesWaits() throws Exception {
        sync(SMALL.bytes());
        assertWaiting(1);
        sync(PAGE);
        assertWaiting(1);
        sync(PAGE);
        assertWaiting(1);
        assertEquals(List.of("2 malformed waiting 2", "1 fewer-rows gone 1"), home.quarantine());
    }

    @Test
    void whatTheSourceTookBackWaitsNoMoreAndCanBeAccepted() throws Exception {
        sync(SMALL.bytes());
        sync(GOOD.bytes());

        assertWaiting(0);
        assertEquals(List.of("1 fewer-rows gone 1"), home.quarantine());
        decide(job -> job.accept(1));
        assertWaiting(0);
        assertEquals(List.of("1 fewer-rows accepted 1"), home.quarantine());
    }

    @Test
    void whatCannotBeReadExpiresWithTheNextThatCan() throws Exception {
        sync(PAGE);
        sync(GOOD.bytes());

        assertExpired("1 malformed expired 1");
    }

    @Test
    void whatIsOlderThanTheNewestExpires() throws Exception {
        sync(SMALL.bytes());
        sync(GOOD.bytes());
        sync(NEXT.bytes());

        assertExpired("1 fewer-rows expired 1");
    }

    @Test
    void whatTheNewestTookThePlaceOfExpires() throws Exception {
        sync(SMALL.bytes());
        sync(NEXT.bytes());

        assertExpired("1 fewer-rows expired 1");
    }

    @Test
    void whatIsStoredExpires() throws Exception {
        sync(SMALL.bytes());
        clock.move(Duration.ofHours(1));
        importFile(SMALL.bytes());
        assertEquals(List.of("1 fewer-rows expired 1"), home.quarantine());
        sync(SMALL.bytes());

        assertExpired("1 fewer-rows expired 1");
    }

    @Test
    void whatHasLostItsFileExpires() throws Exception {
        sync(SMALL.bytes());
        Files.delete(entry().file());
        sync(GOOD.bytes());

        assertExpired("1 fewer-rows expired 1");
    }

    @Test
    void aPersonWhoAcceptsAnotherLeavesWhatTheSourceGives() throws Exception {
        sync(SMALL.bytes());
        sync(GOOD.withoutLast(50).bytes());
        decide(job -> job.accept(1));

        assertWaiting(1);
        assertEquals(List.of("2 fewer-rows waiting 1", "1 fewer-rows accepted 1"), home.quarantine());
    }

    @Test
    void whatIsDroppedWaitsNoMore() throws Exception {
        sync(SMALL.bytes());
        decide(job -> job.drop(List.of(1L)));
        sync(GOOD.bytes());

        assertWaiting(0);
    }

    private void assertExpired(String line) throws Exception {
        assertWaiting(0);
        assertEquals(List.of(line), home.quarantine());
        assertEquals(List.of(), home.problems());
        try (var files = Files.list(home.home().quarantine())) {
            assertEquals(List.of(), files.toList());
        }
    }

    private void assertWaiting(int count) throws Exception {
        try (Store store = Stores.open(home.home(), Duration.ZERO)) {
            assertEquals(count, store.quarantine().waiting().size());
            assertEquals(count, Standing.of(Answers.of(store), clock.instant()).quarantined());
            assertEquals(
                    count > 0,
                    store.troubles().since(Trouble.Kind.QUARANTINED.word()).isPresent());
        }
    }

    private QuarantineEntry entry() throws Exception {
        try (Store store = Stores.open(home.home(), Duration.ZERO)) {
            return store.quarantine().find(1).orElseThrow();
        }
    }

    private void sync(byte[] bytes) throws Exception {
        clock.move(Duration.ofMinutes(1));
        server.publish(bytes, null);
        home.sync(server.url("/ports.csv"), alerts, UnaryOperator.identity());
    }

    private void importFile(byte[] bytes) throws Exception {
        Path file = Files.write(folder.resolve("small.csv"), bytes);
        new History(folder.resolve("history"))
                .importFiles(home, clock, List.of(new DatedFile(file, clock.instant())), false);
    }

    /** A decision. */
    private interface Decision {
        void by(QuarantineJob job);
    }

    private void decide(Decision decision) throws Exception {
        try (WriterLock lock = WriterLock.acquire(home.home(), "test", clock.instant(), Duration.ZERO);
                WritableStore store = WritableStore.open(lock, home.home(), Duration.ZERO)) {
            decision.by(new QuarantineJob(store, clock, alerts));
        }
    }
}
