package org.ianawatch.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.ianawatch.alert.channel.Secret;
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

    private final Inspection inspection;

    ChannelReader(Inspection inspection) {
        this.inspection = inspection;
    }

    @Nullable
    ChannelSettings read(String name, @Nullable Object raw, int line) {
        if (!(raw instanceof TomlTable table)) {
            inspection.wrong(line, "'channels': begin each channel with a line [channels.NAME]");
            return null;
        }
        Section section = new Section(inspection, table, "[channels." + name + "]", "channels." + name + ".", line);
        if (!Conversions.isName(name)) {
            inspection.wrong(line, "[channels." + name + "]: " + Conversions.NAME_RULE);
        }
        String type = section.required("type", Conversions.oneOf(TYPES, word -> word));
        if (type == null) {
            return null;
        }
        ChannelSettings channel = channel(type, section);
        section.end();
        return channel;
    }

    private @Nullable ChannelSettings channel(String type, Section section) {
        return switch (type) {
            case "email" -> new EmailReader(section, secrets(section)).read(timeout(section));
            case "slack", "teams", "discord" -> chat(type, secrets(section).required("url", Conversions.URL));
            case "ntfy" -> ntfy(section);
            case "webhook" -> webhook(section);
            case "command" -> command(section);
            default -> atom(section);
        };
    }

    private static @Nullable ChannelSettings chat(String type, @Nullable Secret url) {
        if (url == null) {
            return null;
        }
        return switch (type) {
            case "slack" -> new ChannelSettings.Slack(url);
            case "teams" -> new ChannelSettings.Teams(url);
            default -> new ChannelSettings.Discord(url);
        };
    }

    private @Nullable ChannelSettings ntfy(Section section) {
        SecretReader secrets = secrets(section);
        URI url = section.value("url", Conversions.URL, "https://ntfy.sh");
        Secret topic = secrets.requiredOpen("topic", SecretForms.TOPIC);
        Secret token = secrets.find("token", SecretForms.TOKEN);
        return topic == null ? null : new ChannelSettings.Ntfy(url, topic, token);
    }

    private @Nullable ChannelSettings webhook(Section section) {
        SecretReader secrets = secrets(section);
        Secret url = secrets.requiredOpen("url", Conversions.URL);
        Secret newest = secrets.required("secret", SecretForms.SIGNING_KEY);
        Secret old = secrets.find("old_secret", SecretForms.SIGNING_KEY);
        Secret authorization = secrets.find("authorization", SecretForms.HEADER);
        if (url == null || newest == null) {
            return null;
        }
        return new ChannelSettings.Webhook(url, old == null ? List.of(newest) : List.of(newest, old), authorization);
    }

    private static @Nullable ChannelSettings command(Section section) {
        List<String> words = section.requiredList("command", "/usr/local/bin/notify", Conversions.TEXT);
        ChannelSettings.Input input = section.value("input", Conversions.oneOf(ChannelSettings.Input.class), "json");
        Duration timeout = timeout(section);
        return words.isEmpty() ? null : new ChannelSettings.Command(words, input, timeout);
    }

    private @Nullable ChannelSettings atom(Section section) {
        Path file = section.required("file", raw -> inspection.path(Conversions.TEXT.of(raw)));
        URI url = section.required("url", Conversions.URL);
        int entries = section.value("entries", Conversions.number(1, MOST_ENTRIES), ENTRIES);
        return file == null || url == null ? null : new ChannelSettings.Atom(file, url, entries);
    }

    private SecretReader secrets(Section section) {
        return new SecretReader(inspection, section);
    }

    private static Duration timeout(Section section) {
        return Duration.ofSeconds(
                section.value("timeout_seconds", Conversions.number(1, LONGEST_TIMEOUT_SECONDS), TIMEOUT_SECONDS));
    }
}
