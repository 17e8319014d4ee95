package org.ianawatch.alert.channel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.alert.Message;

/** A message as ntfy takes it: as JSON, so that no text becomes a header. */
final class NtfyNotification {
    private static final int MOST_BYTES = 4_096;
    private static final int MOST_TITLE_BYTES = 250;
    private static final int HIGH_PRIORITY = 4;
    private static final int DEFAULT_PRIORITY = 3;
    private static final BulletinEntry.Limits LIMITS = new BulletinEntry.Limits(120, 600);

    private NtfyNotification() {}

    static Map<String, Object> of(Message message, String topic) {
        Bulletin bulletin = Bulletin.fitting(message, LIMITS, shown -> bytes(text(shown)) <= MOST_BYTES);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("topic", topic);
        body.put("title", Cut.to(MOST_TITLE_BYTES, bulletin.title(), NtfyNotification::bytes));
        body.put("message", Cut.to(MOST_BYTES, text(bulletin), NtfyNotification::bytes));
        body.put("priority", message.kind() == Message.Kind.TROUBLE ? HIGH_PRIORITY : DEFAULT_PRIORITY);
        body.put("tags", List.of(tag(message.kind())));
        if (bulletin.page() != null) {
            body.put("click", bulletin.page());
        }
        return body;
    }

    private static String text(Bulletin bulletin) {
        List<String> paragraphs = new ArrayList<>();
        if (!bulletin.lead().isEmpty()) {
            paragraphs.add(bulletin.lead());
        }
        for (BulletinEntry entry : bulletin.entries()) {
            List<String> lines = new ArrayList<>();
            if (entry.heading() != null) {
                lines.add(entry.heading() + "\n");
            }
            lines.addAll(entry.sayings());
            lines.addAll(entry.lines());
            paragraphs.add(String.join("\n", lines));
        }
        if (bulletin.leftOut() > 0) {
            paragraphs.add(bulletin.remark());
        }
        paragraphs.add(bulletin.origin());
        return String.join("\n\n", paragraphs);
    }

    /** ntfy shows these as pictures. */
    private static String tag(Message.Kind kind) {
        return switch (kind) {
            case CHANGES -> "bell";
            case SUMMARY -> "clipboard";
            case TROUBLE -> "warning";
            case RECOVERY -> "white_check_mark";
            case TRIAL -> "test_tube";
        };
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
