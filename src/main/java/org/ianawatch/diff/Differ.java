package org.ianawatch.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Roles;
import org.ianawatch.registry.Snapshot;
import org.ianawatch.registry.Span;
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
        MatchedColumns matched = MatchedColumns.of(from, to);
        Roles common = matched.roles();
        if (common == null) {
            RowDifference rows = RowDifference.between(from.entries(), to.entries());
            return new ChangeSet(
                    Side.of(from), Side.of(to), matched.changes(), List.of(), rows.removed(), rows.added());
        }
        return diff(
                from,
                to,
                matched.before(from.entries(), common),
                matched.after(to.entries(), common),
                common,
                matched.changes());
    }

    private static ChangeSet diff(
            Snapshot from, Snapshot to, List<Entry> before, List<Entry> after, Roles roles, ColumnChanges columns) {
        RowDifference rows = RowDifference.between(before, after);
        List<Change> changes = new ArrayList<>();
        if (roles.areCoded()) {
            changes.addAll(CellDifference.changes(rows, before, after, roles));
        }
        changes.addAll(
                roles.isFixed()
                        ? EntryDifference.changes(rows, roles)
                        : TextDifference.changes(rows, before, after, roles));
        changes.sort(roles.isFixed() ? BY_CODE : BY_SPACE);
        return new ChangeSet(
                Side.of(from),
                Side.of(to),
                columns,
                List.copyOf(changes),
                rows.removed().stream().map(Entry::whole).toList(),
                rows.added().stream().map(Entry::whole).toList());
    }
}
