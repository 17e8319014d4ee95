package org.ianawatch.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.ianawatch.store.SyncRun.Outcome;

/** The checks of the source. */
public final class SyncRuns {
    private static final String NEWEST = "SELECT * FROM store.sync_run WHERE registry_id = ?";
    private static final String ORDER = " ORDER BY id DESC LIMIT 1";

    private final Sql sql;
    private final int registry;

    SyncRuns(Sql sql, int registry) {
        this.sql = sql;
        this.registry = registry;
    }

    /** The last check, however it ended. */
    public Optional<SyncRun> last() {
        return sql.first(NEWEST + ORDER, SyncRuns::run, registry);
    }

    /** The last check after which the store had what the source had. */
    public Optional<SyncRun> lastSuccess() {
        return sql.first(
                NEWEST + " AND outcome IN (?, ?, ?)" + ORDER,
                SyncRuns::run,
                registry,
                Outcome.NOT_MODIFIED.word(),
                Outcome.SAME_CONTENT.word(),
                Outcome.STORED.word());
    }

    /** The last check that could read the source, whatever came of it. */
    public Optional<SyncRun> lastReadable() {
        return sql.first(NEWEST + " AND outcome <> ?" + ORDER, SyncRuns::run, registry, Outcome.UNREADABLE.word());
    }

    /** The first check. */
    public Optional<SyncRun> first() {
        return sql.first(NEWEST + " ORDER BY id LIMIT 1", SyncRuns::run, registry);
    }

    static SyncRun run(ResultSet row) throws SQLException {
        return new SyncRun(
                Sql.instant(row, "started_at"),
                Sql.instant(row, "finished_at"),
                row.getString("source"),
                Outcome.ofWord(row.getString("outcome")),
                Sql.integer(row, "snapshot_number"),
                row.getString("message"));
    }
}
