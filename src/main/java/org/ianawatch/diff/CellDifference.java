package org.ianawatch.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Roles;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;
import org.jspecify.annotations.Nullable;

/** The changes of codes: every transition of a cell, said once. */
final class CellDifference {
    private CellDifference() {}

    static List<RowChange> changes(RowDifference rows, List<Entry> before, List<Entry> after, Roles roles) {
        Segments segments = Segments.of(rows, before, after);
        List<List<Entry>> coveringBefore = segments.coveringBefore();
        List<List<Entry>> coveringAfter = segments.coveringAfter();
        ChangeMerger merger = new ChangeMerger(roles);
        for (int index = 0; index < segments.spans().size(); index++) {
            Span span = segments.spans().get(index);
            List<Entry> old = coveringBefore.get(index);
            List<Entry> now = coveringAfter.get(index);
            for (Space space : spaces(old, now, roles)) {
                add(span, space, Cell.of(space, old), Cell.of(space, now), merger, roles);
            }
        }
        return merger.changes();
    }

    private static Iterable<Space> spaces(List<Entry> before, List<Entry> after, Roles roles) {
        TreeSet<Space> spaces = new TreeSet<>(roles.spaces());
        for (List<Entry> side : List.of(before, after)) {
            for (Entry row : side) {
                if (row.space() != null) {
                    spaces.add(row.space());
                }
            }
        }
        return spaces;
    }

    private static void add(Span span, Space space, Cell before, Cell after, ChangeMerger merger, Roles roles) {
        List<Space> spaces = List.of(space);
        Map<String, Entry> gone = before.without(after);
        Map<String, Entry> come = after.without(before);
        if (before.status() == Status.ASSIGNED
                && after.status() == Status.ASSIGNED
                && gone.size() == 1
                && come.size() == 1) {
            Entry old = gone.values().iterator().next();
            Entry now = come.values().iterator().next();
            merger.add(new RowChange(renamed(span, spaces, old, now), old, now));
            return;
        }
        come.forEach((name, row) -> merger.add(new RowChange(
                new Change.Assigned(span, spaces, name, before.status(), before.block(), row),
                held(before, roles),
                row)));
        gone.forEach((name, row) -> merger.add(new RowChange(
                new Change.Deassigned(span, spaces, name, after.status(), row), row, held(after, roles))));
        if (gone.isEmpty() && come.isEmpty() && before.status() != after.status()) {
            merger.add(new RowChange(
                    new Change.Reclassified(span, spaces, after.status(), before.status()),
                    before.holder(),
                    after.holder()));
        }
    }

    /** The row that held a cell without assigning it; where all files have the same columns, of a cell that no row assigned alone. */
    private static @Nullable Entry held(Cell cell, Roles roles) {
        return roles.isFixed() ? cell.holder() : cell.held();
    }

    /** A renaming, with what differs beyond what tells rows apart. */
    static Change.Renamed renamed(@Nullable Span span, List<Space> spaces, Entry before, Entry after) {
        List<FieldChange> fields = new ArrayList<>(FieldChange.between(before, after));
        if (after.roles().isFixed()) {
            fields.removeIf(field -> after.roles().tellsApart(after.roles().index(field.column())));
        }
        return new Change.Renamed(span, spaces, before.name(), after.name(), List.copyOf(fields));
    }
}
