package org.ianawatch.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Entry;
import org.jspecify.annotations.Nullable;

/**
 * A row as the JSON outputs have it: the titles with their values, and then the same under names in snake
 * case, which programs need not quote.
 */
public final class EntryJson {
    private EntryJson() {}

    /** The values by title and by name, both in the order of the columns. */
    public static Map<String, @Nullable Object> of(Entry registration) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (Column column : registration.roles().columns()) {
            object.put(column.title(), registration.value(column));
        }
        for (Column column : registration.roles().columns()) {
            object.put(key(column), registration.value(column));
        }
        return object;
    }

    /** The name of a column in snake case, such as {@code service_name}. */
    public static String key(Column column) {
        return column.title().toLowerCase(Locale.ROOT).replace(' ', '_');
    }
}
