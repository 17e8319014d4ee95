package org.ianawatch.alert.channel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ianawatch.alert.Message;
import org.ianawatch.alert.MessageJson;
import org.ianawatch.report.Json;
import org.ianawatch.report.JsonReader;
import org.jspecify.annotations.Nullable;

/**
 * A message as JSON of at most 20,000 bytes, below which Standard Webhooks wants bodies to stay. Long values in a large item
 * are cut, which its key {@code cut} says; whole items that do not fit are left out from the end, and {@code left_out}
 * counts them, too.
 */
final class WebhookBody {
    private static final int MOST_BYTES = 20_000;
    private static final int LARGE_ITEM_BYTES = 5_000;
    private static final int LONGEST_LINE_BYTES = 1_000;
    private static final int LONGEST_CUT_VALUE = 200;

    private WebhookBody() {}

    static String of(Message message) {
        Map<String, @Nullable Object> object = MessageJson.of(message);
        object.put("rule", line(message.rule()));
        object.put("rules", message.rules().stream().map(WebhookBody::line).toList());
        object.put("subject", line(message.subject()));
        object.put("lead", line(message.lead()));
        String site = message.site();
        object.put("site", site == null ? null : line(site));
        List<Object> items = new ArrayList<>();
        if (object.get("items") instanceof List<?> all) {
            all.forEach(item -> items.add(small(item)));
        }
        String whole = first(message, object, items, items.size());
        return fits(whole)
                ? whole
                : first(
                        message,
                        object,
                        items,
                        Cut.most(items.size(), count -> fits(first(message, object, items, count))));
    }

    private static String first(Message message, Map<String, @Nullable Object> object, List<Object> items, int count) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>(object);
        body.put("items", items.subList(0, count));
        body.put("left_out", message.leftOut() + items.size() - count);
        return Json.compact(body);
    }

    private static boolean fits(String body) {
        return bytes(body) <= MOST_BYTES;
    }

    private static int bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String line(String text) {
        return Cut.to(LONGEST_LINE_BYTES, text, part -> bytes(Json.compact(part)));
    }

    private static Object small(Object item) {
        String json = Json.compact(item);
        if (bytes(json) <= LARGE_ITEM_BYTES) {
            return item;
        }
        Map<String, @Nullable Object> cut = new LinkedHashMap<>();
        ((Map<?, ?>) Objects.requireNonNull(JsonReader.read(json)))
                .forEach((key, value) -> cut.put((String) key, shortened(value)));
        cut.put("cut", true);
        return cut;
    }

    private static @Nullable Object shortened(@Nullable Object value) {
        if (value instanceof String text) {
            return Cut.to(LONGEST_CUT_VALUE, text, part -> bytes(Json.compact(part)));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(WebhookBody::shortened).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> shortened = new LinkedHashMap<>();
            map.forEach((key, member) -> shortened.put((String) key, shortened(member)));
            return shortened;
        }
        return value;
    }
}
