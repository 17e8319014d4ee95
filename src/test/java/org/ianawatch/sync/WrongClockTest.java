package org.ianawatch.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ianawatch.alert.DigestPeriod;
import org.ianawatch.alert.Rule;
import org.ianawatch.alert.RuleFilter;
import org.ianawatch.fetch.SourceUnreadableException;
import org.ianawatch.made.MovableClock;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.SnapshotSelector;
import org.ianawatch.store.WritableStore;
import org.ianawatch.store.home.WriterLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A clock that is ahead or behind for one run loses nothing, and what it wrote is put right. */
class WrongClockTest {
    private static final Edition FIRST = Edition.of(300);
    private static final Edition SECOND = FIRST.with(Edition.assigned(301));
    private static final Edition THIRD = SECOND.with(Edition.assigned(302));
    private static final Duration TEN_YEARS = Duration.ofDays(3653);
    private static final String TOLD_SECOND = "301/tcp assigned to service-301";
    private static final String TOLD_THIRD = "302/tcp assigned to service-302";

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

    @ParameterizedTest
    @EnumSource(DigestPeriod.class)
    void aRunAheadThatStoresNothingLosesNothing(DigestPeriod period) throws Exception {
        Rule rule = rule(period);
        sync(FIRST, rule);
        clock.move(Duration.ofHours(1));
        during(TEN_YEARS, () -> sync(FIRST, rule));

        sync(SECOND, rule);
        clock.move(Duration.ofHours(1));
        sync(THIRD, rule);
        clock.move(Duration.ofDays(8));
        sync(THIRD, rule);

        assertEquals(
                period == DigestPeriod.AT_ONCE
                        ? List.of(TOLD_SECOND, TOLD_THIRD)
                        : List.of(TOLD_SECOND + "; " + TOLD_THIRD),
                told());
    }

    @ParameterizedTest
    @EnumSource(DigestPeriod.class)
    void aRuleWhoseFirstCheckWasAheadIsTold(DigestPeriod period) throws Exception {
        Rule rule = rule(period);
        sync(FIRST);
        during(TEN_YEARS, () -> sync(FIRST, rule));
        clock.move(Duration.ofHours(1));

        sync(SECOND, rule);
        clock.move(Duration.ofDays(8));
        sync(SECOND, rule);

        assertEquals(List.of(TOLD_SECOND), told());
    }

    @ParameterizedTest
    @EnumSource(DigestPeriod.class)
    void aRunBehindLosesNothingAndTellsNothingTwice(DigestPeriod period) throws Exception {
        Rule rule = rule(period);
        sync(FIRST, rule);
        clock.move(Duration.ofHours(1));
        sync(SECOND, rule);
        during(TEN_YEARS.negated(), () -> sync(SECOND, rule));
        clock.move(Duration.ofDays(8));
        during(TEN_YEARS.negated(), () -> sync(THIRD, rule));
        clock.move(Duration.ofDays(8));
        sync(THIRD, rule);

        assertEquals(List.of(TOLD_SECOND, TOLD_THIRD), told());
    }

    @ParameterizedTest
    @EnumSource(DigestPeriod.class)
    void aSnapshotOfARunAheadIsToldAndThoseAfterItToo(DigestPeriod period) throws Exception {
        Rule rule = rule(period);
        sync(FIRST, rule);
        during(TEN_YEARS, () -> sync(SECOND, rule));
        clock.move(Duration.ofHours(1));
        sync(THIRD, rule);
        clock.move(Duration.ofDays(8));
        sync(THIRD, rule);
        clock.move(Duration.ofDays(8));
        sync(THIRD, rule);

        assertEquals(
                period == DigestPeriod.AT_ONCE
                        ? List.of(TOLD_SECOND, TOLD_THIRD)
                        : List.of(TOLD_SECOND + "; " + TOLD_THIRD),
                told());
        assertTrue(
                home.notes()
                        .get(home.notes().size() - 1)
                        .startsWith("snapshot 2 is dated 2036-11-01T06:00:00Z, which is still to come"),
                home.notes().toString());
    }

    @ParameterizedTest
    @EnumSource(DigestPeriod.class)
    void aRuleThatIsNewIsNotToldWhatOthersWereToldOfASnapshotToCome(DigestPeriod period) throws Exception {
        sync(FIRST);
        during(TEN_YEARS, () -> sync(SECOND));
        clock.move(Duration.ofHours(1));
        sync(SECOND);
        clock.move(Duration.ofDays(8));

        sync(SECOND, rule(period));
        clock.move(Duration.ofDays(8));
        sync(THIRD, rule(period));
        clock.move(Duration.ofDays(8));
        sync(THIRD, rule(period));

        assertEquals(List.of(TOLD_THIRD), told());
    }

    /** As a version noted it that went by the clock. */
    @ParameterizedTest
    @EnumSource(DigestPeriod.class)
    void aMarkThatIsStillToComeIsPulledBackAndSaid(DigestPeriod period) throws Exception {
        Rule rule = rule(period);
        sync(FIRST, rule);
        during(TEN_YEARS, () -> sync(FIRST));
        note(rule, clock.instant().plus(TEN_YEARS));
        clock.move(Duration.ofHours(1));
        sync(SECOND);
        clock.move(Duration.ofHours(1));

        sync(THIRD, rule);
        clock.move(Duration.ofDays(8));
        sync(THIRD, rule);

        assertEquals(
                period == DigestPeriod.AT_ONCE
                        ? List.of(TOLD_SECOND, TOLD_THIRD)
                        : List.of(TOLD_SECOND + "; " + TOLD_THIRD),
                told());
        assertEquals(
                List.of(
                        "rule 'all' was noted as told until 2036-11-01T06:00:00Z, which is still to come: the clock was wrong"
                                + " then, or is wrong now; it is told from 2026-11-01T06:00:00.001Z on"),
                home.notes());
    }

    @Test
    void nothingIsNotedAsToldLaterThanWhatWasTold() throws Exception {
        sync(FIRST, rule(DigestPeriod.AT_ONCE));
        during(TEN_YEARS, () -> sync(FIRST, rule(DigestPeriod.AT_ONCE)));

        assertEquals(
                List.of("TRUE"),
                home.query("SELECT told_until <= TIMESTAMP WITH TIME ZONE '2026-11-01 06:00:00.001Z'"
                        + " FROM store.rule_told"));
    }

    @Test
    void operatorsHearOfASourceThatCannotBeReadThoughItWasReadAhead() throws Exception {
        Alerts alerts = new Alerts(List.of(), new OperatorAlerts(List.of("mail"), 3));
        server.publish(FIRST.bytes(), null);
        home.sync(url, alerts, UnaryOperator.identity());
        during(TEN_YEARS, () -> home.sync(url, alerts, UnaryOperator.identity()));
        server.fail(404);
        clock.move(Duration.ofDays(2));
        assertThrows(SourceUnreadableException.class, () -> home.sync(url, alerts, UnaryOperator.identity()));
        assertEquals(List.of(), told());

        clock.move(Duration.ofDays(2));
        assertThrows(SourceUnreadableException.class, () -> home.sync(url, alerts, UnaryOperator.identity()));

        assertEquals(List.of("the registry's source cannot be read"), told());
    }

    @Test
    void aStepBackThatWasSeenAheadSettlesInItsTime() throws Exception {
        sync(FIRST);
        clock.move(Duration.ofHours(1));
        sync(SECOND);
        clock.move(Duration.ofHours(1));
        during(TEN_YEARS, () -> refused(FIRST));
        refused(FIRST);
        clock.move(Duration.ofHours(23));
        refused(FIRST);
        clock.move(Duration.ofHours(1));

        sync(FIRST);
    }

    /** The last success is what is known of when it was not there yet. */
    @Test
    void aStepBackThatWasSeenBehindDoesNotSettleAtOnce() throws Exception {
        sync(FIRST);
        clock.move(Duration.ofHours(1));
        sync(SECOND);
        clock.move(Duration.ofHours(1));
        during(TEN_YEARS.negated(), () -> refused(FIRST));
        refused(FIRST);
        clock.move(Duration.ofHours(22));
        refused(FIRST);
        clock.move(Duration.ofHours(1));

        sync(FIRST);
    }

    @Test
    void aFileThatIsStillToComeByTheServersClockIsSaid() throws Exception {
        server.changedAt("Sun, 01 Nov 2026 06:01:00 GMT");
        sync(FIRST);
        server.changedAt("soon");
        sync(FIRST);
        assertEquals(List.of(), home.notes());

        server.changedAt("Sun, 01 Nov 2026 06:01:01 GMT");
        sync(FIRST);

        assertEquals(
                List.of(
                        "by the server's clock its file is of 2026-11-01T06:01:01Z, and by this machine's it is"
                                + " 2026-11-01T06:00:00Z: one of them is wrong, and the times in the store go by this machine's"),
                home.notes());
    }

    @Test
    void aSnapshotAndThoseAfterItAreDatedAnew() throws Exception {
        Rule rule = rule(DigestPeriod.AT_ONCE);
        sync(FIRST, rule);
        during(TEN_YEARS, () -> sync(SECOND, rule));
        clock.move(Duration.ofDays(1));
        sync(THIRD, rule);
        clock.move(Duration.ofDays(1));

        assertEquals(List.of(2, 3), redate(2, "2026-11-01T07:00:00Z"));

        assertEquals(
                List.of("1 sync 2026-11-01T06:00:00Z", "2 sync 2026-11-01T07:00:00Z", "3 sync 2026-11-02T06:00:00Z"),
                home.snapshots());
        assertEquals(List.of(), home.problems());
        sync(THIRD.with(Edition.assigned(303)), rule);
        assertEquals(List.of(TOLD_SECOND, TOLD_THIRD, "303/tcp assigned to service-303"), told());
        assertEquals("4 sync 2026-11-03T06:00:00Z", home.snapshots().get(3));
        assertEquals(List.of(), home.problems());
    }

    @Test
    void aSnapshotOfARunBehindIsDatedAnew() throws Exception {
        during(TEN_YEARS.negated(), () -> sync(FIRST));
        clock.move(Duration.ofDays(1));
        sync(SECOND);

        assertEquals(List.of(1), redate(1, "2026-11-01T06:00:00Z"));
        assertEquals(List.of(), redate(1, "2026-11-01T06:00:00Z"));

        assertEquals(List.of("1 sync 2026-11-01T06:00:00Z", "2 sync 2026-11-02T06:00:00Z"), home.snapshots());
        assertEquals(List.of(), home.problems());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2 2026-11-01T06:00:00Z snapshot 2 must be later than snapshot 1, which is of 2026-11-01T06:00:00Z",
                "2 2026-11-03T06:00:00Z snapshot 2 must be earlier than snapshot 3, which is of 2026-11-03T06:00:00Z",
                "3 2026-11-03T06:00:01Z 2026-11-03T06:00:01Z is still to come"
            })
    void theOrderStaysAsItIs(String line) throws Exception {
        sync(FIRST);
        clock.move(Duration.ofDays(1));
        sync(SECOND);
        clock.move(Duration.ofDays(1));
        sync(THIRD);
        var before = home.disk();
        String[] words = line.split(" ", 3);

        var refusal = assertThrows(IllegalArgumentException.class, () -> redate(Integer.parseInt(words[0]), words[1]));

        assertEquals(words[2], refusal.getMessage());
        assertEquals(
                before.get(home.home().databaseFile().toString()).length(),
                home.disk().get(home.home().databaseFile().toString()).length());
        assertEquals("2 sync 2026-11-02T06:00:00Z", home.snapshots().get(1));
    }

    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    private void during(Duration ahead, Work work) throws Exception {
        clock.move(ahead);
        work.run();
        clock.move(ahead.negated());
    }

    private void sync(Edition edition, Rule... rules) throws Exception {
        server.publish(edition.bytes(), null);
        SyncResult result = home.sync(url, new Alerts(List.of(rules), OperatorAlerts.NONE), UnaryOperator.identity());
        assertTrue(!(result instanceof SyncResult.Refused), result.toString());
    }

    private void refused(Edition edition) throws Exception {
        server.publish(edition.bytes(), null);
        assertInstanceOf(SyncResult.Refused.class, home.sync(url));
    }

    private void note(Rule rule, Instant until) throws Exception {
        try (WriterLock lock = WriterLock.acquire(home.home(), "test", clock.instant(), Duration.ZERO);
                WritableStore store = WritableStore.open(lock, home.home(), Duration.ZERO)) {
            store.commit(() -> store.ruleProgress().tellUntil(rule.name(), until));
        }
    }

    private List<Integer> redate(int number, String date) throws Exception {
        try (WriterLock lock = WriterLock.acquire(home.home(), "test", clock.instant(), Duration.ZERO);
                WritableStore store = WritableStore.open(lock, home.home(), Duration.ZERO)) {
            SnapshotEntry entry = store.find(SnapshotSelector.number(number));
            List<SnapshotEntry> before = new ArrayList<>();
            store.commit(() -> before.addAll(store.redate(entry, Instant.parse(date), clock.instant())));
            return before.stream().map(SnapshotEntry::number).toList();
        }
    }

    private static Rule rule(DigestPeriod digest) {
        return new Rule("all", RuleFilter.EVERYTHING, false, List.of("chat"), digest);
    }

    /** The subjects of all that is no summary. */
    private List<String> told() throws Exception {
        return home.query("SELECT subject FROM delivery WHERE kind <> 'summary' ORDER BY id");
    }
}
