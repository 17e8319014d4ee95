package org.ianawatch.alert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.ChangeFilter;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Span;
import org.jspecify.annotations.Nullable;

/** Finds the rows that a change speaks of among those that differ between two snapshots. */
final class ChangedRows {
    private static final List<String> NO_NAME = List.of("");

    private final Map<String, List<Entry>> byService = new HashMap<>();

    ChangedRows(List<Entry> rows) {
        for (Entry row : rows) {
            byService.computeIfAbsent(row.name(), unused -> new ArrayList<>()).add(row);
        }
    }

    /** The rows with one of its names that cover any of its ports by any of its transports. */
    List<Entry> of(Change change) {
        List<String> services = ChangeFilter.names(change);
        return (services.isEmpty() ? NO_NAME : services)
                .stream()
                        .flatMap(name -> byService.getOrDefault(name, List.of()).stream())
                        .filter(row -> covers(row.span(), change.span()))
                        .filter(row -> row.spaces().stream().anyMatch(change.spaces()::contains))
                        .toList();
    }

    private static boolean covers(@Nullable Span row, @Nullable Span changed) {
        return (row == null || changed == null) ? Objects.equals(row, changed) : row.overlaps(changed);
    }
}
