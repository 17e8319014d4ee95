package org.ianawatch.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.ianawatch.alert.channel.AtomSettings;
import org.ianawatch.alert.channel.ChannelSettings;
import org.ianawatch.alert.channel.CommandSettings;
import org.ianawatch.alert.channel.DiscordSettings;
import org.ianawatch.alert.channel.NtfySettings;
import org.ianawatch.alert.channel.Secret;
import org.ianawatch.alert.channel.SlackSettings;
import org.ianawatch.alert.channel.TeamsSettings;
import org.ianawatch.alert.channel.WebhookSettings;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlTable;

/** Reads {@code [channels.NAME]}. What is wrong is noted; a channel in which anything is missing is null. */
final class ChannelReader {
    private static final List<Type> TYPES = List.of(
            new Type("email", ChannelReader::email),
            new Type("slack", (reader, section) -> reader.chat(section, SlackSettings::new)),
            new Type("teams", (reader, section) -> reader.chat(section, TeamsSettings::new)),
            new Type("discord", (reader, section) -> reader.chat(section, DiscordSettings::new)),
            new Type("ntfy", ChannelReader::ntfy),
            new Type("webhook", ChannelReader::webhook),
            new Type("command", ChannelReader::command),
            new Type("atom", ChannelReader::atom));
    private static final int LONGEST_TIMEOUT_SECONDS = 600;
    private static final long TIMEOUT_SECONDS = 30;
    private static final int MOST_ENTRIES = 1_000;
    private static final long ENTRIES = 100;

    /** A word of the key {@code type}, and what reads the other keys. */
    private record Type(String word, BiFunction<ChannelReader, Section, @Nullable ChannelSettings> reading) {}

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
        Type type = section.required("type", Conversions.oneOf(TYPES, Type::word));
        if (type == null) {
            return null;
        }
        ChannelSettings channel = type.reading().apply(this, section);
        section.end();
        return channel;
    }

    private @Nullable ChannelSettings email(Section section) {
        return new EmailReader(section, secrets(section)).read(timeout(section));
    }

    private @Nullable ChannelSettings chat(Section section, Function<Secret, ChannelSettings> kind) {
        Secret url = secrets(section).required("url", Conversions.URL::of);
        return url == null ? null : kind.apply(url);
    }

    private @Nullable ChannelSettings ntfy(Section section) {
        SecretReader secrets = secrets(section);
        URI server = section.value("url", Conversions.URL, "https://ntfy.sh");
        Secret topic = secrets.requiredOpen("topic", NtfySettings::requireTopic);
        Secret token = secrets.find("token", NtfySettings::requireToken);
        return topic == null ? null : new NtfySettings(server, topic, token);
    }

    private @Nullable ChannelSettings webhook(Section section) {
        SecretReader secrets = secrets(section);
        Secret url = secrets.requiredOpen("url", Conversions.URL::of);
        Secret newest = secrets.required("secret", WebhookSettings::requireKey);
        Secret old = secrets.find("old_secret", WebhookSettings::requireKey);
        Secret authorization = secrets.find("authorization", WebhookSettings::requireAuthorization);
        if (url == null || newest == null) {
            return null;
        }
        return new WebhookSettings(url, old == null ? List.of(newest) : List.of(newest, old), authorization);
    }

    private @Nullable ChannelSettings command(Section section) {
        List<String> words = section.requiredList("command", "/usr/local/bin/notify", Conversions.TEXT);
        CommandSettings.Input input = section.value("input", Conversions.oneOf(CommandSettings.Input.class), "json");
        Duration timeout = timeout(section);
        return words.isEmpty() ? null : new CommandSettings(words, input, timeout);
    }

    private @Nullable ChannelSettings atom(Section section) {
        Path file = section.required("file", raw -> inspection.path(Conversions.TEXT.of(raw)));
        URI url = section.required("url", Conversions.URL);
        int entries = section.value("entries", Conversions.number(1, MOST_ENTRIES), ENTRIES);
        return file == null || url == null ? null : new AtomSettings(file, url, entries);
    }

    private SecretReader secrets(Section section) {
        return new SecretReader(inspection, section);
    }

    private static Duration timeout(Section section) {
        return Duration.ofSeconds(
                section.value("timeout_seconds", Conversions.number(1, LONGEST_TIMEOUT_SECONDS), TIMEOUT_SECONDS));
    }
}
