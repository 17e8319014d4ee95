package org.ianawatch.alert.channel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.alert.Message;
import org.ianawatch.report.Json;

/** A message as an Adaptive Card. All text stands in text runs, since text blocks and facts read Markdown. */
final class TeamsCard {
    private static final int MOST_BYTES = 28_000;
    private static final BulletinEntry.Limits LIMITS = new BulletinEntry.Limits(400, 2_000);

    private TeamsCard() {}

    /** The body of the request, as values for JSON. */
    static Map<String, Object> of(Message message) {
        return body(Bulletin.fitting(message, LIMITS, bulletin -> bytes(body(bulletin)) <= MOST_BYTES));
    }

    private static int bytes(Map<String, Object> body) {
        return Json.compact(body).getBytes(StandardCharsets.UTF_8).length;
    }

    private static Map<String, Object> body(Bulletin bulletin) {
        return object(
                "type",
                "message",
                "attachments",
                List.of(object("contentType", "application/vnd.microsoft.card.adaptive", "content", card(bulletin))));
    }

    private static Map<String, Object> card(Bulletin bulletin) {
        List<Object> parts = new ArrayList<>();
        parts.add(block(run(bulletin.title(), "size", "Large", "weight", "Bolder")));
        if (!bulletin.lead().isEmpty()) {
            parts.add(block(run(bulletin.lead())));
        }
        bulletin.entries().forEach(entry -> parts.add(container(entry)));
        if (bulletin.leftOut() > 0) {
            parts.add(block(run(bulletin.remark(), "weight", "Bolder")));
        }
        parts.add(block(run(bulletin.origin(), "size", "Small", "isSubtle", true)));
        Map<String, Object> card =
                object("$schema", "http://adaptivecards.io/schemas/adaptive-card.json", "type", "AdaptiveCard");
        card.put("version", "1.4");
        card.put("fallbackText", bulletin.title());
        card.put("msteams", object("width", "Full"));
        card.put("body", parts);
        if (bulletin.page() != null) {
            card.put(
                    "actions",
                    List.of(object("type", "Action.OpenUrl", "title", "IANA’s registry", "url", bulletin.page())));
        }
        return card;
    }

    private static Map<String, Object> container(BulletinEntry entry) {
        List<Object> parts = new ArrayList<>();
        if (entry.heading() != null) {
            parts.add(block(run(entry.heading(), "isSubtle", true)));
        }
        Map<String, Object> subject = run(entry.subject(), "weight", "Bolder");
        if (entry.page() != null) {
            subject.put("selectAction", object("type", "Action.OpenUrl", "url", entry.page()));
        }
        parts.add(block(List.of(subject, run(" " + entry.predicate(), "weight", "Bolder"))));
        entry.meanings().forEach(meaning -> parts.add(block(run(meaning, "color", "Attention"))));
        for (BulletinEntry.Value value : entry.values()) {
            Map<String, Object> block = block(List.of(run(value.label() + "  ", "isSubtle", true), run(value.text())));
            block.put("spacing", "None");
            parts.add(block);
        }
        return object("type", "Container", "separator", true, "spacing", "Medium", "items", parts);
    }

    private static Map<String, Object> block(Map<String, Object> run) {
        return block(List.of(run));
    }

    private static Map<String, Object> block(List<Map<String, Object>> runs) {
        return object("type", "RichTextBlock", "inlines", runs);
    }

    private static Map<String, Object> run(String text, Object... style) {
        Map<String, Object> run = object("type", "TextRun", "text", text);
        run.putAll(object(style));
        return run;
    }

    /** Keys and values in turn. */
    private static Map<String, Object> object(Object... members) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int index = 0; index < members.length; index += 2) {
            object.put((String) members[index], members[index + 1]);
        }
        return object;
    }
}
