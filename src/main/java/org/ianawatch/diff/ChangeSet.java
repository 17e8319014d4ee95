package org.ianawatch.diff;

import java.util.List;
import java.util.function.Predicate;
import org.ianawatch.registry.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Everything that differs between two snapshots.
 *
 * @param from the older side
 * @param to the newer side
 * @param columns how the header rows differ
 * @param changes what changed, in port order, names without a port last
 * @param removedRows the rows that only the older side has, in its order; a row that stands twice counts twice
 * @param addedRows the rows that only the newer side has, in its order
 * @param compared which registry it is of, and how its rows were told apart; null for ports
 */
public record ChangeSet(
        Side from,
        Side to,
        ColumnChanges columns,
        List<Change> changes,
        List<Entry> removedRows,
        List<Entry> addedRows,
        @Nullable ComparedRegistry compared) {
    /** What differs between two snapshots of the ports. */
    public ChangeSet(
            Side from,
            Side to,
            ColumnChanges columns,
            List<Change> changes,
            List<Entry> removedRows,
            List<Entry> addedRows) {
        this(from, to, columns, changes, removedRows, addedRows, null);
    }

    /** The same with only the changes that the filter takes; rows and columns stay. */
    public ChangeSet only(Predicate<Change> filter) {
        return new ChangeSet(
                from, to, columns, changes.stream().filter(filter).toList(), removedRows, addedRows, compared);
    }

    /** The same without the rows, which no filter of changes picks. */
    public ChangeSet withoutRows() {
        return new ChangeSet(from, to, columns, changes, List.of(), List.of(), compared);
    }

    /** Whether rows and columns are the same on both sides, whatever the filter left. */
    public boolean isEmpty() {
        return changes.isEmpty() && columns.isEmpty() && removedRows.isEmpty() && addedRows.isEmpty();
    }
}
