package org.ianawatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ianawatch.receivers.EveryChannel;
import org.ianawatch.report.JsonReader;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a registry's file says to machines arrives as text for people, from the file to each channel's receiver. */
class HostileTextTest {
    private static final String PAGE = "https://www.iana.org/assignments/service-names-port-numbers/";
    private static final String DESCRIPTION =
            "<script>alert(1)</script> <!channel> @everyone [x](http://evil.example) \u202Elive";
    private static final String NAME = "foo\r\nBcc: victim@example.org";
    private static final String LONG = "<b>&" + "x".repeat(100_000);

    /** What people see of it. */
    private static final List<String> SEEN = List.of(
            "290/tcp assigned to foo⏎Bcc: victim@example.org (was unassigned, block 282-308)",
            "<script>alert(1)</script> <!channel> @everyone [x](http://evil.example) \\u202elive",
            "291/tcp assigned to long (was unassigned, block 282-308)",
            "<b>&xxxx",
            "more characters)");

    @TempDir
    private static Path folder;

    private static EveryChannel channels;

    @BeforeAll
    static void sync() throws Exception {
        channels = new EveryChannel(folder);
        String sample = Files.readString(Path.of("snapshots/samples/2026-11-01.csv"));
        Path hostile = folder.resolve("hostile.csv");
        Files.writeString(
                hostile,
                sample + "\"" + NAME + "\",290,tcp,\"" + DESCRIPTION + "\",,,,,,,,\r\nlong,291,tcp," + LONG
                        + ",,,,,,,,\r\n");
        channels.run("sync", "--source", "snapshots/samples/2026-11-01.csv");
        channels.run("sync", "--source", hostile.toString(), "--format", "json");
    }

    @AfterAll
    static void close() {
        channels.close();
    }

    @Test
    void email() throws Exception {
        // Once for each receiver; GreenMail has them by receiver.
        assertEquals(4, channels.mails().size());
        MimeMessage mail = channels.mails().get(1);
        assertEquals(2, mail.getAllRecipients().length);
        assertNull(mail.getHeader("Bcc"));
        assertTrue(
                mail.getSubject().startsWith("290/tcp assigned to foo⏎Bcc: victim@example.org; "), mail.getSubject());
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertSeen(((String) parts.getBodyPart(0).getContent()).replaceAll("\\s+", " "));
        assertPage((String) parts.getBodyPart(1).getContent());
    }

    @Test
    void emailBySendmail() throws Exception {
        String mail = channels.file("sendmail.input");
        String headers = mail.substring(0, mail.indexOf("\n\n"));
        assertFalse(headers.contains("\nBcc:"), headers);
        assertEquals(6, channels.file("sendmail.arguments").lines().count());
        assertPage((String)
                ((MimeMultipart) new MimeMessage(null, new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)))
                                .getContent())
                        .getBodyPart(1)
                        .getContent());
    }

    @Test
    void slack() {
        Map<?, ?> body = posted("slack");
        List<String> texts = texts(body);
        texts.forEach(text -> assertTrue(text.startsWith("<https://www.iana.org/") || !text.contains("<"), text));
        assertSeen(String.join("\n", texts)
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&"));
    }

    @Test
    void teams() {
        Map<?, ?> body = posted("teams");
        // The two that read Markdown.
        assertFalse(values("type", body).stream().anyMatch(type -> type.equals("TextBlock") || type.equals("FactSet")));
        // The ports and what happened to them are runs of one line.
        assertSeen(String.join("\n", texts(body)).replace("\n ", " "));
    }

    @Test
    void discord() {
        Map<?, ?> body = posted("discord");
        assertEquals(Map.of("parse", List.of()), body.get("allowed_mentions"));
        String texts = String.join("\n", texts(body));
        assertFalse(texts.matches("(?s).*[^\\\\]@everyone.*"), texts);
        assertFalse(texts.matches("(?s).*[^\\\\]\\[x.*"), texts);
        assertSeen(texts.replaceAll("\\\\(.)", "$1"));
    }

    @Test
    void ntfy() {
        Map<?, ?> body = posted("ntfy");
        assertTrue(String.valueOf(body.get("title")).startsWith("290/tcp assigned to foo⏎Bcc: victim@example.org; "));
        assertEquals(1, String.valueOf(body.get("title")).lines().count());
        assertSeen(String.valueOf(body.get("message")));
    }

    @Test
    void webhook() {
        String body = channels.posted("webhook").get(1).body();
        assertTrue(body.length() <= 20_000);
        assertEquals(NAME, record(body, 0).get("Service Name"));
        assertEquals(DESCRIPTION, record(body, 0).get("Description"));
        assertTrue(String.valueOf(record(body, 1).get("Description")).startsWith("<b>&xxx"));
    }

    @Test
    void command() throws Exception {
        String body = channels.file("command.input");
        assertEquals(1, body.lines().count());
        assertEquals(NAME, record(body, 0).get("Service Name"));
        assertEquals(DESCRIPTION, record(body, 0).get("Description"));
        assertEquals(LONG, record(body, 1).get("Description"));
        assertEquals(3, channels.file("command.environment").lines().count());
    }

    @Test
    void atom() throws Exception {
        Document feed = Jsoup.parse(channels.file("ports.atom"), "", Parser.xmlParser());
        assertEquals(2, feed.select("entry").size());
        assertPage(feed.select("entry").get(0).select("content").text());
    }

    private static void assertPage(String html) {
        Document page = Jsoup.parse(html);
        assertEquals(0, page.select("script, b").size());
        assertEquals(
                List.of(
                        PAGE + "service-names-port-numbers.xhtml?search=290",
                        PAGE + "service-names-port-numbers.xhtml?search=291",
                        PAGE),
                page.select("[href], [src]").eachAttr("href"));
        assertSeen(page.text());
    }

    private static void assertSeen(String text) {
        SEEN.forEach(seen -> assertTrue(text.contains(seen), () -> seen + " is not in " + text));
        assertTrue(text.codePoints().noneMatch(point -> point == 0x202E || point == '\r'), text);
    }

    private static Map<?, ?> posted(String channel) {
        assertEquals(2, channels.posted(channel).size());
        return (Map<?, ?>) JsonReader.read(channels.posted(channel).get(1).body());
    }

    /** The row behind a change of a message. */
    private static Map<?, ?> record(String body, int item) {
        List<?> items = (List<?>) ((Map<?, ?>) JsonReader.read(body)).get("items");
        Map<?, ?> change = (Map<?, ?>) ((Map<?, ?>) items.get(item)).get("change");
        return (Map<?, ?>) change.get("record");
    }

    /** Every text that people may see. */
    private static List<String> texts(Object value) {
        return Stream.of("text", "title", "content", "name", "value", "description", "fallbackText")
                .flatMap(key -> values(key, value).stream())
                .collect(Collectors.toList());
    }

    private static List<String> values(String key, Object value) {
        List<String> found = new ArrayList<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> {
                if (name.equals(key) && member instanceof String text) {
                    found.add(text);
                }
                found.addAll(values(key, member));
            });
        } else if (value instanceof List<?> list) {
            list.forEach(member -> found.addAll(values(key, member)));
        }
        return found;
    }
}
