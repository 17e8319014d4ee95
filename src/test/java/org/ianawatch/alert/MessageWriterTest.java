package org.ianawatch.alert;

import static org.ianawatch.alert.Observations.SUNDAY;
import static org.ianawatch.alert.Observations.amended;
import static org.ianawatch.alert.Observations.assigned;
import static org.ianawatch.alert.Observations.reserved;
import static org.ianawatch.alert.Observations.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ianawatch.alert.Bulk.Cause;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.FieldChange;
import org.ianawatch.diff.Kind;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.report.Sentence;
import org.junit.jupiter.api.Test;

class MessageWriterTest {
    private static final MessageWriter WRITER = new MessageWriter("ports");
    private static final Rule AT_ONCE = rule(DigestPeriod.AT_ONCE);
    private static final Change COSMETIC = amended(281, "A  bar", "A bar");

    @Test
    void theSubjectSaysWhatHappened() {
        assertEquals("278/tcp assigned to foo", subject(assigned(278, "foo")));
        assertEquals("278/tcp assigned to foo; 278/udp reserved", subject(assigned(278, "foo"), reserved(278)));
        assertEquals(
                "278/tcp assigned to foo, and 2 more changes",
                subject(amended(9, "A", "B"), assigned(278, "foo"), reserved(278)));
        assertEquals(
                "1-2/tcp bar silently amended: Description; 9/tcp bar silently amended: Description",
                subject(amended(9, "A", "B"), amended(1, "C", "D"), amended(2, "C", "D")));
        assertEquals("280/tcp bar silently amended: Description", subject(amended(280, "A", "B")));
    }

    @Test
    void theSubjectIsOneLineAndWhole() {
        String long300 = "x".repeat(300);
        assertEquals(
                "278/tcp assigned to evil⏎Bcc: all " + long300, subject(assigned(278, "evil\r\nBcc: all " + long300)));
    }

    @Test
    void aModificationDateAloneIsNoNews() {
        Change dated = new Change.Amended(
                Span.of(9),
                List.of(Space.TCP),
                "bar",
                List.of(new FieldChange(PortRegistry.MODIFICATION_DATE, "2015-11-03", "2026-11-01")));
        assertEquals(Optional.empty(), WRITER.changes(AT_ONCE, List.of(Observations.of(2, SUNDAY, dated))));
        Message beside = WRITER.changes(AT_ONCE, List.of(Observations.of(2, SUNDAY, dated, reserved(278))))
                .orElseThrow();
        assertEquals("278/udp reserved", beside.subject());
        assertEquals("Snapshot 2, observed 2026-11-08. 1 cosmetic change is not listed.", beside.lead());
    }

    @Test
    void whatASiteUsesComesFirst() {
        Observation observation = Observation.of(
                2,
                "0".repeat(64),
                SUNDAY,
                List.of(assigned(1, "one"), assigned(2, "two"), assigned(278, "foo")),
                List.of(),
                change -> change.span().contains(278) ? "278/tcp, which you use, is now assigned to foo" : null);
        Message message = WRITER.changes(AT_ONCE, List.of(observation)).orElseThrow();
        assertEquals("278/tcp, which you use, is now assigned to foo, and 2 more changes", message.subject());
        assertEquals(
                "278/tcp, which you use, is now assigned to foo",
                message.items().get(0).meaning());
        assertEquals(
                "1/tcp assigned to one (was unassigned)",
                Sentence.of(message.items().get(1).change()).text());
    }

    @Test
    void cosmeticChangesAreCountedUnlessARuleAsksForThem() {
        Observation observation = Observations.of(2, SUNDAY, reserved(278), COSMETIC);
        Message folded = WRITER.changes(AT_ONCE, List.of(observation)).orElseThrow();
        assertEquals("Snapshot 2, observed 2026-11-08. 1 cosmetic change is not listed.", folded.lead());
        assertEquals(1, folded.items().size());

        Rule all = new Rule("lab", RuleFilter.EVERYTHING, true, List.of("ops"), DigestPeriod.AT_ONCE);
        Message listed = WRITER.changes(all, List.of(observation)).orElseThrow();
        assertEquals("Snapshot 2, observed 2026-11-08.", listed.lead());
        assertEquals(2, listed.items().size());
    }

    @Test
    void onlyCosmeticChangesAreNoNews() {
        assertEquals(
                Optional.empty(), WRITER.changes(AT_ONCE, List.of(Observations.of(2, SUNDAY, COSMETIC, COSMETIC))));
        assertEquals(
                Optional.empty(),
                WRITER.changes(
                        rule(DigestPeriod.AT_ONCE, Kind.RENAMED), List.of(Observations.of(2, SUNDAY, reserved(1)))));
    }

    @Test
    void theSameNewsHasTheSameIdAndOtherNewsAnother() {
        Observation observation = Observations.of(2, SUNDAY, reserved(278));
        String id = WRITER.changes(AT_ONCE, List.of(observation)).orElseThrow().id();
        assertEquals(
                id, WRITER.changes(AT_ONCE, List.of(observation)).orElseThrow().id());
        assertTrue(id.matches("[0-9a-f]{32}"), id);

        Rule other = new Rule("other", RuleFilter.EVERYTHING, false, List.of("ops"), DigestPeriod.AT_ONCE);
        Observation again = Observations.of(2, SUNDAY.plus(Duration.ofDays(1)), reserved(278));
        assertNotEquals(
                id, WRITER.changes(other, List.of(observation)).orElseThrow().id());
        assertNotEquals(
                id, WRITER.changes(AT_ONCE, List.of(again)).orElseThrow().id());
        assertNotEquals(
                id,
                new MessageWriter("others")
                        .changes(AT_ONCE, List.of(observation))
                        .orElseThrow()
                        .id());
        assertNotEquals(
                id,
                WRITER.changes(rule(DigestPeriod.DAILY), List.of(observation))
                        .orElseThrow()
                        .id());
    }

    @Test
    void aDigestSaysItsDays() {
        Rule weekly = rule(DigestPeriod.WEEKLY);
        List<Observation> week = List.of(
                Observations.of(2, SUNDAY.minus(Duration.ofDays(2)), reserved(1)),
                Observations.of(3, SUNDAY, COSMETIC),
                Observations.of(4, SUNDAY, reserved(2)));
        Message message = WRITER.changes(weekly, week).orElseThrow();
        assertEquals(
                "Digest of 2026-11-02 to 2026-11-08 (UTC): 2 snapshots. 1 cosmetic change is not listed.",
                message.lead());
        assertEquals("2026-11-09T00:00:00Z", message.createdAt().toString());
        assertEquals(
                List.of(2, 4),
                message.items().stream().map(Message.Item::snapshot).toList());
    }

    @Test
    void aRehearsalHasOneMessageForEachSnapshotThatMatters() {
        List<Observation> observations = List.of(
                Observations.of(2, SUNDAY, reserved(1)),
                Observations.of(3, SUNDAY.plus(Duration.ofDays(1)), COSMETIC),
                Observations.of(4, SUNDAY.plus(Duration.ofDays(2)), reserved(2), reserved(5)));
        Rehearsal rehearsal = Rehearsal.of(AT_ONCE, SUNDAY, observations, WRITER);
        assertEquals(2, rehearsal.messages().size());
        assertEquals(3, rehearsal.changes());
        assertEquals(0, rehearsal.waiting());
        Rehearsal daily = Rehearsal.of(rule(DigestPeriod.DAILY), SUNDAY.plus(Duration.ofDays(1)), observations, WRITER);
        assertEquals(List.of(1, 2), List.of(daily.messages().size(), daily.waiting()));
    }

    @Test
    void rulesOfOneChannelAreOneMessageThatNamesThem() {
        Observation observation = Observations.of(2, SUNDAY, assigned(1, "one"), reserved(278), COSMETIC);
        Due reserved = due("reserved", false, List.of(observation), Kind.RESERVED);
        Due all = due("all", false, List.of(observation));
        Due renamed = due("renamed", true, List.of(observation), Kind.RENAMED);
        Message message = WRITER.changes(List.of(reserved, all, renamed)).orElseThrow();
        assertEquals(List.of("reserved", "all"), message.rules());
        assertEquals("reserved, all", message.rule());
        assertEquals(2, message.items().size());
        assertEquals("Snapshot 2, observed 2026-11-08. 1 cosmetic change is not listed.", message.lead());
        assertEquals(message, WRITER.changes(List.of(reserved, all)).orElseThrow());
        assertEquals(Optional.empty(), WRITER.changes(List.of(renamed)));

        Message alone = WRITER.changes(List.of(all)).orElseThrow();
        assertNotEquals(alone.id(), message.id());
        assertEquals(alone.thread(), message.thread());
        // What an older version sent had this id.
        assertEquals(
                "61acfdf009879cef561c6dcb50aa8989",
                WRITER.changes(AT_ONCE, List.of(observation)).orElseThrow().id());
    }

    /** One rule may be new, and know of a part of the week alone. */
    @Test
    void aRuleTellsNothingOfASnapshotThatIsNotItsOwn() {
        Observation older = Observations.of(2, SUNDAY, reserved(1), assigned(1, "one"));
        Observation newer = Observations.of(3, SUNDAY, reserved(2), assigned(2, "two"));
        Message message = WRITER.changes(List.of(
                        due("old", false, List.of(older, newer), Kind.ASSIGNED),
                        due("new", false, List.of(newer), Kind.RESERVED)))
                .orElseThrow();
        assertEquals(
                List.of(
                        "1/tcp assigned to one (was unassigned)",
                        "2/udp reserved (was unassigned)",
                        "2/tcp assigned to two (was unassigned)"),
                Observations.sentences(List.of(message)));
    }

    private static Due due(String name, boolean cosmetic, List<Observation> observations, Kind... kinds) {
        Rule like = rule(DigestPeriod.AT_ONCE, kinds);
        return new Due(new Rule(name, like.filter(), cosmetic, List.of("ops"), like.digest()), observations);
    }

    @Test
    void muchAtOnceIsOneMessage() {
        List<Observation> many = List.of(
                Observations.of(2, SUNDAY, reserved(1), assigned(2, "two")),
                Observations.of(3, SUNDAY.plus(Duration.ofDays(7)), reserved(3), COSMETIC));
        List<Rule> rules = List.of(
                due("reserved", false, many, Kind.RESERVED).rule(),
                due("renamed", false, many, Kind.RENAMED).rule());
        Message imported = new Bulk(Cause.IMPORT, 14_440, many)
                .summary("ports", rules, SUNDAY)
                .orElseThrow();
        assertEquals(Message.Kind.SUMMARY, imported.kind());
        assertEquals("2 snapshots imported: 1/udp reserved; 3/udp reserved", imported.subject());
        assertEquals("Snapshots 2 to 3, observed 2026-11-08 to 2026-11-15.", imported.lead());
        assertEquals(List.of("reserved"), imported.rules());
        assertEquals(
                List.of("1/udp reserved (was unassigned)", "3/udp reserved (was unassigned)"),
                Observations.sentences(List.of(imported)));

        Message first = new Bulk(Cause.FIRST_RUN, 14_440, many.subList(0, 1))
                .summary("ports", rules, SUNDAY)
                .orElseThrow();
        assertEquals("14,440 registrations stored: the first snapshot", first.subject());
        assertEquals(List.of("reserved", "renamed"), first.rules());
        Message accepted = new Bulk(Cause.ACCEPTED, 14_440, many.subList(0, 1))
                .summary("ports", rules, SUNDAY)
                .orElseThrow();
        assertEquals("snapshot 2 accepted from quarantine: 1/udp reserved", accepted.subject());
        assertEquals(
                3,
                List.of(imported.id(), first.id(), accepted.id()).stream()
                        .distinct()
                        .count());
        assertEquals(
                Optional.empty(), new Bulk(Cause.IMPORT, 14_440, many).summary("ports", rules.subList(1, 2), SUNDAY));
    }

    @Test
    void ofMuchAtOnceTheFiftyThatMatterMostAreListed() {
        List<Change> changes = new ArrayList<>();
        for (int port = 1; port <= 49; port++) {
            changes.add(amended(port, "A" + port, "B" + port));
        }
        Observation older = Observation.of(
                2,
                "0".repeat(64),
                SUNDAY,
                changes,
                List.of(),
                change -> change.span().contains(7) ? "7/tcp, which you use, was amended" : null);
        Observation newer = Observations.of(3, SUNDAY, assigned(60, "a"), amended(61, "C", "D"));
        Message message = new Bulk(Cause.IMPORT, 14_440, List.of(older, newer))
                .summary("ports", List.of(AT_ONCE), SUNDAY)
                .orElseThrow();
        assertEquals("2 snapshots imported: 7/tcp, which you use, was amended, and 50 more changes", message.subject());
        assertEquals("Snapshots 2 to 3, observed 2026-11-08 to 2026-11-08.", message.lead());
        assertEquals(1, message.leftOut());
        List<String> sentences = Observations.sentences(List.of(message));
        assertEquals(50, sentences.size());
        assertEquals(
                List.of("60/tcp assigned to a (was unassigned)", "61/tcp bar silently amended: Description"),
                sentences.subList(48, 50));
        assertTrue(sentences.contains("7/tcp bar silently amended: Description"));
    }

    /** The subject is about something that is in the message. */
    @Test
    void theHeadlineOfMuchAtOnceIsListed() {
        Observation older = Observations.of(2, SUNDAY, assigned(1, "old"));
        Change[] changes = new Change[50];
        for (int index = 0; index < changes.length; index++) {
            changes[index] = assigned(100 + index, "new");
        }
        Message message = new Bulk(Cause.IMPORT, 14_440, List.of(older, Observations.of(3, SUNDAY, changes)))
                .summary("ports", List.of(AT_ONCE), SUNDAY)
                .orElseThrow();
        assertEquals("2 snapshots imported: 100/tcp assigned to new, and 50 more changes", message.subject());
    }

    @Test
    void whatIsToldOfASnapshotIsOneThread() {
        Observation observation = Observations.of(2, SUNDAY, reserved(278));
        Observation next = Observations.of(3, SUNDAY.plus(Duration.ofDays(1)), reserved(279));
        String thread =
                WRITER.changes(AT_ONCE, List.of(observation)).orElseThrow().thread();
        Rule daily = rule(DigestPeriod.DAILY);
        assertEquals(
                thread,
                WRITER.changes(daily, List.of(observation)).orElseThrow().thread());
        assertEquals(
                thread,
                new Bulk(Cause.ACCEPTED, 1, List.of(observation))
                        .summary("ports", List.of(AT_ONCE), SUNDAY)
                        .orElseThrow()
                        .thread());
        assertNotEquals(
                thread, WRITER.changes(AT_ONCE, List.of(next)).orElseThrow().thread());
        Message week = WRITER.changes(rule(DigestPeriod.WEEKLY), List.of(observation, next))
                .orElseThrow();
        assertEquals("thread-" + week.id(), week.thread());
    }

    @Test
    void troubleIsToldOnceAndItsEndOnce() {
        Trouble trouble = Trouble.unreadable(SUNDAY, SUNDAY.plus(Duration.ofDays(3)), 3, "HTTP 500")
                .orElseThrow();
        assertEquals(
                Optional.empty(),
                Trouble.unreadable(SUNDAY, SUNDAY.plus(Duration.ofDays(3)).minusMillis(1), 3, "HTTP 500"));
        Message told = trouble.message("ports", SUNDAY);
        Message later =
                new Trouble(trouble.kind(), trouble.since(), 0, "timeout").message("ports", SUNDAY.plusSeconds(9));
        assertEquals("the registry's source cannot be read", told.subject());
        assertEquals("Since 2026-11-08T06:00:00Z: HTTP 500. 'ianawatch sync' tries again.", told.lead());
        assertEquals(told.id(), later.id());
        Message over = trouble.recovery("ports", SUNDAY.plusSeconds(9));
        assertEquals("the registry's source can be read: well again", over.subject());
        assertNotEquals(told.id(), over.id());
        assertEquals("operators", over.rule());
        assertEquals(told.thread(), over.thread());
        assertNotEquals(
                told.thread(),
                new Trouble(trouble.kind(), SUNDAY.plusSeconds(1), 0, "")
                        .message("ports", SUNDAY)
                        .thread());
    }

    @Test
    void aRefusedDownloadIsNamed() {
        Trouble trouble = new Trouble(Trouble.Kind.QUARANTINED, SUNDAY.plusMillis(719), 7, "12 of 14 rows are gone");
        assertEquals(
                "Since 2026-11-08T06:00:00Z: 12 of 14 rows are gone. 'ianawatch quarantine show 7' shows it.",
                trouble.message("ports", SUNDAY).lead());
        assertEquals(
                "The trouble began 2026-11-08T06:00:00Z.",
                trouble.recovery("ports", SUNDAY).lead());
    }

    private static String subject(Change... changes) {
        return WRITER.changes(AT_ONCE, List.of(Observations.of(2, SUNDAY, changes)))
                .orElseThrow()
                .subject();
    }
}
