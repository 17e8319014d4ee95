package org.ianawatch.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes an object of each row; of columns of the same name the second gets {@code _2}. */
final class JsonObjects {
    private final List<String> keys = new ArrayList<>();

    JsonObjects(List<RowWriter.Column> columns) {
        Set<String> taken = new HashSet<>();
        for (RowWriter.Column column : columns) {
            String key = column.name();
            for (int number = 2; !taken.add(key); number++) {
                key = column.name() + "_" + number;
            }
            keys.add(key);
        }
    }

    Map<String, @Nullable Object> of(List<? extends @Nullable Object> values) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int index = 0; index < keys.size(); index++) {
            object.put(keys.get(index), values.get(index));
        }
        return object;
    }
}
