package org.ianawatch.alert.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ianawatch.alert.Channel;
import org.ianawatch.alert.Message;
import org.ianawatch.alert.MessageJson;
import org.ianawatch.alert.Messages;
import org.ianawatch.alert.Outcome;
import org.ianawatch.made.Hang;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.receivers.Receiver;
import org.ianawatch.report.Json;
import org.ianawatch.report.JsonReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each channel sends of each kind of message, character for character. {@code -Dgolden.update=true} rewrites the files,
 * and fails, so that no build passes by it; read the difference before committing it.
 */
class ChannelGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden/channels");
    private static final ChannelSettings.Context CONTEXT = Receiver.context(Clock.systemUTC());
    private static final MailAddress FROM = MailAddress.parse("ianawatch <ianawatch@example.org>");
    private static final List<MailAddress> TO = Stream.of("network@example.org", "Security Team <security@example.org>")
            .map(MailAddress::parse)
            .toList();

    @TempDir
    Path folder;

    static Stream<Message> messages() {
        return Messages.all().values().stream()
                .filter(message -> !message.rule().equals("many"));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void slack(Message message) throws IOException, InterruptedException {
        assertPosted("slack", message, SlackSettings::new);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void teams(Message message) throws IOException, InterruptedException {
        assertPosted("teams", message, TeamsSettings::new);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void discord(Message message) throws IOException, InterruptedException {
        assertPosted("discord", message, DiscordSettings::new);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void ntfy(Message message) throws IOException, InterruptedException {
        assertPosted("ntfy", message, url -> new NtfySettings(URI.create(url.reveal()), new Secret("ports"), null));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void webhook(Message message) throws IOException, InterruptedException {
        List<Secret> keys = List.of(new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
        assertPosted("webhook", message, url -> new WebhookSettings(url, keys, null));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void command(Message message) throws IOException, InterruptedException {
        for (CommandSettings.Input input : CommandSettings.Input.values()) {
            Path out = folder.resolve(input.name());
            List<String> command = List.of("/bin/sh", "-c", "cat > \"$0\"", out.toString());
            Channel channel = new CommandSettings(command, input, Hang.LIMIT).open(CONTEXT);
            assertEquals(new Outcome.Delivered(), channel.deliver(message));
            String text = Files.readString(out);
            if (input == CommandSettings.Input.TEXT) {
                assertGolden("command-" + message.rule() + ".txt", text);
            } else if (!message.rule().equals("hostile")) {
                assertGolden("command-" + message.rule() + ".json", indented(text));
            } else {
                assertEquals(message, MessageJson.read(text, PortRegistry.ROLES));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void email(Message message) throws IOException, MessagingException {
        Mail mail = Mail.of(message, FROM, TO);
        StringBuilder text = new StringBuilder();
        for (String line : Collections.list(mail.getAllHeaderLines())) {
            text.append(line.replace("\r\n", "\n").replaceAll("boundary=\".*\"", "boundary=\"(another in each mail)\""))
                    .append('\n');
        }
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        text.append('\n').append(parts.getBodyPart(0).getContent());
        assertGolden("email-" + message.rule() + ".txt", text.toString());
        assertGolden("email-" + message.rule() + ".html", (String)
                parts.getBodyPart(1).getContent());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void atom(Message message) throws IOException, InterruptedException {
        Path file = folder.resolve("feed.xml");
        URI url = URI.create("https://www.example.org/ports.atom");
        assertEquals(
                new Outcome.Delivered(),
                new AtomSettings(file, url, 10).open(CONTEXT).deliver(message));
        assertGolden("atom-" + message.rule() + ".xml", Files.readString(file));
    }

    private static void assertPosted(String channel, Message message, Function<Secret, ChannelSettings> settings)
            throws IOException, InterruptedException {
        try (Receiver receiver = new Receiver().answering(200, Map.of(), channel.equals("slack") ? "ok" : "")) {
            assertEquals(
                    new Outcome.Delivered(),
                    settings.apply(receiver.hook("/hook")).open(CONTEXT).deliver(message));
            Receiver.Request request = receiver.only();
            Map<String, String> headers = new LinkedHashMap<>();
            for (String name : List.of("Content-type", "Webhook-id")) {
                if (request.headers().containsKey(name)) {
                    headers.put(name.toLowerCase(Locale.ROOT), request.headers().getFirst(name));
                }
            }
            Map<String, Object> golden = new LinkedHashMap<>();
            golden.put("request", request.method() + " " + request.uri());
            golden.put("headers", headers);
            golden.put("body", JsonReader.read(request.body()));
            assertGolden(channel + "-" + message.rule() + ".json", written(golden));
        }
    }

    private static String indented(String json) throws IOException {
        return written(JsonReader.read(json));
    }

    private static String written(Object value) throws IOException {
        StringBuilder out = new StringBuilder();
        Json.write(value, out);
        return out.toString();
    }

    private static void assertGolden(String name, String actual) throws IOException {
        Path golden = FOLDER.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(FOLDER);
            if (!Files.exists(golden) || !Files.readString(golden).equals(actual)) {
                Files.writeString(golden, actual);
                fail(golden + " was rewritten; run again without -Dgolden.update");
            }
        }
        assertEquals(Files.readString(golden), actual);
    }
}
