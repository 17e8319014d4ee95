package org.ianawatch.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ianawatch.registry.Snapshot;
import org.ianawatch.registry.Span;
import org.jspecify.annotations.Nullable;

/** Says what changed between two snapshots. The same input gives the same changes in the same order. */
public final class Differ {
    private static final Comparator<Change> PORT_ORDER = Comparator.comparing(
                    Change::ports, Comparator.nullsLast(Comparator.<@Nullable Span>naturalOrder()))
            .thenComparing(Change::kind)
            .thenComparing(change -> change.transports().get(0))
            .thenComparing(change -> change.transports().size());

    private Differ() {}

    /** Everything that differs, from the older snapshot to the newer one. */
    public static ChangeSet diff(Snapshot from, Snapshot to) {
        RowDifference rows = RowDifference.between(from.registrations(), to.registrations());
        List<Change> changes = new ArrayList<>();
        changes.addAll(CellDifference.changes(rows, from.registrations(), to.registrations()));
        changes.addAll(EntryDifference.changes(rows));
        changes.sort(PORT_ORDER);
        return new ChangeSet(
                Side.of(from),
                Side.of(to),
                ColumnChanges.between(from.header(), to.header()),
                List.copyOf(changes),
                rows.removed(),
                rows.added());
    }
}
