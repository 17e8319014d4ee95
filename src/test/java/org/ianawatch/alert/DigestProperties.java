package org.ianawatch.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ianawatch.diff.Kind;

/** Whenever digests are asked for: no change is lost, none is told twice. */
class DigestProperties {
    private static final Instant START = Instant.parse("2026-10-28T09:00:00Z");
    private static final MessageWriter WRITER = new MessageWriter("ports");

    /** Hours until the next run, and whether it finds a snapshot. */
    record Step(int hours, boolean snapshot) {}

    @Property(tries = 500)
    void everyChangeIsToldOnceAfterItsDayOrWeek(
            @ForAll("steps") List<Step> steps, @ForAll("periods") DigestPeriod period) {
        Rule rule = Observations.rule(period, Kind.ASSIGNED);
        List<Message> sent = new ArrayList<>();
        List<String> observed = new ArrayList<>();
        List<Observation> pending = List.of();
        Instant now = START;
        int number = 1;
        List<Step> all = new ArrayList<>(steps);
        all.add(new Step(24 * 15, false));
        for (Step step : all) {
            now = now.plus(Duration.ofHours(step.hours()));
            if (step.snapshot()) {
                Observation observation = Observations.of(
                        ++number, now, Observations.assigned(number, "foo"), Observations.reserved(number));
                pending =
                        Stream.concat(pending.stream(), Stream.of(observation)).toList();
                observed.add(observation.changes().get(0).change().span() + "");
            }
            Digest digest = Digest.of(period, now, pending);
            List<Message> messages = messages(rule, digest);
            for (Message message : messages) {
                Instant end = message.createdAt();
                assertTrue(!end.isAfter(now), "a day or week is told when it is over");
                assertTrue(
                        message.items().stream()
                                .allMatch(item -> item.observedAt().isBefore(end)
                                        && !item.observedAt()
                                                .isBefore(end.minus(
                                                        Duration.ofDays(period == DigestPeriod.DAILY ? 1 : 7)))),
                        "it has what was observed in it");
            }
            sent.addAll(messages);
            pending = digest.waiting();
        }
        assertEquals(
                observed,
                Observations.sentences(sent).stream()
                        .map(sentence -> sentence.substring(0, sentence.indexOf('/')))
                        .toList());
        assertEquals(sent.size(), sent.stream().map(Message::id).distinct().count(), "each message has its own id");
    }

    @Property(tries = 100)
    void whatWaitsIsAllThatIsKept(@ForAll("steps") List<Step> steps, @ForAll("periods") DigestPeriod period) {
        List<Observation> observations = new ArrayList<>();
        Instant now = START;
        for (Step step : steps) {
            now = now.plus(Duration.ofHours(step.hours()));
            observations.add(Observations.of(observations.size() + 2, now, Observations.assigned(1, "foo")));
        }
        Rule rule = Observations.rule(period);
        Digest all = Digest.of(period, now, observations);
        Digest rest = Digest.of(period, now.plus(Duration.ofDays(8)), all.waiting());
        assertEquals(List.of(), rest.waiting());
        assertEquals(
                observations.size(),
                Observations.sentences(messages(rule, all)).size()
                        + Observations.sentences(messages(rule, rest)).size());
    }

    @Example
    void aClockThatIsBehindMakesNothingDue() {
        List<Observation> observations = List.of(Observations.of(2, START, Observations.reserved(1)));
        Digest early = Digest.of(DigestPeriod.DAILY, START.minus(Duration.ofDays(30)), observations);
        assertEquals(List.of(), early.due());
        assertEquals(observations, early.waiting());
    }

    @Example
    void whatCameAfterSomethingThatWaitsWaitsToo() {
        Observation first = Observations.of(2, START, Observations.assigned(1, "foo"));
        Observation second = Observations.of(3, START.minus(Duration.ofDays(3)), Observations.assigned(2, "bar"));
        Digest digest = Digest.of(DigestPeriod.DAILY, START, List.of(second, first));
        assertEquals(List.of(), digest.due());
        assertEquals(List.of(first, second), digest.waiting());
        assertEquals(
                2,
                Digest.of(DigestPeriod.DAILY, START.plus(Duration.ofDays(1)), digest.waiting())
                        .due()
                        .size());
    }

    @Example
    void weeksBeginOnMonday() {
        Instant sunday = Observations.SUNDAY;
        assertEquals(Instant.parse("2026-11-02T00:00:00Z"), DigestPeriod.WEEKLY.startOf(sunday));
        assertEquals(Instant.parse("2026-11-09T00:00:00Z"), DigestPeriod.WEEKLY.endOf(sunday));
        assertEquals(Instant.parse("2026-11-08T00:00:00Z"), DigestPeriod.DAILY.startOf(sunday));
        assertEquals(sunday, DigestPeriod.AT_ONCE.endOf(sunday));
    }

    @Example
    void whatIsToldAtOnceDoesNotGather() {
        Observation one = Observations.of(2, START, Observations.reserved(1));
        Observation other = Observations.of(3, START, Observations.reserved(2));
        assertEquals(
                new Digest(List.of(List.of(one), List.of(other)), List.of()),
                Digest.of(DigestPeriod.AT_ONCE, START, List.of(other, one)));
    }

    private static List<Message> messages(Rule rule, Digest digest) {
        return digest.due().stream()
                .map(due -> WRITER.changes(rule, due))
                .flatMap(Optional::stream)
                .toList();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Arbitraries.integers()
                .between(1, 60)
                .flatMap(hours -> Arbitraries.of(true, false).map(snapshot -> new Step(hours, snapshot)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    @Provide
    Arbitrary<DigestPeriod> periods() {
        return Arbitraries.of(DigestPeriod.DAILY, DigestPeriod.WEEKLY);
    }
}
