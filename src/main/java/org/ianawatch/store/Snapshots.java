package org.ianawatch.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ianawatch.csv.CsvFile;
import org.ianawatch.csv.LineEnd;
import org.ianawatch.store.jdbc.Sql;

/** The snapshots of a source, without their rows. */
final class Snapshots {
    private static final String SELECT = "SELECT * FROM store.snapshot WHERE source_id = ?";
    /** Sorted, H2 would take along all that a snapshot has, and all of them. */
    private static final String LAST = " AND number = (SELECT MAX(number) FROM store.snapshot WHERE source_id = ?";

    private static final String INSERT =
            "INSERT INTO store.snapshot (source_id, number, observed_at, origin, source, sha256, byte_count, record_count,"
                    + " last_updated, byte_order_mark, header, line_end, ends_with_line_end)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, ?, ?)";

    private final Sql sql;
    private final int source;

    Snapshots(Sql sql, int source) {
        this.sql = sql;
        this.source = source;
    }

    List<SnapshotEntry> newestFirst() {
        return sql.list(SELECT + " ORDER BY number DESC", Snapshots::entry, source);
    }

    Optional<SnapshotEntry> newest() {
        return sql.first(SELECT + LAST + ")", Snapshots::entry, source, source);
    }

    Optional<SnapshotEntry> inForce(Instant time) {
        return sql.first(SELECT + LAST + " AND observed_at <= ?)", Snapshots::entry, source, source, time);
    }

    Optional<SnapshotEntry> firstAfter(Instant time) {
        return sql.first(SELECT + " AND observed_at > ? ORDER BY observed_at LIMIT 1", Snapshots::entry, source, time);
    }

    Optional<SnapshotEntry> withSha256(String sha256) {
        return sql.first(SELECT + LAST + " AND sha256 = ?)", Snapshots::entry, source, source, sha256);
    }

    void insert(int number, NewSnapshot snapshot) {
        CsvFile.Style style = snapshot.file().style();
        sql.update(
                INSERT,
                source,
                number,
                snapshot.observedAt(),
                snapshot.origin().word(),
                OneLine.of(snapshot.source()),
                snapshot.sha256(),
                snapshot.byteCount(),
                snapshot.file().records().size(),
                style.byteOrderMark(),
                style.headerText(),
                style.lineEnd().name(),
                style.endsWithLineEnd());
    }

    void describe(int number, String lastUpdated) {
        sql.update(
                "UPDATE store.snapshot SET last_updated = ? WHERE source_id = ? AND number = ?",
                OneLine.of(lastUpdated),
                source,
                number);
    }

    static SnapshotEntry entry(ResultSet row) throws SQLException {
        CsvFile.Style style = new CsvFile.Style(
                row.getBoolean("byte_order_mark"),
                row.getString("header"),
                LineEnd.valueOf(row.getString("line_end")),
                row.getBoolean("ends_with_line_end"));
        return new SnapshotEntry(
                row.getInt("number"),
                Sql.instant(row, "observed_at"),
                Origin.ofWord(row.getString("origin")),
                row.getString("source"),
                row.getString("sha256"),
                row.getInt("byte_count"),
                row.getInt("record_count"),
                row.getString("last_updated"),
                style);
    }
}
