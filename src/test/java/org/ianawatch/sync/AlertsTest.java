package org.ianawatch.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ianawatch.alert.DigestPeriod;
import org.ianawatch.alert.Rule;
import org.ianawatch.alert.RuleFilter;
import org.ianawatch.fetch.SourceUnreadableException;
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
    void theFirstSnapshotIsOneSummaryForEachRule() throws Exception {
        sync(
                FIRST,
                rule("all", DigestPeriod.AT_ONCE, false, "chat", "hook"),
                rule("week", DigestPeriod.WEEKLY, false, "chat"));

        assertEquals(
                List.of(
                        "all,chat,summary,pending,300 registrations stored: the first snapshot",
                        "all,hook,summary,pending,300 registrations stored: the first snapshot",
                        "week,chat,summary,pending,300 registrations stored: the first snapshot"),
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

        assertEquals(List.of("all,chat,changes,pending,301/tcp assigned to service-301"), deliveries());
    }

    @Test
    void whatTouchesAUseIsToldWithItsMeaning() throws Exception {
        sync(FIRST);
        Alerts alerts =
                new Alerts(List.of(rule("mine", DigestPeriod.AT_ONCE, true, "chat")), (uses, change) -> "it is yours");
        server.publish(SECOND.bytes(), null);
        home.sync(url, alerts, request -> request);

        assertEquals(List.of("mine,chat,changes,pending,it is yours"), deliveries());
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
                        "all,chat,summary,pending,snapshot 2 accepted from quarantine: 20 changes, of which rule 'all' picks 20"),
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
                List.of("daily,chat,changes,pending,301/tcp assigned to service-301; 302/tcp assigned to service-302");
        assertEquals(gathered, deliveries());

        clock.move(Duration.ofDays(1));
        sync(THIRD, daily);
        assertEquals(gathered, deliveries());
    }

    @Test
    void aDryRunWritesNothing() throws Exception {
        sync(FIRST);
        server.publish(SECOND.bytes(), null);
        home.sync(url, alerts(rule("all", DigestPeriod.AT_ONCE, false, "chat")), MadeHome.dryRun());

        assertEquals(List.of(), deliveries());
    }

    private void sync(Edition edition, Rule... rules) throws Exception {
        server.publish(edition.bytes(), null);
        home.sync(url, alerts(rules), UnaryOperator.identity());
    }

    private static Alerts alerts(Rule... rules) {
        return new Alerts(List.of(rules), (uses, change) -> null);
    }

    private static Rule rule(String name, DigestPeriod digest, boolean uses, String... channels) {
        RuleFilter filter =
                new RuleFilter(RuleFilter.EVERYTHING.change(), Set.of(), List.of(), List.of(), Set.of(), null, uses);
        return new Rule(name, filter, false, List.of(channels), digest);
    }

    private List<String> deliveries() throws Exception {
        return home.query("SELECT rule, channel, kind, state, subject FROM delivery ORDER BY id");
    }
}
