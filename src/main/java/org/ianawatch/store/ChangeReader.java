package org.ianawatch.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.FieldChange;
import org.ianawatch.diff.Kind;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Roles;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;
import org.ianawatch.store.home.StoreException;
import org.ianawatch.store.jdbc.Sql;
import org.jspecify.annotations.Nullable;

/** Reads changes of the history back as they were when they were found. */
final class ChangeReader {
    private static final String OF_SNAPSHOTS =
            "(SELECT id FROM store.change WHERE registry_id = ? AND snapshot_number BETWEEN ? AND ?)";
    /**
     * The outer joins keep H2 from going through all changes, and looking for each among those wanted. With a plain registry_id,
     * it would begin with the index of that, which leads to all changes, too.
     */
    private static final String CHANGES = " wanted LEFT JOIN store.change c ON c.id = wanted.id"
            + " LEFT JOIN store.registry r ON r.id = c.registry_id"
            + " LEFT JOIN store.snapshot s ON s.source_id = r.source_id AND s.number = c.snapshot_number"
            + " LEFT JOIN store.row_now n ON n.id = c.row_id LEFT JOIN store.row_past p ON p.id = c.row_id"
            + " WHERE c.registry_id + 0 = ? AND s.number > 0 ORDER BY c.snapshot_number, c.ordinal";

    /** The outer join keeps H2 from going through all fields, and looking for the change of each. */
    private static final String FIELDS = " wanted LEFT JOIN store.change_field f ON f.change_id = wanted.id"
            + " WHERE f.ordinal > 0 ORDER BY f.change_id, f.ordinal";

    private final Sql sql;
    private final int registry;
    private final SnapshotRoles roles;

    ChangeReader(Sql sql, int registry, SnapshotRoles roles) {
        this.sql = sql;
        this.registry = registry;
        this.roles = roles;
    }

    /** The changes of the snapshots from one number to another, both inclusive, oldest first. */
    List<RecordedChange> ofSnapshots(int first, int last) {
        return read(OF_SNAPSHOTS, registry, first, last);
    }

    private List<RecordedChange> read(String wanted, Object... parameters) {
        Map<Long, List<String[]>> fields = new HashMap<>();
        sql.each(
                "SELECT f.* FROM " + wanted + FIELDS,
                row -> fields.computeIfAbsent(row.getLong("change_id"), unused -> new ArrayList<>())
                        .add(new String[] {
                            row.getString("column_name"), row.getString("before_value"), row.getString("after_value")
                        }),
                parameters);
        return sql.list(
                "SELECT c.*, s.observed_at, COALESCE(n.field, p.field) AS field FROM " + wanted + CHANGES,
                row -> new RecordedChange(
                        row.getInt("snapshot_number"),
                        Sql.instant(row, "observed_at"),
                        change(row, fields.getOrDefault(row.getLong("id"), List.of()))),
                Stream.concat(Arrays.stream(parameters), Stream.of(registry)).toArray());
    }

    private FieldChange field(int snapshot, String[] values) {
        return new FieldChange(roles.column(snapshot, values[0]), values[1], values[2]);
    }

    private Change change(ResultSet row, List<String[]> values) throws SQLException {
        int snapshot = row.getInt("snapshot_number");
        Roles after = roles.of(snapshot);
        List<FieldChange> fields =
                values.stream().map(each -> field(snapshot, each)).toList();
        Span ports = range(row, "code_low", "code_high");
        List<Space> transports = Arrays.stream((Object[]) row.getArray("spaces").getArray())
                .map(name -> Space.known((String) name))
                .toList();
        String service = row.getString("name");
        return switch (Kind.ofWord(row.getString("kind"))) {
            case ASSIGNED ->
                new Change.Assigned(
                        ports,
                        transports,
                        service,
                        status(row),
                        range(row, "block_low", "block_high"),
                        record(row, after));
            case DEASSIGNED ->
                new Change.Deassigned(ports, transports, service, status(row), record(row, roles.of(snapshot - 1)));
            case RENAMED -> new Change.Renamed(ports, transports, row.getString("previous_name"), service, fields);
            case RESERVED, UNASSIGNED, PRIVATE_USE, EXPERIMENTAL ->
                new Change.Reclassified(ports, transports, Status.ofWord(row.getString("kind")), status(row));
            case AMENDED -> new Change.Amended(ports, transports, service, fields);
        };
    }

    private static Entry record(ResultSet row, Roles roles) throws SQLException {
        if (row.getArray("field") == null) {
            throw new StoreException("the row of change " + row.getLong("id") + " is missing");
        }
        return Entry.of(roles, RowVersions.values(row));
    }

    private static Status status(ResultSet row) throws SQLException {
        return Status.ofWord(row.getString("other_status"));
    }

    private static @Nullable Span range(ResultSet row, String low, String high) throws SQLException {
        BigDecimal first = row.getBigDecimal(low);
        BigDecimal last = row.getBigDecimal(high);
        return first == null || last == null ? null : Span.of(first.toBigInteger(), last.toBigInteger());
    }
}
