package org.ianawatch.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.Wording;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Entry;
import org.jspecify.annotations.Nullable;

/** One change of a registry that is not of ports, as the diff's JSON has it. */
record RegistryChangeJson(Wording wording, Map<String, @Nullable Object> object)
        implements Change.Visitor<Map<String, @Nullable Object>> {
    /** The change as values for {@link Json}, its keys in their documented order. */
    static Map<String, @Nullable Object> of(Change change, Wording wording) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("kind", change.kind());
        object.put("value", wording.value());
        if (wording.codes() != null) {
            object.put("codes", wording.codes());
        }
        if (!wording.scope().isEmpty()) {
            object.put("scope", wording.scope());
        }
        change.accept(new RegistryChangeJson(wording, object));
        if (wording.isCosmetic()) {
            object.put("cosmetic", true);
        }
        if (!wording.marks().isEmpty()) {
            object.put("marks", wording.marks());
        }
        if (wording.expires() != null) {
            object.put("expires", wording.expires());
        }
        return object;
    }

    @Override
    public Map<String, @Nullable Object> assigned(Change.Assigned change) {
        object.put("name", change.name());
        object.put("was", change.was());
        if (wording.block() != null) {
            object.put("block", wording.block());
        }
        object.put("record", values(change.entry()));
        return object;
    }

    @Override
    public Map<String, @Nullable Object> deassigned(Change.Deassigned change) {
        object.put("name", change.name());
        object.put("now", change.now());
        object.put("record", values(change.entry()));
        return object;
    }

    @Override
    public Map<String, @Nullable Object> renamed(Change.Renamed change) {
        object.put("before", change.before());
        object.put("name", change.name());
        object.put("fields", change.fields());
        return object;
    }

    @Override
    public Map<String, @Nullable Object> reclassified(Change.Reclassified change) {
        object.put("was", change.was());
        return object;
    }

    /** Of a row that assigns nothing the words are no name. */
    @Override
    public Map<String, @Nullable Object> amended(Change.Amended change) {
        object.put("name", wording.isAssigned() ? change.name() : null);
        object.put("fields", change.fields());
        return object;
    }

    /** The values under the titles that their file gives them. */
    private static Map<String, String> values(Entry row) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Column column : row.roles().columns()) {
            values.put(column.title(), row.value(column));
        }
        return values;
    }
}
