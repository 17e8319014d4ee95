package org.ianawatch.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.ianawatch.alert.Channel;
import org.ianawatch.alert.DigestPeriod;
import org.ianawatch.alert.Outcome;
import org.ianawatch.alert.Rule;
import org.ianawatch.alert.RuleFilter;
import org.ianawatch.fetch.SourceUnreadableException;
import org.ianawatch.made.MovableClock;
import org.ianawatch.store.Delivery;
import org.ianawatch.store.Outbox;
import org.ianawatch.store.OutgoingMessage;
import org.ianawatch.store.WritableStore;
import org.ianawatch.store.home.WriterLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators are told of the job itself. */
class OperatorAlertsTest {
    private static final Edition FIRST = Edition.of(300);
    private static final Edition SMALL = FIRST.withoutLast(100);
    private static final String UNREADABLE = "trouble,the registry's source cannot be read";
    private static final String READABLE = "recovery,the registry's source can be read: well again";
    private static final String REFUSED = "trouble,a download of the registry was refused";
    private static final String NONE_REFUSED = "recovery,no download of the registry waits in quarantine: well again";
    private static final String PARKED = "trouble,deliveries are refused";
    private static final String NONE_PARKED = "recovery,no delivery is parked: well again";

    private final MovableClock clock = new MovableClock(MadeHome.start());
    private final OperatorAlerts threeDays = new OperatorAlerts(List.of("pager"), 3);
    private Alerts alerts = new Alerts(List.of(), threeDays);

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
    void aSourceThatIsUnreadableForDaysIsToldOnceAndOnceMoreWhenItIsReadAgain() throws Exception {
        sync(FIRST);
        clock.move(Duration.ofDays(3).minusSeconds(1));
        fail();
        assertEquals(List.of(), told());

        clock.move(Duration.ofSeconds(1));
        fail();
        assertEquals(List.of(UNREADABLE), told());
        clock.move(Duration.ofDays(1));
        fail();
        assertEquals(List.of(UNREADABLE), told());

        sync(FIRST);
        sync(FIRST);
        assertEquals(List.of(UNREADABLE, READABLE), told());
        clock.move(Duration.ofDays(3));
        fail();
        assertEquals(List.of(UNREADABLE, READABLE, UNREADABLE), told());
    }

    @Test
    void aSourceThatWasNeverReadIsUnreadableSinceTheFirstCheck() throws Exception {
        fail();
        clock.move(Duration.ofDays(2));
        fail();
        assertEquals(List.of(), told());
        clock.move(Duration.ofDays(1));
        fail();

        assertEquals(List.of(UNREADABLE), told());
        assertTrue(content().contains("Since 2026-11-01T06:00:00Z: "), this::content);
    }

    @Test
    void aTroubleThatIsKnownLastsWhateverIsConfiguredSince() throws Exception {
        sync(FIRST);
        clock.move(Duration.ofDays(3));
        fail();
        alerts = new Alerts(List.of(), new OperatorAlerts(List.of("pager"), 30));
        fail();

        assertEquals(List.of(UNREADABLE), told());
    }

    @Test
    void aSourceWhoseDownloadsAreRefusedCanBeRead() throws Exception {
        sync(FIRST);
        clock.move(Duration.ofDays(2));
        sync(SMALL);
        clock.move(Duration.ofDays(2));
        fail();

        assertEquals(List.of(REFUSED), told());
    }

    @Test
    void aRefusedDownloadIsToldOnceAndOnceMoreWhenTheSourceGivesAnother() throws Exception {
        sync(FIRST);
        sync(SMALL);
        sync(SMALL);
        assertEquals(List.of(REFUSED), told());
        assertTrue(content().contains("fewer"), this::content);

        sync(FIRST);
        assertEquals(List.of(REFUSED, NONE_REFUSED), told());
    }

    @Test
    void whatAPersonAcceptsEndsTheTroubleAtOnce() throws Exception {
        sync(FIRST);
        sync(SMALL);
        try (WriterLock lock = lock();
                WritableStore store = open(lock)) {
            new QuarantineJob(store, clock, alerts).accept(1);
        }

        assertEquals(List.of(REFUSED, NONE_REFUSED), told());
    }

    @Test
    void whatIsTakenByASyncEndsTheTroubleAtOnce() throws Exception {
        sync(FIRST);
        sync(SMALL);
        home.sync(url, alerts, MadeHome.accepting());

        assertEquals(List.of(REFUSED, NONE_REFUSED), told());
    }

    @Test
    void aParkedDeliveryIsToldInTheSameRunAndOnceMoreWhenNoneIsLeft() throws Exception {
        RuleFilter everything = RuleFilter.EVERYTHING;
        alerts = new Alerts(
                List.of(new Rule("all", everything, false, List.of("chat"), DigestPeriod.AT_ONCE)), threeDays);
        sync(FIRST);

        DeliveryReport report = send();

        assertEquals(1, report.delivered());
        assertEquals(List.of(PARKED), told());
        assertEquals(List.of("chat,parked", "pager,delivered"), states());
        assertTrue(content().contains("'chat' refuses delivery 1: gone"), this::content);

        sync(FIRST);
        send();
        assertEquals(List.of(PARKED), told());

        decide((outbox, parked) -> outbox.retry(parked, clock.instant()));
        sync(FIRST);
        send();
        assertEquals(List.of("chat,parked", "pager,delivered"), states());
        assertEquals(List.of(PARKED), told(), "a new try alone is no recovery");

        decide((outbox, parked) -> outbox.drop(parked, clock.instant()));
        sync(FIRST);
        send();
        assertEquals(List.of(PARKED, NONE_PARKED), told());
        assertEquals(List.of("chat,dropped", "pager,delivered", "pager,delivered"), states());
    }

    /** The database has milliseconds, and rounds. */
    @Test
    void whatIsWrittenAtAnyMomentIsDueInTheSameMoment() throws Exception {
        for (int moment = 0; moment < 5; moment++) {
            clock.move(Duration.ofNanos(1_234_567_890));
            Instant now = clock.instant();
            String id = "m" + moment;
            try (WriterLock lock = lock();
                    WritableStore store = open(lock)) {
                OutgoingMessage message =
                        new OutgoingMessage(id, now, "trouble", "operators", id, "{}", List.of("pager"));
                store.commit(() -> store.outbox().add(message, now));
                List<String> due = store.outbox().due(now).stream()
                        .map(delivery -> delivery.message().id())
                        .toList();
                assertTrue(due.contains(id), due::toString);
            }
        }
    }

    private void decide(BiConsumer<Outbox, Delivery> decision) throws Exception {
        try (WriterLock lock = lock();
                WritableStore store = open(lock)) {
            Delivery first = store.outbox().find(1).orElseThrow();
            store.commit(() -> decision.accept(store.outbox(), first));
        }
    }

    /** The store has no finer times, and must not round this one up to what is still to come. */
    @Test
    void aParkedDeliveryIsToldInTheSameRunAlsoBetweenTwoMilliseconds() throws Exception {
        alerts = new Alerts(
                List.of(new Rule("all", RuleFilter.EVERYTHING, false, List.of("chat"), DigestPeriod.AT_ONCE)),
                threeDays);
        clock.move(Duration.ofNanos(500_001));
        sync(FIRST);

        assertEquals(1, send().delivered());
        assertEquals(List.of("chat,parked", "pager,delivered"), states());
    }

    @Test
    void olderHistoryLeavesTheTroubleKnown() throws Exception {
        sync(FIRST);
        sync(SMALL);
        History history = new History(folder.resolve("history"));
        history.write(1, FIRST.withoutLast(1).bytes());
        history.importDays(home, clock, List.of(1));
        sync(SMALL);
        assertEquals(2, home.snapshots().size());
        assertEquals(List.of(REFUSED), told());

        sync(FIRST);
        assertEquals(List.of(REFUSED, NONE_REFUSED), told());
    }

    @Test
    void withoutOperatorsNobodyIsTold() throws Exception {
        alerts = Alerts.NONE;
        sync(FIRST);
        sync(SMALL);

        assertEquals(List.of(), told());
    }

    private void sync(Edition edition) throws Exception {
        server.publish(edition.bytes(), null);
        home.sync(url, alerts, UnaryOperator.identity());
    }

    private void fail() {
        server.fail(404);
        assertThrows(SourceUnreadableException.class, () -> home.sync(url, alerts, UnaryOperator.identity()));
    }

    private DeliveryReport send() throws Exception {
        return home.run(new DeliveryJob(OperatorAlertsTest::channel, clock, threeDays, DeliveryListener.NONE))
                .of("test", writer -> {});
    }

    private static Optional<Channel> channel(String name) {
        return Optional.of(message -> name.equals("pager") ? new Outcome.Delivered() : new Outcome.Refused("gone"));
    }

    private WriterLock lock() throws Exception {
        return WriterLock.acquire(home.home(), "test", clock.instant(), Duration.ZERO);
    }

    private WritableStore open(WriterLock lock) throws Exception {
        return WritableStore.open(lock, home.home(), Duration.ZERO);
    }

    private List<String> told() throws Exception {
        return home.query("SELECT kind, subject FROM delivery WHERE rule = 'operators' ORDER BY id");
    }

    private List<String> states() throws Exception {
        return home.query("SELECT channel, state FROM delivery ORDER BY id");
    }

    private String content() {
        try {
            return home.query(
                            "SELECT content FROM store.message WHERE rule = 'operators' ORDER BY created_at DESC, id LIMIT 1")
                    .get(0);
        } catch (Exception failed) {
            return failed.toString();
        }
    }
}
