package org.ianawatch.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.FieldChange;
import org.ianawatch.diff.Kind;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;
import org.jspecify.annotations.Nullable;

/** Reads changes of the history back as they were when they were found. */
final class ChangeReader {
    private static final String OF_SNAPSHOTS =
            "(SELECT id FROM store.change WHERE registry_id = ? AND snapshot_number BETWEEN ? AND ?)";
    /** Two searches, each by the index that is made for it, as for rows. */
    private static final String OF_PORTS = "(SELECT id FROM store.change WHERE port_low BETWEEN ? AND ? UNION ALL"
            + " SELECT id FROM store.change WHERE range_high >= ? AND port_low + 0 < ?)";

    /**
     * The outer joins keep H2 from going through all changes, and looking for each among those wanted. With a plain registry_id,
     * it would begin with the index of that, which leads to all changes, too.
     */
    private static final String CHANGES = " wanted LEFT JOIN store.change c ON c.id = wanted.id"
            + " LEFT JOIN store.snapshot s ON s.registry_id = c.registry_id AND s.number = c.snapshot_number"
            + " LEFT JOIN store.row_version v ON v.id = c.row_version_id WHERE c.registry_id + 0 = ? AND s.number > 0 ORDER BY c.snapshot_number, c.ordinal";

    /** The outer join keeps H2 from going through all fields, and looking for the change of each. */
    private static final String FIELDS = " wanted LEFT JOIN store.change_field f ON f.change_id = wanted.id"
            + " WHERE f.ordinal > 0 ORDER BY f.change_id, f.ordinal";

    private final Sql sql;
    private final int registry;

    ChangeReader(Sql sql, int registry) {
        this.sql = sql;
        this.registry = registry;
    }

    /** The changes of the snapshots from one number to another, both inclusive, oldest first. */
    List<RecordedChange> ofSnapshots(int first, int last) {
        return read(OF_SNAPSHOTS, registry, first, last);
    }

    /** The changes that touched any of the ports, oldest first. */
    List<RecordedChange> ofPorts(Span ports) {
        return read(OF_PORTS, ports.low(), ports.high(), ports.low(), ports.low());
    }

    private List<RecordedChange> read(String wanted, Object... parameters) {
        Map<Long, List<FieldChange>> fields = new HashMap<>();
        sql.each(
                "SELECT f.* FROM " + wanted + FIELDS,
                row -> fields.computeIfAbsent(row.getLong("change_id"), unused -> new ArrayList<>())
                        .add(field(row)),
                parameters);
        return sql.list(
                "SELECT c.*, s.observed_at, v.field FROM " + wanted + CHANGES,
                row -> new RecordedChange(
                        row.getInt("snapshot_number"),
                        Sql.instant(row, "observed_at"),
                        change(row, List.copyOf(fields.getOrDefault(row.getLong("id"), List.of())))),
                Stream.concat(Arrays.stream(parameters), Stream.of(registry)).toArray());
    }

    private static FieldChange field(ResultSet row) throws SQLException {
        String title = row.getString("column_name");
        Column column = Objects.requireNonNull(PortRegistry.ROLES.column(title), title);
        return new FieldChange(column, row.getString("before_value"), row.getString("after_value"));
    }

    private static Change change(ResultSet row, List<FieldChange> fields) throws SQLException {
        Span ports = range(row, "port_low", "port_high");
        List<Space> transports = Arrays.stream(
                        (Object[]) row.getArray("transports").getArray())
                .map(name -> Space.of((String) name))
                .toList();
        String service = row.getString("service");
        return switch (Kind.ofWord(row.getString("kind"))) {
            case ASSIGNED ->
                new Change.Assigned(
                        ports, transports, service, status(row), range(row, "block_low", "block_high"), record(row));
            case DEASSIGNED -> new Change.Deassigned(ports, transports, service, status(row), record(row));
            case RENAMED ->
                new Change.Renamed(present(ports), transports, row.getString("previous_service"), service, fields);
            case RESERVED, UNASSIGNED, PRIVATE_USE, EXPERIMENTAL ->
                new Change.Reclassified(ports, transports, Status.ofWord(row.getString("kind")), status(row));
            case AMENDED -> new Change.Amended(ports, transports, service, fields);
        };
    }

    private static Span present(@Nullable Span ports) {
        return Objects.requireNonNull(ports, "a change of this kind has ports");
    }

    private static Entry record(ResultSet row) throws SQLException {
        if (row.getArray("field") == null) {
            throw new StoreException("the row of change " + row.getLong("id") + " is missing");
        }
        return RowVersions.registration(row);
    }

    private static Status status(ResultSet row) throws SQLException {
        return Status.ofWord(row.getString("other_status"));
    }

    private static @Nullable Span range(ResultSet row, String low, String high) throws SQLException {
        Integer first = Sql.integer(row, low);
        Integer last = Sql.integer(row, high);
        return first == null || last == null ? null : new Span(first, last);
    }
}
