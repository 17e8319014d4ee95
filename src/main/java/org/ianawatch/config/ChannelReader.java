package org.ianawatch.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ianawatch.alert.Secret;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlTable;

/** Reads {@code [channels.NAME]}. What is wrong is noted; a channel in which anything is missing is null. */
final class ChannelReader {
    private static final List<String> TYPES =
            List.of("email", "slack", "teams", "discord", "ntfy", "webhook", "command", "atom");
    private static final int LONGEST_TIMEOUT_SECONDS = 600;
    private static final long TIMEOUT_SECONDS = 30;
    private static final int MOST_ENTRIES = 1_000;
    private static final long ENTRIES = 100;

    private final Reading reading;

    ChannelReader(Reading reading) {
        this.reading = reading;
    }

    @Nullable
    ChannelSettings read(String name, @Nullable Object raw, int line) {
        if (!(raw instanceof TomlTable table)) {
            reading.wrong(line, "'channels': begin each channel with a line [channels.NAME]");
            return null;
        }
        Section section = new Section(reading, table, "[channels." + name + "]", "channels." + name + ".", line);
        if (!Conversions.isName(name)) {
            reading.wrong(line, "[channels." + name + "]: " + Conversions.NAME_RULE);
        }
        String type = section.required("type", Conversions.oneOf(TYPES, word -> word));
        if (type == null) {
            return null;
        }
        ChannelSettings channel = channel(type, section, timeout(section));
        section.end();
        return channel;
    }

    private @Nullable ChannelSettings channel(String type, Section section, Duration timeout) {
        return switch (type) {
            case "email" -> new EmailReader(section).read(timeout);
            case "slack", "teams", "discord" -> chat(type, section.requiredSecret("url", Conversions.URL), timeout);
            case "ntfy" -> ntfy(section, timeout);
            case "webhook" -> webhook(section, timeout);
            case "command" -> command(section, timeout);
            default -> atom(section, timeout);
        };
    }

    private static @Nullable ChannelSettings chat(String type, @Nullable Secret url, Duration timeout) {
        if (url == null) {
            return null;
        }
        return switch (type) {
            case "slack" -> new ChannelSettings.Slack(url, timeout);
            case "teams" -> new ChannelSettings.Teams(url, timeout);
            default -> new ChannelSettings.Discord(url, timeout);
        };
    }

    private static @Nullable ChannelSettings ntfy(Section section, Duration timeout) {
        URI url = section.value("url", Conversions.URL, "https://ntfy.sh");
        String topic = section.required("topic", Conversions.NAMES);
        Secret token = section.secret("token", Conversions.TEXT);
        ChannelSettings.Priority priority =
                section.value("priority", Conversions.oneOf(ChannelSettings.Priority.class), "default");
        return topic == null ? null : new ChannelSettings.Ntfy(url, topic, token, priority, timeout);
    }

    private static @Nullable ChannelSettings webhook(Section section, Duration timeout) {
        Secret url = section.requiredAddress("url");
        Secret newest = section.secret("secret", Conversions.TEXT);
        Secret old = section.secret("old_secret", Conversions.TEXT);
        if (old != null && newest == null) {
            section.wrong("old_secret", "an old secret goes with a new one: add 'secret', or 'secret_file'");
        }
        List<Secret> secrets = Stream.of(newest, old)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return url == null ? null : new ChannelSettings.Webhook(url, secrets, timeout);
    }

    private static @Nullable ChannelSettings command(Section section, Duration timeout) {
        List<String> words = section.requiredList("command", Conversions.TEXT);
        return words.isEmpty() ? null : new ChannelSettings.Command(words, timeout);
    }

    private @Nullable ChannelSettings atom(Section section, Duration timeout) {
        Path file = section.required("file", raw -> reading.path(Conversions.TEXT.of(raw)));
        URI url = section.value("url", Conversions.URL);
        int entries = section.value("entries", Conversions.number(1, MOST_ENTRIES), ENTRIES);
        return file == null ? null : new ChannelSettings.Atom(file, url, entries, timeout);
    }

    private static Duration timeout(Section section) {
        return Duration.ofSeconds(
                section.value("timeout_seconds", Conversions.number(1, LONGEST_TIMEOUT_SECONDS), TIMEOUT_SECONDS));
    }
}
