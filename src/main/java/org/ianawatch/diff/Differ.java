package org.ianawatch.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Roles;
import org.ianawatch.registry.Snapshot;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Table;
import org.jspecify.annotations.Nullable;

/** Says what changed between two snapshots of a registry. The same input gives the same changes in the same order. */
public final class Differ {
    private static final Comparator<@Nullable Span> CODES =
            Comparator.nullsLast(Comparator.<@Nullable Span>naturalOrder());

    private static final Comparator<Change> BY_CODE = Comparator.comparing(Change::span, CODES)
            .thenComparing(Change::kind)
            .thenComparing(change -> change.spaces().get(0))
            .thenComparing(change -> change.spaces().size());

    private static final Comparator<Change> BY_SPACE = Comparator.<Change, String>comparing(
                    change -> change.spaces().get(0).name())
            .thenComparing(Change::span, CODES)
            .thenComparing(Change::kind)
            .thenComparing(change -> String.join("\n", ChangeFilter.names(change)));

    private Differ() {}

    /** Everything that differs, from the older snapshot to the newer one of the same registry. */
    public static ChangeSet diff(Snapshot from, Snapshot to) {
        Roles roles = to.header().roles();
        if (roles.isFixed() || from.header().titles().equals(to.header().titles())) {
            return diff(
                    from, to, from.entries(), to.entries(), roles, ColumnChanges.between(from.header(), to.header()));
        }
        MatchedColumns matched = MatchedColumns.of(table(from), table(to));
        Roles common = roles.only(matched.after());
        if (common == null) {
            RowDifference rows = RowDifference.between(from.entries(), to.entries());
            return new ChangeSet(
                    Side.of(from), Side.of(to), matched.changes(), List.of(), rows.removed(), rows.added());
        }
        return diff(
                from,
                to,
                under(from.entries(), common, matched.before()),
                under(to.entries(), common, matched.after()),
                common,
                matched.changes());
    }

    private static Table table(Snapshot snapshot) {
        return new Table(
                snapshot.header().roles().columns().stream().map(Column::title).toList(),
                snapshot.entries().stream().map(Entry::values).toList());
    }

    private static List<Entry> under(List<Entry> rows, Roles roles, List<Integer> columns) {
        return rows.stream().map(row -> row.under(roles, columns)).toList();
    }

    private static ChangeSet diff(
            Snapshot from, Snapshot to, List<Entry> before, List<Entry> after, Roles roles, ColumnChanges columns) {
        RowDifference rows = RowDifference.between(before, after);
        List<Change> changes = new ArrayList<>(ofRows(rows, before, after, roles).stream()
                .map(RowChange::change)
                .toList());
        if (roles.isFixed()) {
            changes.addAll(EntryDifference.changes(rows, roles));
        }
        changes.sort(roles.isFixed() ? BY_CODE : BY_SPACE);
        return new ChangeSet(
                Side.of(from),
                Side.of(to),
                columns,
                List.copyOf(changes),
                rows.removed().stream().map(Entry::whole).toList(),
                rows.added().stream().map(Entry::whole).toList());
    }

    /** The changes that follow from each row's own codes or, where all files have their own columns, from its text. */
    static List<RowChange> ofRows(RowDifference rows, List<Entry> before, List<Entry> after, Roles roles) {
        List<RowChange> changes = new ArrayList<>();
        if (roles.areCoded()) {
            changes.addAll(CellDifference.changes(rows, before, after, roles));
        }
        if (!roles.isFixed()) {
            changes.addAll(TextDifference.changes(rows, before, after, roles));
        }
        return changes;
    }
}
