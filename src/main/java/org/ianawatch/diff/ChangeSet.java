package org.ianawatch.diff;

import java.util.List;
import java.util.function.Predicate;
import org.ianawatch.registry.Entry;

/**
 * Everything that differs between two snapshots.
 *
 * @param from the older side
 * @param to the newer side
 * @param columns how the header rows differ
 * @param changes what changed, in port order, names without a port last
 * @param removedRows the rows that only the older side has, in its order; a row that stands twice counts twice
 * @param addedRows the rows that only the newer side has, in its order
 */
public record ChangeSet(
        Side from,
        Side to,
        ColumnChanges columns,
        List<Change> changes,
        List<Entry> removedRows,
        List<Entry> addedRows) {
    /** The same with only the changes that the filter takes; rows and columns stay. */
    public ChangeSet only(Predicate<Change> filter) {
        return new ChangeSet(from, to, columns, changes.stream().filter(filter).toList(), removedRows, addedRows);
    }

    /** The same without the rows, which no filter of changes picks. */
    public ChangeSet withoutRows() {
        return new ChangeSet(from, to, columns, changes, List.of(), List.of());
    }

    /** Whether rows and columns are the same on both sides, whatever the filter left. */
    public boolean isEmpty() {
        return changes.isEmpty() && columns.isEmpty() && removedRows.isEmpty() && addedRows.isEmpty();
    }
}
