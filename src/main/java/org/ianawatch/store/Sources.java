package org.ianawatch.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ianawatch.store.jdbc.Sql;
import org.jspecify.annotations.Nullable;

/** All sources of a store, each with what is known of it; as many questions for thousands as for one. */
final class Sources {
    private static final String NEWEST = "SELECT n.* FROM store.source s JOIN store.snapshot n ON n.source_id = s.id"
            + " AND n.number = (SELECT MAX(m.number) FROM store.snapshot m WHERE m.source_id = s.id)";
    private static final String CHECKS =
            "SELECT r.* FROM store.source s JOIN store.sync_run r ON r.id = s.last_run_id UNION ALL"
                    + " SELECT r.* FROM store.source s JOIN store.sync_run r ON r.id = s.last_success_id";

    private final Sql sql;

    Sources(Sql sql) {
        this.sql = sql;
    }

    /** Adds one; the answer is its number. */
    int add(String group, String address) {
        List<Long> added = sql.insert(
                "INSERT INTO store.source (group_name, address, form, revision) VALUES (?, ?, ?, ?)",
                List.<@Nullable Object[]>of(new Object[] {group, address, "csv", revision()}));
        return Math.toIntExact(added.get(0));
    }

    /** Gives what was published of a source up. */
    void change(int source) {
        sql.update("UPDATE store.source SET revision = ? WHERE id = ?", revision(), source);
    }

    private static long revision() {
        return RandomGenerator.getDefault().nextLong();
    }

    /** All of them, in the order in which they came. */
    List<SourceState> all() {
        Map<Integer, SnapshotEntry> newest = new HashMap<>();
        sql.each(NEWEST, row -> newest.put(row.getInt("source_id"), Snapshots.entry(row)));
        Map<Long, SyncRun> checks = new HashMap<>();
        sql.each(CHECKS, row -> checks.put(row.getLong("id"), SyncRuns.run(row)));
        List<SourceState> all = new ArrayList<>();
        sql.each(
                "SELECT * FROM store.source ORDER BY id",
                row -> all.add(new SourceState(
                        row.getString("address"),
                        row.getLong("revision"),
                        Optional.ofNullable(newest.get(row.getInt("id"))),
                        Optional.ofNullable(checks.get(row.getLong("last_run_id"))),
                        Optional.ofNullable(checks.get(row.getLong("last_success_id"))),
                        validated(row))));
        return all;
    }

    /** What the server sent with the newest content, where it did. */
    static Optional<Validated> validated(ResultSet row) throws SQLException {
        String sha256 = row.getString("validated_sha256");
        String url = row.getString("url");
        return sha256 == null || url == null
                ? Optional.empty()
                : Optional.of(new Validated(url, row.getString("entity_tag"), row.getString("last_modified"), sha256));
    }

    /** Notes a check that was added. */
    void note(int source, long run, boolean isSuccess) {
        sql.update(
                "UPDATE store.source SET last_run_id = ?, last_success_id = COALESCE(?, last_success_id) WHERE id = ?",
                run,
                isSuccess ? run : null,
                source);
    }

    /** Notes the last checks of all sources, which came from elsewhere. */
    void noteLast() {
        sql.update(
                "UPDATE store.source s SET last_run_id = (SELECT MAX(r.id) FROM store.sync_run r WHERE r.source_id = s.id)");
        sql.update("UPDATE store.source s SET last_success_id = (SELECT MAX(r.id) FROM store.sync_run r"
                + " WHERE r.source_id = s.id AND r.outcome IN ('not modified', 'same content', 'stored'))");
    }
}
