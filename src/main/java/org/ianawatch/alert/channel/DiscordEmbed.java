package org.ianawatch.alert.channel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.alert.Message;

/** A message as Discord takes it: the title as content, which notifications show, and the rest as an embed. */
final class DiscordEmbed {
    private static final int LONGEST_CONTENT = 2_000;
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_VALUE = 1_024;
    private static final int MOST_FIELDS = 25;
    private static final int MOST_CHARACTERS = 6_000;
    private static final int BOLD_MARKS = 4;
    private static final String MARKUP = "\\*_~`|>#[]()<:@";
    private static final BulletinEntry.Limits LIMITS = new BulletinEntry.Limits(200, 800);

    private DiscordEmbed() {}

    /** The body of the request, as values for JSON. */
    static Map<String, Object> of(Message message) {
        Bulletin bulletin = Bulletin.fitting(message, LIMITS, shown -> fits(embed(message, shown)));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("username", "ianawatch");
        body.put("content", "**" + escaped(bulletin.title(), LONGEST_CONTENT - BOLD_MARKS) + "**");
        body.put("allowed_mentions", Map.of("parse", List.of()));
        body.put("embeds", List.of(embed(message, bulletin)));
        return body;
    }

    private static Map<String, Object> embed(Message message, Bulletin bulletin) {
        Map<String, Object> embed = new LinkedHashMap<>();
        String description = description(bulletin);
        if (!description.isEmpty()) {
            embed.put("description", description);
        }
        embed.put("color", color(message.kind()));
        embed.put("fields", bulletin.entries().stream().map(DiscordEmbed::field).toList());
        embed.put("footer", Map.of("text", bulletin.origin()));
        embed.put("timestamp", message.createdAt().toString());
        return embed;
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

    private static Map<String, Object> field(BulletinEntry entry) {
        List<String> lines = new ArrayList<>();
        if (entry.heading() != null) {
            lines.add(entry.heading());
        }
        entry.meanings().forEach(meaning -> lines.add("▸ " + meaning));
        lines.addAll(entry.lines());
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", escaped(entry.sentence(), LONGEST_NAME));
        // A field without a value is refused.
        field.put("value", lines.isEmpty() ? "\u200b" : escaped(String.join("\n", lines), LONGEST_VALUE));
        return field;
    }

    private static boolean fits(Map<String, Object> embed) {
        List<?> fields = (List<?>) embed.get("fields");
        return fields != null && fields.size() <= MOST_FIELDS && characters(embed) <= MOST_CHARACTERS;
    }

    private static int characters(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().mapToInt(DiscordEmbed::characters).sum();
        }
        if (value instanceof List<?> list) {
            return list.stream().mapToInt(DiscordEmbed::characters).sum();
        }
        return value instanceof String text ? text.length() : 0;
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
