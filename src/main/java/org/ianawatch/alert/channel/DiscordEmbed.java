package org.ianawatch.alert.channel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ianawatch.alert.Message;

/** A message as Discord takes it: the title as content, which notifications show, and the rest as an embed. */
record DiscordEmbed(Optional<String> description, int color, List<Field> fields, Footer footer, Instant timestamp) {
    /** The body of the request. */
    record Body(
            String username, String content, Map<String, List<String>> allowedMentions, List<DiscordEmbed> embeds) {}

    private record Field(String name, String value) {}

    private record Footer(String text) {}

    private static final int LONGEST_CONTENT = 2_000;
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_VALUE = 1_024;
    private static final int MOST_FIELDS = 25;
    private static final int MOST_CHARACTERS = 6_000;
    private static final int BOLD_MARKS = 4;
    private static final String MARKUP = "\\*_~`|>#[]()<:@";
    private static final BulletinEntry.Limits LIMITS = new BulletinEntry.Limits(200, 800);

    static Body of(Message message) {
        Bulletin bulletin =
                Bulletin.fitting(message, LIMITS, shown -> embed(message, shown).fits());
        return new Body(
                "ianawatch",
                "**" + escaped(bulletin.title(), LONGEST_CONTENT - BOLD_MARKS) + "**",
                Map.of("parse", List.of()),
                List.of(embed(message, bulletin)));
    }

    private static DiscordEmbed embed(Message message, Bulletin bulletin) {
        return new DiscordEmbed(
                Optional.of(description(bulletin)).filter(text -> !text.isEmpty()),
                color(message.kind()),
                bulletin.entries().stream().map(DiscordEmbed::field).toList(),
                new Footer(bulletin.origin()),
                message.createdAt());
    }

    private static String description(Bulletin bulletin) {
        List<String> lines = new ArrayList<>();
        lines.add(escaped(bulletin.lead(), LONGEST_CONTENT));
        lines.add(escaped(bulletin.remark(), LONGEST_CONTENT));
        if (bulletin.page() != null) {
            lines.add("[IANA’s registry](" + bulletin.page() + ")");
        }
        lines.removeIf(String::isEmpty);
        return String.join("\n", lines);
    }

    private static Field field(BulletinEntry entry) {
        List<String> lines = new ArrayList<>();
        if (entry.heading() != null) {
            lines.add(entry.heading());
        }
        entry.meanings().forEach(meaning -> lines.add("▸ " + meaning));
        lines.addAll(entry.lines());
        // A field without a value is refused.
        return new Field(
                escaped(entry.sentence(), LONGEST_NAME),
                lines.isEmpty() ? "\u200b" : escaped(String.join("\n", lines), LONGEST_VALUE));
    }

    private boolean fits() {
        int characters = description.orElse("").length()
                + fields.stream()
                        .mapToInt(field -> field.name.length() + field.value.length())
                        .sum()
                + footer.text.length()
                + timestamp.toString().length();
        return fields.size() <= MOST_FIELDS && characters <= MOST_CHARACTERS;
    }

    private static int color(Message.Kind kind) {
        return switch (kind) {
            case CHANGES -> 0x1f57b0;
            case SUMMARY, TRIAL -> 0x5a6270;
            case TROUBLE -> 0xa8201a;
            case RECOVERY -> 0x176f37;
        };
    }

    private static String escaped(String text, int limit) {
        return escape(Cut.to(limit, text, part -> escape(part).length()));
    }

    /** A backslash takes its meaning from any mark that follows it. */
    private static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (MARKUP.indexOf(character) >= 0) {
                out.append('\\');
            }
            out.append(character);
        }
        return out.toString();
    }
}
