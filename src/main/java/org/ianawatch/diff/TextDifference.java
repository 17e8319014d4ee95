package org.ianawatch.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.ianawatch.registry.Cells;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Column.Content;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Roles;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Status;
import org.jspecify.annotations.Nullable;

/**
 * The changes of rows where each is told apart by its code or, where there is none that reads, by its text: other values under
 * the same identity, and texts that came and went.
 */
final class TextDifference {
    private static final int FEWEST_EQUAL_VALUES = 2;

    private final Roles roles;
    private final List<RowChange> changes = new ArrayList<>();
    private final List<Entry> gone = new ArrayList<>();
    private final List<Entry> come = new ArrayList<>();

    private TextDifference(Roles roles) {
        this.roles = roles;
    }

    static List<RowChange> changes(RowDifference rows, List<Entry> before, List<Entry> after, Roles roles) {
        TextDifference difference = new TextDifference(roles);
        Set<Object> touched = new LinkedHashSet<>();
        for (List<Entry> side : List.of(rows.removed(), rows.added())) {
            for (Entry row : side) {
                if (row.spans().isEmpty()) {
                    touched.add(place(row));
                }
            }
        }
        Map<Object, List<Entry>> old = byPlace(before, touched);
        Map<Object, List<Entry>> now = byPlace(after, touched);
        for (Object place : touched) {
            difference.compare(old.getOrDefault(place, List.of()), now.getOrDefault(place, List.of()));
        }
        difference.pairRenamed();
        difference.amend(rows);
        return difference.changes;
    }

    /** Where a row without a code stands: its space and its text. */
    private static Object place(Entry row) {
        return List.of(String.valueOf(row.space()), row.text());
    }

    private static Map<Object, List<Entry>> byPlace(List<Entry> rows, Set<Object> wanted) {
        Map<Object, List<Entry>> byPlace = new LinkedHashMap<>();
        for (Entry row : rows) {
            Object place = row.spans().isEmpty() ? place(row) : null;
            if (place != null && wanted.contains(place)) {
                byPlace.computeIfAbsent(place, unused -> new ArrayList<>()).add(row);
            }
        }
        return byPlace;
    }

    private void compare(List<Entry> old, List<Entry> now) {
        Cell before = Cell.of(old);
        Cell after = Cell.of(now);
        Map<String, Entry> lost = before.without(after);
        Map<String, Entry> gained = after.without(before);
        boolean mayBeRenamed = !roles.areCoded();
        for (Entry row : lost.values()) {
            if (mayBeRenamed && now.isEmpty()) {
                gone.add(row);
            } else {
                changes.add(deassigned(row, after));
            }
        }
        for (Entry row : gained.values()) {
            if (mayBeRenamed && old.isEmpty()) {
                come.add(row);
            } else {
                changes.add(assigned(row, before));
            }
        }
        if (lost.isEmpty() && gained.isEmpty() && before.status() != after.status()) {
            List<Space> spaces = (now.isEmpty() ? old : now).get(0).spaces();
            changes.add(new RowChange(
                    new Change.Reclassified(null, spaces, after.status(), before.status()),
                    before.holder(),
                    after.holder()));
        }
    }

    /** A name that went and one that came are one where only they are spelled alike, or only they say the same of all else. */
    private void pairRenamed() {
        pairRenamed(row -> Cells.folded(row.name()));
        pairRenamed(this::otherValues);
        for (Entry row : gone) {
            changes.add(deassigned(row, Cell.of(List.of())));
        }
        for (Entry row : come) {
            changes.add(assigned(row, Cell.of(List.of())));
        }
    }

    private void pairRenamed(Function<Entry, @Nullable Object> measure) {
        Map<Object, List<Entry>> old = byMeasure(gone, measure);
        Map<Object, List<Entry>> now = byMeasure(come, measure);
        old.forEach((value, rows) -> {
            List<Entry> others = now.getOrDefault(value, List.of());
            if (rows.size() == 1 && others.size() == 1) {
                Entry before = rows.get(0);
                Entry after = others.get(0);
                gone.remove(before);
                come.remove(after);
                changes.add(new RowChange(CellDifference.renamed(null, after.spaces(), before, after), before, after));
            }
        });
    }

    private static Map<Object, List<Entry>> byMeasure(List<Entry> rows, Function<Entry, @Nullable Object> measure) {
        Map<Object, List<Entry>> byMeasure = new LinkedHashMap<>();
        for (Entry row : rows) {
            Object value = measure.apply(row);
            if (value != null && !value.equals("")) {
                byMeasure.computeIfAbsent(value, unused -> new ArrayList<>()).add(row);
            }
        }
        return byMeasure;
    }

    /** The values outside the key, dates apart, or null where fewer than two are filled. */
    private @Nullable Object otherValues(Entry row) {
        List<String> values = new ArrayList<>();
        int filled = 0;
        for (int index = 0; index < roles.columns().size(); index++) {
            Column column = roles.columns().get(index);
            boolean isDate = column.content() == Content.DATE || column.content() == Content.MODIFIED;
            if (!isDate && !roles.key().columns().contains(index)) {
                String value = Cells.squeezed(row.values().get(index));
                values.add(value);
                filled += value.isEmpty() ? 0 : 1;
            }
        }
        return filled < FEWEST_EQUAL_VALUES ? null : values;
    }

    private static RowChange assigned(Entry row, Cell before) {
        return new RowChange(
                new Change.Assigned(null, row.spaces(), row.name(), before.status(), null, row), before.held(), row);
    }

    private static RowChange deassigned(Entry row, Cell after) {
        return new RowChange(
                new Change.Deassigned(null, row.spaces(), row.name(), after.status(), row), row, after.held());
    }

    private void amend(RowDifference rows) {
        for (RowGroup same : RowGroup.of(rows, TextDifference::identity)) {
            for (int index = 0; index < same.pairs(); index++) {
                Entry before = same.removed().get(index);
                Entry after = same.added().get(index);
                changes.add(new RowChange(Change.Amended.between(before, after), before, after));
            }
        }
    }

    private static Object identity(Entry row) {
        Object key = row.spans().isEmpty() ? row.text() : row.spans();
        return List.of(
                String.valueOf(row.space()), key, row.status(), row.status() == Status.ASSIGNED ? row.name() : "");
    }
}
