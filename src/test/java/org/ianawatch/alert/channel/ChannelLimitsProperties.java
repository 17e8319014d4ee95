package org.ianawatch.alert.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ianawatch.alert.Bulk;
import org.ianawatch.alert.DigestPeriod;
import org.ianawatch.alert.MadeMessages;
import org.ianawatch.alert.Message;
import org.ianawatch.alert.MessageJson;
import org.ianawatch.alert.Messages;
import org.ianawatch.alert.Observation;
import org.ianawatch.alert.Observations;
import org.ianawatch.diff.Change;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.report.Json;
import org.ianawatch.report.JsonReader;
import org.ianawatch.report.TerminalText;

/** Whatever a message holds, each channel's documented limits are kept, and what is left out is counted. */
class ChannelLimitsProperties {
    private static final Pattern LEFT_OUT =
            Pattern.compile("([0-9,]+) (?:more )?changes? (?:is|are) left out; 'ianawatch");
    private static final MailAddress SENDER = MailAddress.parse("a@example.org");

    @Property(tries = 60)
    void slack(@ForAll("messages") Message message) {
        Map<?, ?> body = sent(SlackBlocks.of(message));
        List<?> blocks = list(body.get("blocks"));
        assertTrue(blocks.size() <= 50, "blocks: " + blocks.size());
        int all = text(body, "text").length();
        int sections = 0;
        for (Object block : blocks) {
            Map<?, ?> object = (Map<?, ?>) block;
            switch (text(object, "type")) {
                case "header" -> assertPlain((Map<?, ?>) object.get("text"), 150);
                case "section" -> {
                    assertPlain((Map<?, ?>) object.get("text"), 3_000);
                    sections++;
                }
                case "context" -> {
                    List<?> elements = list(object.get("elements"));
                    assertTrue(elements.size() <= 10);
                    elements.forEach(element ->
                            assertTrue(text((Map<?, ?>) element, "text").length() <= 3_000));
                }
                default -> throw new AssertionError(object);
            }
        }
        for (String text : texts(blocks)) {
            all += text.length();
            assertFalse(text.matches("(?s).*<[!@#].*"), text);
        }
        assertTrue(all <= 13_000, "characters: " + all);
        int leadAndRemark = (TerminalText.safeLines(message.lead()).isBlank() ? 0 : 1) + (leftOut(body) > 0 ? 1 : 0);
        assertTrue(
                sections - leadAndRemark <= message.items().size() + message.leftOut() - leftOut(body),
                "not all are counted");
    }

    @Property(tries = 60)
    void discord(@ForAll("messages") Message message) {
        Map<?, ?> body = sent(DiscordEmbed.of(message));
        assertEquals(Map.of("parse", List.of()), body.get("allowed_mentions"));
        assertTrue(text(body, "content").length() <= 2_000);
        Map<?, ?> embed = (Map<?, ?>) list(body.get("embeds")).get(0);
        List<?> fields = list(embed.get("fields"));
        assertTrue(fields.size() <= 25);
        int all = ((Map<?, ?>) embed.get("footer")).get("text").toString().length();
        all += text(embed, "description").length();
        assertTrue(text(embed, "description").length() <= 4_096);
        for (Object field : fields) {
            String name = text((Map<?, ?>) field, "name");
            String value = text((Map<?, ?>) field, "value");
            assertTrue(name.length() <= 256 && !value.isEmpty() && value.length() <= 1_024, name + value);
            all += name.length() + value.length();
        }
        assertTrue(all <= 6_000, "characters: " + all);
        assertEquals(message.items().size() + message.leftOut(), fields.size() + leftOut(body));
    }

    @Property(tries = 60)
    void teams(@ForAll("messages") Message message) {
        Map<String, Object> body = TeamsCard.of(message);
        assertTrue(bytes(Json.compact(body)) <= 28_000);
        long shown =
                list(((Map<?, ?>) ((Map<?, ?>) list(body.get("attachments")).get(0)).get("content")).get("body"))
                        .stream()
                        .filter(part -> "Container".equals(((Map<?, ?>) part).get("type")))
                        .count();
        assertEquals(message.items().size() + message.leftOut(), shown + leftOut(body));
    }

    @Property(tries = 60)
    void ntfy(@ForAll("messages") Message message) {
        Map<?, ?> body = sent(NtfyNotification.of(message, "topic"));
        assertTrue(bytes(text(body, "message")) <= 4_096);
        assertTrue(bytes(text(body, "title")) <= 250);
        assertTrue(leftOut(body) <= message.items().size() + message.leftOut());
    }

    @Property(tries = 60)
    void webhook(@ForAll("messages") Message message) {
        String json = WebhookBody.of(message);
        assertTrue(bytes(json) <= 20_000);
        Map<?, ?> body = (Map<?, ?>) JsonReader.read(json);
        assertEquals(
                message.items().size() + message.leftOut(),
                list(body.get("items")).size() + (Integer) body.get("left_out"));
        assertEquals(message.id(), MessageJson.read(json, PortRegistry.ROLES).id());
    }

    @Property(tries = 20)
    void email(@ForAll("messages") Message message) throws MessagingException, IOException {
        Mail mail = Mail.of(message, SENDER, List.of(MailAddress.parse("b@example.org")));
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertTrue(bytes((String) parts.getBodyPart(1).getContent()) <= 100_000);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        mail.writeTo(out);
        for (String line : out.toString(StandardCharsets.ISO_8859_1).split("\r\n", -1)) {
            assertTrue(line.length() <= 998, "RFC 5322 section 2.1.1");
            assertTrue(
                    line.chars().allMatch(character -> character == '\t' || (character >= ' ' && character <= '~')),
                    line);
        }
        assertEquals(1, mail.getHeader("To").length);
        assertNull(mail.getHeader("Bcc"));
    }

    /** Most of a large message is left out everywhere, so that no property above holds for nothing. */
    @Example
    void aLargeMessageIsCutEverywhere() {
        Message message = Messages.many(400);
        for (Object body : List.of(
                SlackBlocks.of(message),
                sent(DiscordEmbed.of(message)),
                TeamsCard.of(message),
                NtfyNotification.of(message, "topic"))) {
            assertTrue(leftOut(body) > 200 && leftOut(body) < 399, body.toString());
        }
        assertTrue((Integer) ((Map<?, ?>) JsonReader.read(WebhookBody.of(message))).get("left_out") > 200);
        Bulletin mail = Bulletin.fitting(
                message,
                new BulletinEntry.Limits(1_000, 10_000),
                shown -> HtmlMail.of(shown).length() <= 100_000);
        assertTrue(mail.leftOut() > 50 && mail.leftOut() < 399, "left out: " + mail.leftOut());
    }

    /** What is one to people is shown as one, and counted as what it is. */
    @Example
    void anEntryOfSeveralChangesIsLeftOutWithAllOfThem() {
        Message message = Messages.handed();
        BulletinEntry.Limits limits = new BulletinEntry.Limits(1_000, 10_000);
        Bulletin whole = Bulletin.of(message, limits);
        assertEquals(1, whole.entries().size());
        assertEquals(
                "6400-6410/tcp boe-6400, boe-6401 and 9 more amended: Assignee",
                whole.entries().get(0).sentence());
        assertEquals(
                List.of("6403/tcp, which you use for reports, was amended (boe-6403): Assignee"),
                whole.entries().get(0).meanings());
        Bulletin none =
                Bulletin.fitting(message, limits, shown -> shown.entries().isEmpty());
        assertEquals("11 changes are left out; 'ianawatch show 2' has all.", none.remark());
    }

    /** One snapshot has a command of its own, which does not print the whole history. */
    @Example
    void theHintLeadsToAllThatTheMessageIsAbout() {
        assertEquals("'ianawatch log --changes' has all.", hint(Messages.week()));
        assertEquals("'ianawatch show 2' has all.", hint(Messages.changes()));
        Observation first = Observations.of(4, Observations.SUNDAY, Observations.assigned(1, "a"));
        Change[] changes = IntStream.range(0, 60)
                .mapToObj(port -> Observations.assigned(1_000 + port, "b"))
                .toArray(Change[]::new);
        Observation last = Observations.of(5, Observations.SUNDAY, changes);
        assertEquals("'ianawatch show 5' has all.", hint(accepted(last)));
        assertEquals("'ianawatch log --changes' has all.", hint(accepted(first, last)));
    }

    private static Message accepted(Observation... observations) {
        return new Bulk(Bulk.Cause.ACCEPTED, 1, List.of(observations))
                .summary("ports", List.of(Observations.rule(DigestPeriod.AT_ONCE)), Observations.SUNDAY)
                .orElseThrow();
    }

    private static String hint(Message message) {
        return Bulletin.of(message, new BulletinEntry.Limits(100, 100)).hint();
    }

    @Provide
    Arbitrary<Message> messages() {
        return MadeMessages.messages();
    }

    private static void assertPlain(Map<?, ?> text, int limit) {
        assertEquals("plain_text", text.get("type"));
        assertTrue(!text(text, "text").isEmpty() && text(text, "text").length() <= limit, text.toString());
    }

    private static int leftOut(Object body) {
        for (String text : texts(body)) {
            Matcher matcher = LEFT_OUT.matcher(text.replace("\\", ""));
            if (matcher.find()) {
                return Integer.parseInt(matcher.group(1).replace(",", ""));
            }
        }
        return 0;
    }

    private static List<String> texts(Object value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(member -> texts.addAll(texts(member)));
        } else if (value instanceof List<?> list) {
            list.forEach(member -> texts.addAll(texts(member)));
        } else if (value instanceof String text) {
            texts.add(text);
        }
        return texts;
    }

    /** As it arrives. */
    private static Map<?, ?> sent(Object body) {
        return (Map<?, ?>) JsonReader.read(Json.compact(body));
    }

    private static List<?> list(Object value) {
        return (List<?>) value;
    }

    private static String text(Map<?, ?> object, String key) {
        return (String) object.get(key);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
