package org.ianawatch.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ianawatch.csv.CsvRecord;
import org.ianawatch.csv.LineEnd;
import org.ianawatch.registry.PortRange;
import org.ianawatch.registry.Registration;
import org.ianawatch.registry.Transport;
import org.jspecify.annotations.Nullable;

/** The rows of all snapshots, each stored once for as long as it stayed the same. */
final class RowVersions {
    /** The end of a row that is in force now. */
    static final int OPEN = Integer.MAX_VALUE;

    private static final String IN_FORCE =
            "SELECT id, position, field, text, line_end FROM store.row_version WHERE registry_id = ? AND valid_from <= ? AND valid_until > ? ORDER BY position";
    private static final String OPEN_ROW =
            "INSERT INTO store.row_version (id, registry_id, valid_from, valid_until, position, field, text, line_end) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String OPEN_PORTS =
            "INSERT INTO store.port_row (row_version_id, registry_id, port_low, range_high, transport, status) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String CLOSE_ROW = "UPDATE store.row_version SET valid_until = ? WHERE id = ?";
    /** Spreads all rows that ever were evenly, in the order that they have. */
    private static final String SPREAD =
            "MERGE INTO store.row_version v USING (SELECT id, DENSE_RANK() OVER (ORDER BY position) * CAST(? AS BIGINT) AS place"
                    + " FROM store.row_version WHERE registry_id = ?) s ON v.id = s.id WHEN MATCHED THEN UPDATE SET position = s.place";

    /**
     * A row of a snapshot at its place.
     *
     * @param id of the row version
     * @param position its place among the rows of its snapshot
     * @param record what it says
     */
    record Placed(long id, long position, CsvRecord record) {}

    private final Sql sql;
    private final int registry;

    RowVersions(Sql sql, int registry) {
        this.sql = sql;
        this.registry = registry;
    }

    /** The rows of a snapshot in the file's order. */
    List<Placed> inForce(int snapshot) {
        return sql.list(IN_FORCE, RowVersions::placed, registry, snapshot, snapshot);
    }

    void open(int snapshot, List<Placed> rows) {
        List<@Nullable Object[]> versions = new ArrayList<>();
        List<@Nullable Object[]> ports = new ArrayList<>();
        for (Placed row : rows) {
            Registration registration = row.record().registration();
            LineEnd lineEnd = row.record().lineEnd();
            versions.add(new @Nullable Object[] {
                row.id(),
                registry,
                snapshot,
                OPEN,
                row.position(),
                registration.values().toArray(),
                row.record().text(),
                lineEnd == null ? null : lineEnd.name()
            });
            ports.add(portRow(row.id(), registration));
        }
        sql.batch(OPEN_ROW, versions);
        sql.batch(OPEN_PORTS, ports);
    }

    void close(int snapshot, List<Placed> rows) {
        sql.batch(
                CLOSE_ROW,
                rows.stream().map(row -> new Object[] {snapshot, row.id()}).toList());
    }

    void spread() {
        sql.update(SPREAD, Positions.SPACING, registry);
    }

    long highestId() {
        return sql.number("SELECT COALESCE(MAX(id), 0) FROM store.row_version");
    }

    static Registration registration(ResultSet row) throws SQLException {
        return Registration.of(values(row));
    }

    /** The twelve values of a row, not checked. */
    static String[] values(ResultSet row) throws SQLException {
        Object[] values = (Object[]) row.getArray("field").getArray();
        return Arrays.copyOf(values, values.length, String[].class);
    }

    static Placed placed(ResultSet row) throws SQLException {
        String lineEnd = row.getString("line_end");
        CsvRecord record = new CsvRecord(
                registration(row), row.getString("text"), lineEnd == null ? null : LineEnd.valueOf(lineEnd));
        return new Placed(row.getLong("id"), row.getLong("position"), record);
    }

    private @Nullable Object[] portRow(long id, Registration registration) {
        PortRange ports = registration.ports();
        Transport transport = registration.transport();
        return new @Nullable Object[] {
            id,
            registry,
            ports == null ? null : ports.low(),
            ports == null || ports.size() == 1 ? null : ports.high(),
            transport == null ? null : transport.name(),
            registration.status().word()
        };
    }
}
