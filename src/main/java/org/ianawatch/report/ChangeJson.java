package org.ianawatch.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ianawatch.diff.Change;
import org.ianawatch.registry.Roles;
import org.jspecify.annotations.Nullable;

/** One change as the diff's JSON has it; {@code docs/json.md} describes every key. */
public final class ChangeJson {
    private ChangeJson() {}

    /** The change as values for {@link Json}, its keys in their documented order. */
    public static Map<String, @Nullable Object> of(Change change) {
        if (change.wording() != null) {
            return RegistryChangeJson.of(change, change.wording());
        }
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("kind", change.kind());
        object.put("ports", change.span());
        object.put("transports", change.spaces());
        change.accept(new Keys(object));
        if (change.isCosmetic()) {
            object.put("cosmetic", true);
        }
        if (change instanceof Change.Amended amended && amended.isSilent()) {
            object.put("silent", true);
        }
        return object;
    }

    /** Puts the keys that a kind has beside those of all kinds. */
    private record Keys(Map<String, @Nullable Object> object) implements Change.Visitor<Map<String, @Nullable Object>> {
        @Override
        public Map<String, @Nullable Object> assigned(Change.Assigned change) {
            object.put("service", name(change.name()));
            object.put("was", change.was());
            if (change.block() != null) {
                object.put("block", change.block());
            }
            object.put("record", change.entry());
            return object;
        }

        @Override
        public Map<String, @Nullable Object> deassigned(Change.Deassigned change) {
            object.put("service", name(change.name()));
            object.put("now", change.now());
            object.put("record", change.entry());
            return object;
        }

        @Override
        public Map<String, @Nullable Object> renamed(Change.Renamed change) {
            object.put("before", name(change.before()));
            object.put("service", name(change.name()));
            object.put("fields", change.fields());
            return object;
        }

        @Override
        public Map<String, @Nullable Object> reclassified(Change.Reclassified change) {
            object.put("was", change.was());
            return object;
        }

        @Override
        public Map<String, @Nullable Object> amended(Change.Amended change) {
            object.put("service", name(change.name()));
            object.put("fields", change.fields());
            return object;
        }
    }

    /**
     * Reads back what {@link #of} wrote; keys that it does not know are passed over.
     *
     * @param roles what the columns of its registry mean
     * @throws IllegalArgumentException when the object is no such change
     */
    public static Change read(Map<?, ?> object, Roles roles) {
        try {
            return new ChangeObject(object, roles).change();
        } catch (ClassCastException | NullPointerException wrong) {
            throw new IllegalArgumentException("this JSON is no change: " + wrong.getMessage(), wrong);
        }
    }

    private static @Nullable String name(String service) {
        return service.isEmpty() ? null : service;
    }
}
