package org.ianawatch.store;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ianawatch.csv.CsvRecord;
import org.ianawatch.csv.LineEnd;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Notation;
import org.ianawatch.registry.Roles;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.store.jdbc.Sql;
import org.jspecify.annotations.Nullable;

/** The rows of all snapshots of a registry, each stored once for as long as it stayed the same. */
final class RowVersions {
    private static final String IN_FORCE = "SELECT id, valid_from, " + RowVersion.OPEN
            + " AS valid_until, position, field, text, line_end FROM store.row_now WHERE registry_id = ? AND valid_from <= ?";
    private static final String ONCE =
            "SELECT id, valid_from, valid_until, position, field, text, line_end FROM store.row_past"
                    + " WHERE registry_id = ? AND valid_from <= ? AND valid_until > ?";

    /** In parts, since H2 keeps what a query gives until all of it is there. */
    private static final String NOW = "SELECT id, valid_from, " + RowVersion.OPEN
            + " AS valid_until, position, field, text, line_end FROM store.row_now WHERE registry_id = ? AND id > ?"
            + " ORDER BY id FETCH FIRST 4096 ROWS ONLY";

    private static final String PAST =
            "SELECT id, valid_from, valid_until, position, field, text, line_end FROM store.row_past"
                    + " WHERE registry_id = ? AND id > ? ORDER BY id FETCH FIRST 4096 ROWS ONLY";

    private static final String BEGIN =
            "INSERT INTO store.row_now (registry_id, valid_from, valid_from_at, position, code_low, code_high, port_low, port_high,"
                    + " space, name, status, field, text, line_end) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String LIST_CODE =
            "INSERT INTO store.more_code (row_id, ordinal, code_low, code_high) VALUES (?, ?, ?, ?)";
    private static final String KNOW_SPACE = "INSERT INTO store.space (registry_id, name) SELECT ?, CAST(? AS VARCHAR)"
            + " WHERE NOT EXISTS (SELECT 1 FROM store.space WHERE registry_id = ? AND name = ?)";
    private static final String END =
            "INSERT INTO store.row_past (id, registry_id, valid_from, valid_until, valid_from_at, valid_until_at, position, code_low,"
                    + " code_high, port_low, port_high, space, name, status, field, text, line_end) SELECT id, registry_id, valid_from, ?, valid_from_at, ?,"
                    + " position, code_low, code_high, port_low, port_high, space, name, status, field, text, line_end FROM store.row_now"
                    + " WHERE id = ?";
    private static final String LEAVE = "DELETE FROM store.row_now WHERE id = ?";
    /** Every position that a row of the registry ever had, in order. */
    private static final String POSITIONS =
            "SELECT position FROM store.row_now WHERE registry_id = ? UNION SELECT position FROM store.row_past WHERE registry_id = ?"
                    + " ORDER BY position";

    /**
     * A row of a snapshot at its place.
     *
     * @param id of the row version; 0 for one that is not stored yet
     * @param from the number of the first snapshot that has it
     * @param position its place among the rows of its snapshot
     * @param record what it says
     */
    record Placed(long id, int from, long position, CsvRecord record) {
        /** The same with the id that it got. */
        Placed as(long given) {
            return new Placed(given, from, position, record);
        }
    }

    private final Sql sql;
    private final int registry;
    private final SnapshotRoles roles;

    RowVersions(Sql sql, int registry, SnapshotRoles roles) {
        this.sql = sql;
        this.registry = registry;
        this.roles = roles;
    }

    /** The rows of a snapshot in the file's order. */
    List<Placed> inForce(int snapshot) {
        List<Placed> rows = new ArrayList<>();
        each(snapshot, row -> rows.add(placed(row, roles.of(snapshot))));
        rows.sort(Comparator.comparingLong(Placed::position));
        return rows;
    }

    /** Shows the rows of a snapshot, in no order: what {@link #placed} needs of each, and when it began and ended. */
    void each(int snapshot, Sql.Look look) {
        sql.each(IN_FORCE, look, registry, snapshot);
        sql.each(ONCE, look, registry, snapshot, snapshot);
    }

    /** Shows the rows of all snapshots, those in force first. */
    void each(StoredRow.Look look) throws IOException {
        each(NOW, look);
        eachEnded(look);
    }

    /** Shows the rows that have ended. */
    void eachEnded(StoredRow.Look look) throws IOException {
        each(PAST, look);
    }

    private void each(String next, StoredRow.Look look) throws IOException {
        long last = 0;
        List<StoredRow> rows = new ArrayList<>();
        do {
            rows.clear();
            long[] id = {last};
            sql.each(
                    next,
                    row -> {
                        Placed placed = placed(row, roles.of(row.getInt("valid_from")));
                        id[0] = placed.id();
                        rows.add(new StoredRow(
                                placed.position(), placed.from(), row.getInt("valid_until"), placed.record()));
                    },
                    registry,
                    last);
            last = id[0];
            for (StoredRow row : rows) {
                look.at(row);
            }
        } while (!rows.isEmpty());
    }

    /** Begins rows with a snapshot; the answer is the same rows with their ids. */
    List<Placed> begin(int snapshot, Instant observedAt, List<Placed> rows) {
        List<Long> ids = sql.insert(
                BEGIN,
                rows.stream().map(row -> begun(snapshot, observedAt, row)).toList());
        List<Placed> begun = new ArrayList<>();
        List<Object[]> more = new ArrayList<>();
        Set<String> spaces = new HashSet<>();
        for (int index = 0; index < rows.size(); index++) {
            Entry entry = rows.get(index).record().registration();
            begun.add(rows.get(index).as(ids.get(index)));
            for (int ordinal = 1; ordinal < entry.spans().size(); ordinal++) {
                Span span = entry.spans().get(ordinal);
                more.add(new Object[] {ids.get(index), ordinal, low(span), high(span)});
            }
            Space space = entry.space();
            if (space != null && !entry.roles().spaces().contains(space)) {
                spaces.add(space.name());
            }
        }
        sql.batch(LIST_CODE, more);
        sql.batch(
                KNOW_SPACE,
                spaces.stream()
                        .sorted()
                        .map(name -> new Object[] {registry, name, registry, name})
                        .toList());
        return begun;
    }

    /** Ends rows that a snapshot has no more. */
    void end(int snapshot, Instant observedAt, List<Placed> rows) {
        sql.batch(
                END,
                rows.stream()
                        .map(row -> new Object[] {snapshot, observedAt, row.id()})
                        .toList());
        sql.batch(LEAVE, rows.stream().map(row -> new Object[] {row.id()}).toList());
    }

    /** Spreads all rows that ever were evenly, in the order that they have. */
    void spread() {
        List<Long> positions = sql.list(POSITIONS, row -> row.getLong("position"), registry, registry);
        List<Object[]> moves = new ArrayList<>();
        for (int index = positions.size() - 1; index >= 0; index--) {
            moves.add(new Object[] {-(index + 1) * Positions.SPACING, registry, positions.get(index)});
        }
        for (String table : List.of("store.row_now", "store.row_past")) {
            // By way of negative ones, which no row has, so that none moves twice.
            sql.batch("UPDATE " + table + " SET position = ? WHERE registry_id = ? AND position = ?", moves);
            sql.update("UPDATE " + table + " SET position = -position WHERE registry_id = ?", registry);
        }
    }

    /** An end of ports as an integer; null for codes that are none. */
    static @Nullable Integer port(Roles roles, @Nullable Span span, boolean isLow) {
        if (span == null || roles.notation() != Notation.PORTS) {
            return null;
        }
        return isLow ? span.low() : span.high();
    }

    static @Nullable BigDecimal low(@Nullable Span span) {
        return span == null ? null : new BigDecimal(span.first());
    }

    static @Nullable BigDecimal high(@Nullable Span span) {
        return span == null ? null : new BigDecimal(span.last());
    }

    /** The values of a row, not checked. */
    static String[] values(ResultSet row) throws SQLException {
        Object[] values = (Object[]) row.getArray("field").getArray();
        return Arrays.copyOf(values, values.length, String[].class);
    }

    static RowVersion version(ResultSet row, SnapshotRoles roles) throws SQLException {
        int from = row.getInt("valid_from");
        return new RowVersion(from, row.getInt("valid_until"), Entry.of(roles.of(from), values(row)));
    }

    static Placed placed(ResultSet row, Roles roles) throws SQLException {
        String lineEnd = row.getString("line_end");
        CsvRecord record = new CsvRecord(
                Entry.of(roles, values(row)), row.getString("text"), lineEnd == null ? null : LineEnd.valueOf(lineEnd));
        return new Placed(row.getLong("id"), row.getInt("valid_from"), row.getLong("position"), record);
    }

    private @Nullable Object[] begun(int snapshot, Instant observedAt, Placed row) {
        Entry entry = row.record().registration();
        Span first = entry.spans().isEmpty() ? null : entry.spans().get(0);
        Space space = entry.space();
        LineEnd lineEnd = row.record().lineEnd();
        return new @Nullable Object[] {
            registry,
            snapshot,
            observedAt,
            row.position(),
            low(first),
            high(first),
            port(entry.roles(), first, true),
            port(entry.roles(), first, false),
            space == null ? null : space.name(),
            entry.name(),
            entry.status().word(),
            entry.values().toArray(),
            row.record().text(),
            lineEnd == null ? null : lineEnd.name()
        };
    }
}
