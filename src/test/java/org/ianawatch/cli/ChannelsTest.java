package org.ianawatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ianawatch.receivers.EveryChannel;
import org.ianawatch.receivers.Receiver;
import org.ianawatch.report.JsonReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the lines of a configuration to what a receiver gets: the right address, headers and secrets. */
class ChannelsTest {
    private static final String SAID = "30 registrations stored: the first snapshot";
    private static final String SUBJECT = SAID + " (lab-east)";

    @TempDir
    private static Path folder;

    private static EveryChannel channels;
    private static String printed;

    @BeforeAll
    static void sync() throws Exception {
        channels = new EveryChannel(folder);
        printed = channels.run("sync", "--source", "snapshots/samples/2026-11-01.csv");
    }

    @AfterAll
    static void close() {
        channels.close();
    }

    @Test
    void eachHasTheMessageAndNoSecretIsSaid() throws Exception {
        String listed = channels.run("deliveries", "list", "--all") + channels.run("config", "show");

        assertEquals(9, listed.split(": delivered\n", -1).length - 1, listed);
        assertFalse((printed + listed).contains(EveryChannel.MARK), printed + listed);
        for (String key : EveryChannel.KEYS) {
            assertFalse((printed + listed).contains(key.substring(6)), printed + listed);
        }
    }

    @Test
    void emailByAServer() throws Exception {
        assertEquals(
                List.of("EHLO", "STARTTLS"),
                channels.saidInTheOpen().stream()
                        .map(line -> line.split(" ", -1)[0])
                        .toList());
        // Once for each receiver.
        assertEquals(2, channels.mails().size());
        MimeMessage mail = channels.mails().get(0);
        assertEquals(SUBJECT, mail.getSubject());
        assertEquals("[ianawatch <ianawatch@example.org>]", Arrays.toString(mail.getFrom()));
        assertEquals("[Network <network@example.org>, security@example.org]", Arrays.toString(mail.getAllRecipients()));
        assertEquals("<" + messageId() + "@example.org>", mail.getMessageID());
    }

    @Test
    void emailBySendmail() throws Exception {
        assertEquals(
                List.of("-i", "-f", "ianawatch@example.org", "--", "network@example.org", "security@example.org"),
                channels.file("sendmail.arguments").lines().toList());
        String mail = channels.file("sendmail.input");
        assertTrue(mail.contains("\nTo: network@example.org, Security <security@example.org>\n"), mail);
        assertTrue(mail.contains("\nSubject: " + SUBJECT + "\n"), mail);
    }

    @Test
    void slack() {
        Receiver.Request request = only("slack");
        assertEquals("/slack/" + EveryChannel.MARK + "-slack", request.uri().toString());
        assertEquals(SUBJECT, body(request).get("text"));
    }

    @Test
    void teams() {
        Receiver.Request request = only("teams");
        assertEquals("/teams/" + EveryChannel.MARK + "-teams", request.uri().toString());
        assertEquals("message", body(request).get("type"));
    }

    @Test
    void discord() {
        Receiver.Request request = only("discord");
        assertEquals(
                "/discord/" + EveryChannel.MARK + "-discord?wait=true",
                request.uri().toString());
        assertEquals(
                "**" + SUBJECT.replace(":", "\\:").replace("(", "\\(").replace(")", "\\)") + "**",
                body(request).get("content"));
    }

    @Test
    void ntfy() {
        Receiver.Request request = only("ntfy");
        assertEquals("/ntfy", request.uri().toString());
        assertEquals("Bearer " + EveryChannel.MARK + "-token", header(request, "Authorization"));
        assertEquals(EveryChannel.MARK + "-topic", body(request).get("topic"));
        assertEquals(SUBJECT, body(request).get("title"));
    }

    @Test
    void webhook() throws Exception {
        Receiver.Request request = only("webhook");
        assertEquals(
                "/webhook/" + EveryChannel.MARK + "-hook?team=network",
                request.uri().toString());
        assertEquals("Bearer " + EveryChannel.MARK + "-bearer", header(request, "Authorization"));
        assertEquals(messageId(), header(request, "webhook-id"));
        assertEquals(
                signature(request, EveryChannel.KEYS.get(0)) + " " + signature(request, EveryChannel.KEYS.get(1)),
                header(request, "webhook-signature"));
        assertEquals(messageId(), body(request).get("id"));
    }

    @Test
    void command() throws Exception {
        assertEquals(
                List.of("--registry", "two words", "$(id)"),
                channels.file("command.arguments").lines().toList());
        assertEquals(
                List.of(
                        "IANAWATCH_MESSAGE_ID=" + messageId(),
                        "IANAWATCH_MESSAGE_KIND=summary",
                        "IANAWATCH_MESSAGE_RULE=all"),
                channels.file("command.environment").lines().toList());
        assertTrue(channels.file("command.input").endsWith("}\n"));
    }

    @Test
    void atom() throws Exception {
        String feed = channels.file("ports.atom");
        assertTrue(feed.contains("href=\"https://www.example.org/ports.atom\""), feed);
        assertTrue(feed.contains("<title>" + SUBJECT + "</title>"), feed);
    }

    private static Receiver.Request only(String channel) {
        assertEquals(1, channels.posted(channel).size());
        Receiver.Request request = channels.posted(channel).get(0);
        assertEquals("POST", request.method());
        assertEquals("application/json", header(request, "Content-Type"));
        assertTrue(header(request, "User-Agent").matches("ianawatch/\\S+ \\(network@example.org\\)"));
        return request;
    }

    private static String header(Receiver.Request request, String name) {
        assertEquals(1, request.headers().get(name).size());
        return request.headers().getFirst(name);
    }

    private static Map<?, ?> body(Receiver.Request request) {
        return (Map<?, ?>) JsonReader.read(request.body());
    }

    private static Object messageId() throws Exception {
        return ((Map<?, ?>) JsonReader.read(channels.file("command.input"))).get("id");
    }

    private static String signature(Receiver.Request request, String key) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(key.substring("whsec_".length())), "HmacSHA256"));
        String signed =
                header(request, "webhook-id") + "." + header(request, "webhook-timestamp") + "." + request.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
