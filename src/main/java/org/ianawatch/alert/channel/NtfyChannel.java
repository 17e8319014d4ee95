package org.ianawatch.alert.channel;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.alert.Channel;
import org.ianawatch.alert.Message;
import org.ianawatch.alert.Outcome;
import org.ianawatch.fetch.Post;
import org.ianawatch.report.Json;
import org.jspecify.annotations.Nullable;

/** Push notifications by ntfy, published as JSON, so that no text becomes a header. */
final class NtfyChannel implements Channel {
    private static final int MOST_BYTES = 4_096;
    private static final int MOST_TITLE_BYTES = 250;
    private static final int HIGH_PRIORITY = 4;
    private static final int DEFAULT_PRIORITY = 3;
    private static final BulletinEntry.Limits LIMITS = new BulletinEntry.Limits(120, 600);

    private final Secret topic;
    private final @Nullable Secret token;
    private final WebSender sender;

    /** A channel that has sent nothing yet. */
    NtfyChannel(Post post, URI server, Secret topic, @Nullable Secret token) {
        this.topic = topic;
        this.token = token;
        this.sender = new WebSender(post, server, Arrays.asList(topic, token), Success.ID);
    }

    @Override
    public Outcome deliver(Message message) throws InterruptedException {
        return sender.send(
                Json.compact(body(message)),
                token == null ? Map.of() : Map.of("Authorization", "Bearer " + token.reveal()));
    }

    Map<String, Object> body(Message message) {
        Bulletin bulletin = Bulletin.fitting(message, LIMITS, shown -> bytes(text(shown)) <= MOST_BYTES);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("topic", topic.reveal());
        body.put("title", Cut.to(MOST_TITLE_BYTES, bulletin.title(), NtfyChannel::bytes));
        body.put("message", Cut.to(MOST_BYTES, text(bulletin), NtfyChannel::bytes));
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
