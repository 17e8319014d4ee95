package org.ianawatch.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ianawatch.alert.DigestPeriod;
import org.ianawatch.alert.Message;
import org.ianawatch.alert.MessageJson;
import org.ianawatch.alert.Rule;
import org.ianawatch.alert.RuleFilter;
import org.ianawatch.fetch.SourceUnreadableException;
import org.ianawatch.made.MovableClock;
import org.ianawatch.made.Rows;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Use;
import org.ianawatch.store.WritableStore;
import org.ianawatch.store.home.WriterLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sync leaves in the outbox. */
class AlertsTest {
    private static final Edition FIRST = Edition.of(300);
    private static final Edition SECOND = FIRST.with(Edition.assigned(301));
    private static final Edition THIRD = SECOND.with(Edition.assigned(302));

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
    void theFirstSnapshotIsOneSummaryForEachChannel() throws Exception {
        sync(
                FIRST,
                rule("all", DigestPeriod.AT_ONCE, false, "chat", "hook"),
                rule("week", DigestPeriod.WEEKLY, false, "chat"));

        assertEquals(
                List.of(
                        "all, week;chat;summary;pending;300 registrations stored: the first snapshot",
                        "all;hook;summary;pending;300 registrations stored: the first snapshot"),
                deliveries());
    }

    @Test
    void aSnapshotIsToldToTheRulesThatItConcerns() throws Exception {
        sync(FIRST);
        sync(
                SECOND,
                rule("all", DigestPeriod.AT_ONCE, false, "chat"),
                rule("mine", DigestPeriod.AT_ONCE, true, "chat"));
        sync(SECOND, rule("all", DigestPeriod.AT_ONCE, false, "chat"));

        assertEquals(List.of("all;chat;changes;pending;301/tcp assigned to service-301"), deliveries());
    }

    @Test
    void aRuleIsAskedOfTheRowsThatTheSnapshotBroughtAndEnded() throws Exception {
        sync(FIRST);
        sync(
                FIRST.without(300).with(Rows.row("newcomer", "301", "tcp", "New words")),
                about("xxxx", "chat"),
                about("new words", "hook"),
                about("absent", "mail"));

        assertEquals(
                List.of(
                        "xxxx;chat;changes;pending;300/tcp de-assigned from service-300",
                        "new words;hook;changes;pending;301/tcp assigned to newcomer"),
                deliveries());
    }

    @Test
    void rulesThatShareAChannelAreOneMessage() throws Exception {
        sync(FIRST);
        use(new Span(301, 301), "lab telemetry");
        sync(
                SECOND,
                rule("all", DigestPeriod.AT_ONCE, false, "chat", "hook"),
                rule("mine", DigestPeriod.AT_ONCE, true, "chat", "mail"),
                rule("day", DigestPeriod.DAILY, false, "chat"));

        String subject = "301/tcp, which you use for lab telemetry, is now assigned to service-301";
        assertEquals(
                List.of(
                        "all, mine;chat;changes;pending;" + subject,
                        "all;hook;changes;pending;" + subject,
                        "mine;mail;changes;pending;" + subject),
                deliveries());
    }

    @Test
    void channelsOfTheSameRulesShareTheMessage() throws Exception {
        sync(FIRST);
        sync(
                SECOND,
                rule("all", DigestPeriod.AT_ONCE, false, "chat", "hook"),
                rule("other", DigestPeriod.AT_ONCE, false, "hook", "chat", "chat"));

        assertEquals(
                List.of("all, other;chat", "all, other;hook"),
                home.query("SELECT CONCAT_WS(';', rule, channel) FROM delivery ORDER BY id"));
        assertEquals(List.of("1"), home.query("SELECT COUNT(DISTINCT message_id) FROM delivery"));
    }

    @Test
    void whatAnImportBringsIsListed() throws Exception {
        History history = new History(folder.resolve("history"));
        List<DatedFile> files =
                DatedFile.inDateOrder(List.of(history.write(1, FIRST.bytes()), history.write(2, SECOND.bytes())));
        history.importFiles(home, clock, files, false, alerts(rule("all", DigestPeriod.AT_ONCE, false, "chat")));

        Message message =
                MessageJson.read(home.query("SELECT content FROM store.message").get(0), PortRegistry.ROLES);
        assertEquals(1, message.items().size());
        assertEquals("Snapshots 1 to 2, observed 2016-01-01 to 2016-01-02.", message.lead());
    }

    /** The store has no finer times, and rounds this one down. */
    @Test
    void aCheckThatBeginsBetweenTwoMillisecondsIsToldAtOnce() throws Exception {
        sync(FIRST);
        clock.move(Duration.ofDays(1).plusNanos(499_999));
        sync(SECOND, rule("all", DigestPeriod.AT_ONCE, false, "chat"));

        assertEquals(List.of("all;chat;changes;pending;301/tcp assigned to service-301"), deliveries());
    }

    @Test
    void whatTouchesAUseIsToldWithItsMeaning() throws Exception {
        sync(FIRST);
        use(new Span(301, 301), "lab telemetry");
        sync(SECOND, rule("mine", DigestPeriod.AT_ONCE, true, "chat"));

        assertEquals(
                List.of(
                        "mine;chat;changes;pending;301/tcp, which you use for lab telemetry, is now assigned to service-301"),
                deliveries());
    }

    @Test
    void whatWasAcceptedIsASummary() throws Exception {
        sync(FIRST);
        server.publish(FIRST.withoutLast(20).bytes(), null);
        Alerts alerts = alerts(rule("all", DigestPeriod.AT_ONCE, false, "chat"));
        home.sync(url, alerts, request -> request);
        assertEquals(List.of(), deliveries());

        home.sync(url, alerts, MadeHome.accepting());

        assertEquals(
                List.of(
                        "all;chat;summary;pending;snapshot 2 accepted from quarantine: 281/tcp de-assigned from service-281, and 19 more changes"),
                deliveries());
    }

    @Test
    void aDigestComesOnceWithTheFirstCheckAfterItsDay() throws Exception {
        Rule daily = rule("daily", DigestPeriod.DAILY, false, "chat");
        sync(FIRST);
        clock.move(Duration.ofHours(1));
        sync(SECOND, daily);
        clock.move(Duration.ofHours(1));
        sync(THIRD, daily);
        assertEquals(List.of(), deliveries());

        clock.move(Duration.ofDays(1));
        server.fail(404);
        assertThrows(SourceUnreadableException.class, () -> home.sync(url, alerts(daily), UnaryOperator.identity()));
        List<String> gathered =
                List.of("daily;chat;changes;pending;301/tcp assigned to service-301; 302/tcp assigned to service-302");
        assertEquals(gathered, deliveries());

        clock.move(Duration.ofDays(1));
        sync(THIRD, daily);
        assertEquals(gathered, deliveries());
    }

    @Test
    void whatARunWithoutTheRulesStoredIsToldByTheNextOneWithThem() throws Exception {
        Rule atOnce = rule("all", DigestPeriod.AT_ONCE, false, "chat");
        sync(FIRST, atOnce);
        clock.move(Duration.ofHours(1));
        sync(SECOND);
        clock.move(Duration.ofHours(1));
        sync(THIRD);
        assertEquals(1, deliveries().size());

        clock.move(Duration.ofHours(1));
        sync(THIRD, atOnce);

        List<String> told = List.of(
                "all;chat;summary;pending;300 registrations stored: the first snapshot",
                "all;chat;changes;pending;301/tcp assigned to service-301",
                "all;chat;changes;pending;302/tcp assigned to service-302");
        assertEquals(told, deliveries());
        clock.move(Duration.ofHours(1));
        sync(THIRD, atOnce);
        assertEquals(told, deliveries());
    }

    @Test
    void aDigestMissesNothingThatARunWithoutItsRuleStored() throws Exception {
        Rule daily = rule("daily", DigestPeriod.DAILY, false, "chat");
        sync(FIRST, daily);
        clock.move(Duration.ofHours(1));
        sync(SECOND);
        clock.move(Duration.ofDays(1));
        sync(THIRD);
        assertEquals(1, deliveries().size());

        clock.move(Duration.ofDays(1));
        sync(THIRD, daily);

        assertEquals(
                List.of(
                        "daily;chat;changes;pending;301/tcp assigned to service-301",
                        "daily;chat;changes;pending;302/tcp assigned to service-302"),
                deliveries().subList(1, 3));
    }

    @Test
    void aNewRuleIsNotToldOfWhatIsOld() throws Exception {
        sync(FIRST, rule("other", DigestPeriod.AT_ONCE, false, "chat"));
        clock.move(Duration.ofHours(1));
        sync(SECOND, rule("other", DigestPeriod.AT_ONCE, false, "chat"));
        clock.move(Duration.ofHours(1));
        int before = deliveries().size();
        Rule added = rule("new", DigestPeriod.AT_ONCE, false, "chat");
        sync(SECOND, rule("other", DigestPeriod.AT_ONCE, false, "chat"), added);
        assertEquals(before, deliveries().size());

        clock.move(Duration.ofHours(1));
        sync(THIRD, added);

        assertEquals(
                List.of("new;chat;changes;pending;302/tcp assigned to service-302"),
                deliveries().subList(before, deliveries().size()));
    }

    @Test
    void aRuleThatWasTakenOutAndPutBackIsNew() throws Exception {
        Rule rule = rule("all", DigestPeriod.AT_ONCE, false, "chat");
        sync(FIRST, rule);
        clock.move(Duration.ofHours(1));
        sync(SECOND, rule("other", DigestPeriod.AT_ONCE, false, "hook"));
        clock.move(Duration.ofHours(1));
        sync(THIRD, rule);

        assertEquals(List.of("summary", "changes", "changes"), home.query("SELECT kind FROM delivery ORDER BY id"));
        assertEquals(
                "all;chat;changes;pending;302/tcp assigned to service-302",
                deliveries().get(2));
    }

    @Test
    void anImportIsASummaryAndNoDigest() throws Exception {
        History history = new History(folder.resolve("history"));
        List<DatedFile> files = DatedFile.inDateOrder(List.of(
                history.write(1, FIRST.bytes()), history.write(2, SECOND.bytes()), history.write(3, THIRD.bytes())));
        Rule daily = rule("daily", DigestPeriod.DAILY, false, "chat");
        Alerts alerts = alerts(rule("all", DigestPeriod.AT_ONCE, false, "chat"), daily);
        history.importFiles(home, clock, files.subList(1, 3), false, alerts);
        history.importFiles(home, clock, files, false, alerts);
        history.importFiles(home, clock, files, false, alerts);
        clock.move(Duration.ofDays(2));
        sync(THIRD, rule("all", DigestPeriod.AT_ONCE, false, "chat"), daily);

        assertEquals(
                List.of("all, daily;chat;summary;pending;2 snapshots imported: 302/tcp assigned to service-302"),
                deliveries());
    }

    @Test
    void whatIsAcceptedLaterIsASummaryAndNoDigest() throws Exception {
        Rule daily = rule("daily", DigestPeriod.DAILY, false, "chat");
        sync(FIRST);
        sync(FIRST.withoutLast(20), daily);
        try (WriterLock lock = WriterLock.acquire(home.home(), "test", clock.instant(), Duration.ZERO);
                WritableStore store = WritableStore.open(lock, home.home(), Duration.ZERO)) {
            new QuarantineJob(store, clock, alerts(daily)).accept(1);
        }
        clock.move(Duration.ofDays(2));
        sync(FIRST.withoutLast(20), daily);

        assertEquals(
                List.of(
                        "daily;chat;summary;pending;snapshot 2 accepted from quarantine: 281/tcp de-assigned from service-281, and 19 more changes"),
                deliveries());
    }

    private void sync(Edition edition, Rule... rules) throws Exception {
        server.publish(edition.bytes(), null);
        home.sync(url, alerts(rules), UnaryOperator.identity());
    }

    private void use(Span ports, String note) throws Exception {
        try (WriterLock lock = WriterLock.acquire(home.home(), "test", clock.instant(), Duration.ZERO);
                WritableStore store = WritableStore.open(lock, home.home(), Duration.ZERO)) {
            store.commit(() -> store.uses().put(Use.of(ports, Space.TCP), note, clock.instant()));
        }
    }

    private static Alerts alerts(Rule... rules) {
        return new Alerts(List.of(rules), OperatorAlerts.NONE);
    }

    private static Rule rule(String name, DigestPeriod digest, boolean uses, String... channels) {
        RuleFilter filter =
                new RuleFilter(RuleFilter.EVERYTHING.change(), Set.of(), List.of(), List.of(), Set.of(), null, uses);
        return new Rule(name, filter, false, List.of(channels), digest);
    }

    /** A rule about the rows that have a text. */
    private static Rule about(String text, String channel) {
        RuleFilter filter = new RuleFilter(
                RuleFilter.EVERYTHING.change(), Set.of(), List.of(), List.of(text), Set.of(), null, false);
        return new Rule(text, filter, false, List.of(channel), DigestPeriod.AT_ONCE);
    }

    /** Those that say what a rule, channel, kind, state and subject are, by semicolons. */
    private List<String> deliveries() throws Exception {
        return home.query("SELECT CONCAT_WS(';', rule, channel, kind, state, subject) FROM delivery ORDER BY id");
    }
}
