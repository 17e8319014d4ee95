package org.ianawatch.alert.channel;

import static org.ianawatch.alert.Observations.SUNDAY;
import static org.ianawatch.alert.Observations.amended;
import static org.ianawatch.alert.Observations.assigned;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ianawatch.alert.DigestPeriod;
import org.ianawatch.alert.Message;
import org.ianawatch.alert.MessageWriter;
import org.ianawatch.alert.Messages;
import org.ianawatch.alert.Observation;
import org.ianawatch.alert.Observations;
import org.ianawatch.alert.Rule;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.FieldChange;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.report.Json;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** However little room there is, what touches what a site uses is shown first, and what nobody uses is left out. */
class UsesFirstTest {
    private static final Rule RULE = Observations.rule(DigestPeriod.WEEKLY);
    private static final int FIRST_USED = 40_001;
    private static final int LAST_USED = 40_007;
    private static final String BETWEEN_RUNS =
            "\",\"weight\":\"Bolder\"(,\"selectAction\":\\{[^}]*})?},\\{\"type\":\"TextRun\",\"text\":\"";
    private static final MailAddress SENDER = MailAddress.parse("a@example.org");

    @Test
    void ofSixtySevenChangesTheSevenThatAreUsedAreOnEveryChannel() throws MessagingException, IOException {
        Message message = message("values of some length, ".repeat(4));
        assertEquals("40001/tcp, which you use, was amended, and 66 more changes", message.subject());
        bodies(message).forEach((channel, body) -> {
            for (int port = FIRST_USED; port <= LAST_USED; port++) {
                assertTrue(
                        body.contains(port + "/tcp bar silently amended"), channel + " has not " + port + ": " + body);
            }
            int used = body.indexOf(LAST_USED + "/tcp bar silently");
            int unused = body.indexOf("/tcp assigned to service");
            assertTrue(unused < 0 || used < unused, channel + " shows others first: " + body);
        });
    }

    /** Values make room for what happened. */
    @Test
    void longValuesDoNotKeepAUsedPortOut() throws MessagingException, IOException {
        Map<String, String> bodies = bodies(message("values of great length, ".repeat(400)));
        for (String channel : List.of("slack", "discord", "teams", "ntfy")) {
            String body = bodies.get(channel);
            for (int port = FIRST_USED; port <= LAST_USED; port++) {
                assertTrue(
                        body.contains(port + "/tcp bar silently amended"), channel + " has not " + port + ": " + body);
            }
        }
        assertTrue(bodies.get("ntfy").contains("More: 4 values are left out"), bodies.get("ntfy"));
        assertFalse(bodies.get("ntfy").contains("Description: "), bodies.get("ntfy"));
    }

    /** Without uses it is what the subject names, though it came last. */
    @Test
    void whatTheSubjectNamesIsTheFirst() throws MessagingException, IOException {
        List<Change> older = new ArrayList<>();
        for (int port = 1; port <= 400; port++) {
            older.add(amended(port, "A" + port, "B" + port));
        }
        Message message = new MessageWriter("ports")
                .changes(
                        RULE,
                        List.of(
                                Observations.of(2, SUNDAY, older.toArray(Change[]::new)),
                                Observations.of(3, SUNDAY, assigned(50_000, "late"))))
                .orElseThrow();
        assertEquals("50000/tcp assigned to late, and 400 more changes", message.subject());
        bodies(message).forEach((channel, body) -> {
            int named = body.indexOf("50000/tcp assigned to late (was");
            int other = body.indexOf("1/tcp bar silently");
            assertTrue(named >= 0 && named < other, channel + ": " + body);
        });
    }

    @Property(tries = 200)
    void nothingThatNobodyUsesTakesTheRoomOfWhatIsUsed(
            @ForAll List<@IntRange(max = 3) Integer> snapshotsOfUsed,
            @ForAll List<@IntRange(max = 3) Integer> snapshotsOfOthers,
            @ForAll @IntRange(max = 40) int room) {
        List<Message.Item> items = new ArrayList<>();
        snapshotsOfUsed.forEach(snapshot -> items.add(new Message.Item(
                snapshot, SUNDAY, "used " + items.size(), amended(items.size(), "A", "B" + items.size()))));
        snapshotsOfOthers.forEach(snapshot ->
                items.add(new Message.Item(snapshot, SUNDAY, null, assigned(1_000 + items.size(), "other"))));
        Message message = Messages.message("rule", Message.Kind.CHANGES, "subject", "", Messages.ordered(items));
        List<BulletinEntry> shown = Bulletin.fitting(
                        message,
                        new BulletinEntry.Limits(100, 100),
                        bulletin -> bulletin.entries().size() <= room)
                .entries();
        long used = shown.stream().filter(entry -> !entry.meanings().isEmpty()).count();
        assertEquals(Math.min(snapshotsOfUsed.size(), room), used);
        assertEquals(Math.min(items.size(), room), shown.size());
        assertTrue(
                shown.stream().limit(used).noneMatch(entry -> entry.meanings().isEmpty()), shown.toString());
    }

    /** Of two snapshots; those that are used are in the newer one, and behind the others there. */
    private static Message message(String words) {
        List<Change> newer = new ArrayList<>(IntStream.range(0, 30)
                .mapToObj(number -> assigned(20_000 + number, "service" + number))
                .toList());
        for (int port = FIRST_USED; port <= LAST_USED; port++) {
            newer.add(rewritten(port, words + port));
        }
        Observation last = Observation.of(
                3,
                "3".repeat(64),
                SUNDAY,
                newer,
                List.of(),
                change ->
                        change.span().low() >= FIRST_USED ? change.span() + "/tcp, which you use, was amended" : null);
        Change[] older = IntStream.range(0, 30)
                .mapToObj(number -> assigned(10_000 + number, "service" + number))
                .toArray(Change[]::new);
        return new MessageWriter("ports")
                .changes(RULE, List.of(Observations.of(2, SUNDAY, older), last))
                .orElseThrow();
    }

    private static Change rewritten(int port, String words) {
        List<FieldChange> fields = Stream.of(
                        PortRegistry.DESCRIPTION, PortRegistry.ASSIGNEE, PortRegistry.CONTACT, PortRegistry.REFERENCE)
                .map(column -> new FieldChange(column, "", words))
                .toList();
        return new Change.Amended(Span.of(port), List.of(Space.TCP), "bar", fields);
    }

    /** What people read of it on each channel, or programs. */
    private static Map<String, String> bodies(Message message) throws MessagingException, IOException {
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("slack", Json.compact(SlackBlocks.of(message).get("blocks")));
        bodies.put("discord", Json.compact(DiscordEmbed.of(message).embeds()).replace("\\", ""));
        bodies.put("teams", Json.compact(TeamsCard.of(message)).replaceAll(BETWEEN_RUNS, ""));
        bodies.put("ntfy", (String) NtfyNotification.of(message, "topic").get("message"));
        bodies.put("webhook", WebhookBody.of(message));
        MimeMultipart mail = (MimeMultipart) Mail.of(message, SENDER, List.of(MailAddress.parse("b@example.org")))
                .getContent();
        bodies.put("text", ((String) mail.getBodyPart(0).getContent()).replaceAll("\\s+", " "));
        bodies.put(
                "HTML",
                Jsoup.parse((String) mail.getBodyPart(1).getContent()).body().text());
        return bodies;
    }
}
