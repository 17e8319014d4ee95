package org.ianawatch.alert.channel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.alert.Message;

/**
 * A message in Slack's Block Kit. Whatever is not ours is {@code plain_text}, since mrkdwn has no escape for its asterisks
 * and underscores; {@code &}, {@code <} and {@code >} are escaped in both, because Slack decodes them in both.
 */
final class SlackBlocks {
    private static final int MOST_BLOCKS = 50;
    private static final int LONGEST_HEADER = 150;
    private static final int LONGEST_TEXT = 3_000;
    /** Not documented; {@code msg_blocks_too_long} comes from about 13,200. */
    private static final int MOST_CHARACTERS = 13_000;

    private static final BulletinEntry.Limits LIMITS = new BulletinEntry.Limits(300, 2_000);

    private SlackBlocks() {}

    /** The body of the request, as values for JSON. */
    static Map<String, Object> of(Message message) {
        Bulletin bulletin = Bulletin.fitting(message, LIMITS, SlackBlocks::fits);
        Map<String, Object> body = new LinkedHashMap<>();
        // What notifications show.
        body.put("text", escaped(bulletin.title(), LONGEST_TEXT));
        body.put("mrkdwn", false);
        body.put("unfurl_links", false);
        body.put("unfurl_media", false);
        body.put("blocks", blocks(bulletin));
        return body;
    }

    private static boolean fits(Bulletin bulletin) {
        List<Map<String, Object>> blocks = blocks(bulletin);
        int characters = escaped(bulletin.title(), LONGEST_TEXT).length()
                + blocks.stream().mapToInt(SlackBlocks::characters).sum();
        return blocks.size() <= MOST_BLOCKS && characters <= MOST_CHARACTERS;
    }

    private static List<Map<String, Object>> blocks(Bulletin bulletin) {
        List<Map<String, Object>> blocks = new ArrayList<>();
        blocks.add(block("header", "text", plain(bulletin.title(), LONGEST_HEADER)));
        if (!bulletin.lead().isEmpty()) {
            blocks.add(section(bulletin.lead()));
        }
        for (BulletinEntry entry : bulletin.entries()) {
            if (entry.heading() != null) {
                blocks.add(context(List.of(plain(entry.heading(), LONGEST_TEXT))));
            }
            blocks.add(section(String.join("\n", entry.sayings())));
            if (!entry.values().isEmpty()) {
                blocks.add(context(List.of(plain(String.join("\n", entry.lines()), LONGEST_TEXT))));
            }
        }
        if (bulletin.leftOut() > 0) {
            blocks.add(section(bulletin.remark()));
        }
        blocks.add(foot(bulletin));
        return blocks;
    }

    private static Map<String, Object> foot(Bulletin bulletin) {
        Map<String, Object> origin = plain(bulletin.origin(), LONGEST_TEXT);
        return bulletin.page() == null
                ? context(List.of(origin))
                : context(List.of(origin, text("mrkdwn", "<" + bulletin.page() + "|IANA’s registry>")));
    }

    private static Map<String, Object> section(String text) {
        return block("section", "text", plain(text, LONGEST_TEXT));
    }

    private static Map<String, Object> context(List<Map<String, Object>> elements) {
        return block("context", "elements", elements);
    }

    private static Map<String, Object> block(String type, String key, Object value) {
        Map<String, Object> block = new LinkedHashMap<>();
        block.put("type", type);
        block.put(key, value);
        return block;
    }

    private static Map<String, Object> plain(String text, int limit) {
        Map<String, Object> plain = text("plain_text", escaped(text, limit));
        plain.put("emoji", false);
        return plain;
    }

    private static Map<String, Object> text(String type, String text) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", type);
        object.put("text", text);
        return object;
    }

    private static String escaped(String text, int limit) {
        return escape(Cut.to(limit, text, part -> escape(part).length()));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static int characters(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().mapToInt(SlackBlocks::characters).sum();
        }
        if (value instanceof List<?> list) {
            return list.stream().mapToInt(SlackBlocks::characters).sum();
        }
        return value instanceof String text ? text.length() : 0;
    }
}
