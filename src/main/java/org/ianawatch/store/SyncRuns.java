package org.ianawatch.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.ianawatch.store.SyncRun.Outcome;
import org.ianawatch.store.jdbc.Sql;

/** The checks of the source. */
public final class SyncRuns {
    private static final String NEWEST = "SELECT * FROM store.sync_run WHERE source_id = ?";
    private static final String ORDER = " ORDER BY id DESC LIMIT 1";

    private final Sql sql;
    private final int source;

    SyncRuns(Sql sql, int source) {
        this.sql = sql;
        this.source = source;
    }

    /** The last check, however it ended. */
    public Optional<SyncRun> last() {
        return noted("last_run_id");
    }

    /** The last check after which the store had what the source had. */
    public Optional<SyncRun> lastSuccess() {
        return noted("last_success_id");
    }

    private Optional<SyncRun> noted(String column) {
        return sql.first(
                "SELECT * FROM store.sync_run WHERE id = (SELECT " + column + " FROM store.source WHERE id = ?)",
                SyncRuns::run,
                source);
    }

    /** The latest check until a time that could read the source, whatever came of it. */
    public Optional<SyncRun> lastReadable(Instant until) {
        return sql.first(
                NEWEST + " AND outcome <> ? AND finished_at <= ? ORDER BY finished_at DESC, id DESC LIMIT 1",
                SyncRuns::run,
                source,
                Outcome.UNREADABLE.word(),
                until);
    }

    /** The first check, of those that ended until a time. */
    public Optional<SyncRun> first(Instant until) {
        return sql.first(NEWEST + " AND finished_at <= ? ORDER BY id LIMIT 1", SyncRuns::run, source, until);
    }

    /** The number of the newest snapshot when a check began first at a time that is after another one. */
    public Optional<Integer> newestWhenFirstAfter(Instant time) {
        return sql.first(
                "SELECT MAX(snapshot_number) AS number FROM store.sync_run WHERE source_id = ?"
                        + " AND id <= (SELECT MIN(id) FROM store.sync_run WHERE source_id = ? AND started_at > ?)"
                        + " HAVING MAX(snapshot_number) IS NOT NULL",
                row -> row.getInt("number"),
                source,
                source,
                time);
    }

    /** The earliest time at which a check began that found a snapshot or stored it, where there was one. */
    public Optional<Instant> firstWith(int snapshot) {
        return sql.first(
                "SELECT MIN(started_at) AS began FROM store.sync_run WHERE source_id = ? AND snapshot_number >= ?"
                        + " HAVING MIN(started_at) IS NOT NULL",
                row -> Sql.instant(row, "began"),
                source,
                snapshot);
    }

    /** When the check began that stored a snapshot, where one did. */
    public Optional<Instant> stored(int snapshot) {
        return sql.first(
                "SELECT started_at FROM store.sync_run WHERE source_id = ? AND snapshot_number = ? AND outcome = ?"
                        + ORDER,
                row -> Sql.instant(row, "started_at"),
                source,
                snapshot,
                Outcome.STORED.word());
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
