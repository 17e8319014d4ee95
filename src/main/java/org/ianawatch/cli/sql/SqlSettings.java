package org.ianawatch.cli.sql;

import org.ianawatch.report.Expansion;
import org.ianawatch.report.RowFormat;
import org.ianawatch.store.SnapshotSelector;
import org.jspecify.annotations.Nullable;

/** What the commands of a session change. Not thread safe. */
final class SqlSettings {
    private @Nullable SnapshotSelector at;
    private RowFormat format;
    private Expansion expansion = Expansion.OFF;
    private boolean isTimed;
    private boolean isPaged = true;

    SqlSettings(@Nullable SnapshotSelector at, RowFormat format) {
        this.at = at;
        this.format = format;
    }

    /** What the views show; null for the newest snapshot. */
    @Nullable
    SnapshotSelector at() {
        return at;
    }

    void at(@Nullable SnapshotSelector selector) {
        at = selector;
    }

    RowFormat format() {
        return format;
    }

    void format(RowFormat wanted) {
        format = wanted;
    }

    Expansion expansion() {
        return expansion;
    }

    void expansion(Expansion wanted) {
        expansion = wanted;
    }

    /** Whether it is said how long a statement took. */
    boolean isTimed() {
        return isTimed;
    }

    void timed(boolean wanted) {
        isTimed = wanted;
    }

    /** Whether what is longer than the screen goes to a pager. */
    boolean isPaged() {
        return isPaged;
    }

    void paged(boolean wanted) {
        isPaged = wanted;
    }
}
