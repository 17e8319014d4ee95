package org.ianawatch.alert;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ianawatch.diff.Change;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Roles;
import org.ianawatch.report.ChangeJson;
import org.ianawatch.report.Details;
import org.ianawatch.report.Json;
import org.ianawatch.report.JsonReader;
import org.ianawatch.report.Sentence;
import org.jspecify.annotations.Nullable;

/** A message as JSON, as the outbox keeps it and programs receive it; {@code docs/channels.md} describes every key. */
public final class MessageJson {
    private MessageJson() {}

    /** The message on one line. */
    public static String write(Message message) {
        return Json.compact(of(message));
    }

    /** The message as values for {@link Json}, its keys in their documented order. */
    public static Map<String, @Nullable Object> of(Message message) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("id", message.id());
        object.put("type", message.kind());
        object.put("timestamp", message.createdAt());
        object.put("registry", message.registry());
        object.put("rule", message.rule());
        object.put("rules", message.rules());
        object.put("thread", message.thread());
        object.put("subject", message.subject());
        object.put("lead", message.lead());
        object.put("site", message.site());
        object.put("items", message.items().stream().map(MessageJson::item).toList());
        object.put("left_out", message.leftOut());
        return object;
    }

    private static Map<String, @Nullable Object> item(Message.Item item) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("snapshot", item.snapshot());
        object.put("observed", item.observedAt());
        object.put("sentence", Sentence.of(item.change()).text());
        object.put("meaning", item.meaning());
        object.put("details", Details.forPeople(item.change()));
        object.put("change", change(item.change()));
        return object;
    }

    /** As the diff has it, but for the second names of a record's values, since channels have limits. */
    private static Map<String, @Nullable Object> change(Change change) {
        Map<String, @Nullable Object> object = ChangeJson.of(change);
        if (change instanceof Change.Assigned assigned) {
            object.put("record", titles(assigned.entry()));
        } else if (change instanceof Change.Deassigned deassigned) {
            object.put("record", titles(deassigned.entry()));
        }
        return object;
    }

    private static Map<String, String> titles(Entry entry) {
        Map<String, String> titles = new LinkedHashMap<>();
        for (int index = 0; index < entry.values().size(); index++) {
            titles.put(
                    entry.roles().columns().get(index).title(), entry.values().get(index));
        }
        return titles;
    }

    /**
     * Reads a message back; keys that it does not know are passed over.
     *
     * @param roles what the columns of its registry mean
     * @throws IllegalArgumentException when the text is no such message
     */
    public static Message read(String json, Roles roles) {
        try {
            Map<String, @Nullable Object> object = object(JsonReader.read(json));
            return new Message(
                    text(object, "id"),
                    Instant.parse(text(object, "timestamp")),
                    Message.Kind.of(text(object, "type")),
                    text(object, "registry"),
                    rules(object),
                    object.get("thread") instanceof String thread ? thread : MessageId.threadOf(text(object, "id")),
                    text(object, "subject"),
                    text(object, "lead"),
                    (String) object.get("site"),
                    object.get("left_out") instanceof Integer leftOut ? leftOut : 0,
                    items(object, roles));
        } catch (ClassCastException | NullPointerException | DateTimeException wrong) {
            throw new IllegalArgumentException("this JSON is no message: " + wrong.getMessage(), wrong);
        }
    }

    /** Messages that were written before there were several rules to one name that one only. */
    private static List<String> rules(Map<String, @Nullable Object> object) {
        return object.get("rules") instanceof List<?> rules
                ? rules.stream().map(String.class::cast).toList()
                : List.of(text(object, "rule"));
    }

    private static List<Message.Item> items(Map<String, @Nullable Object> object, Roles roles) {
        List<Message.Item> items = new ArrayList<>();
        for (Map<String, @Nullable Object> item : objects(object, "items")) {
            items.add(readItem(item, roles));
        }
        return items;
    }

    private static Message.Item readItem(Map<String, @Nullable Object> object, Roles roles) {
        return new Message.Item(
                (Integer) value(object, "snapshot"),
                Instant.parse(text(object, "observed")),
                (String) object.get("meaning"),
                ChangeJson.read((Map<?, ?>) value(object, "change"), roles));
    }

    private static Object value(Map<String, @Nullable Object> object, String key) {
        return Objects.requireNonNull(object.get(key), () -> "it has no " + key);
    }

    private static String text(Map<String, @Nullable Object> object, String key) {
        return (String) value(object, key);
    }

    private static List<Map<String, @Nullable Object>> objects(Map<String, @Nullable Object> object, String key) {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        for (Object element : (List<?>) value(object, key)) {
            objects.add(object(element));
        }
        return objects;
    }

    private static Map<String, @Nullable Object> object(@Nullable Object value) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        ((Map<?, ?>) Objects.requireNonNull(value, "an object is missing"))
                .forEach((key, member) -> object.put((String) key, member));
        return object;
    }
}
