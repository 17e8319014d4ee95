package org.ianawatch.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.ianawatch.csv.CsvRecord;
import org.ianawatch.csv.LineEnd;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.jspecify.annotations.Nullable;

/** The rows of all snapshots, each stored once for as long as it stayed the same. */
final class RowVersions {
    /** The end of a row that is in force now. */
    static final int OPEN = Integer.MAX_VALUE;

    /**
     * Below it are the ids of the rows in force, which so stand together, and above it those of the rows that have ended, in the order
     * in which they did: a row gets another id when it ends.
     */
    static final long ENDED = 1L << 40;

    private static final String COLUMNS =
            "SELECT v.id, v.valid_from, v.valid_until, v.position, v.service_name, v.field, v.text,"
                    + " v.line_end FROM ";
    private static final String IN_FORCE =
            COLUMNS + "store.row_version v WHERE v.id < " + ENDED + " AND v.registry_id = ? AND v.valid_from <= ?";
    /** By the class of their lives, so that H2 passes over all that ended before or began after. */
    private static final String ONCE = COLUMNS + "store.life l JOIN store.row_version v ON v.longest_life = l.longest"
            + " WHERE v.registry_id = ? AND v.valid_from <= ? AND v.valid_until > ?"
            + " AND v.valid_until <= CAST(? AS INTEGER) + l.longest";

    private static final String BEGIN =
            "INSERT INTO store.row_version (id, registry_id, valid_from, valid_until, valid_from_at, position, port_low,"
                    + " range_high, transport, status, field, text, line_end) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String KNOW_TRANSPORT =
            "MERGE INTO store.transport (name, is_implied) KEY (name) VALUES (?, FALSE)";
    private static final String END =
            "UPDATE store.row_version SET id = ?, valid_until = ?, valid_until_at = ? WHERE id = ?";
    private static final String SPEAK_OF_ENDED = "UPDATE store.change SET row_version_id = ? WHERE row_version_id = ?";
    private static final String LAST_IN_FORCE =
            "SELECT id FROM store.row_version WHERE id < " + ENDED + " ORDER BY id DESC FETCH FIRST ROW ONLY";
    private static final String LAST_ENDED =
            "SELECT GREATEST(COALESCE(MAX(id), 0), " + ENDED + ") FROM store.row_version";
    /** Spreads all rows that ever were evenly, in the order that they have. */
    private static final String SPREAD =
            "MERGE INTO store.row_version v USING (SELECT id, DENSE_RANK() OVER (ORDER BY position) * CAST(? AS BIGINT) AS place"
                    + " FROM store.row_version WHERE registry_id = ?) s ON v.id = s.id"
                    + " WHEN MATCHED THEN UPDATE SET position = s.place";

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
        List<Placed> rows = new ArrayList<>();
        each(snapshot, row -> rows.add(placed(row)));
        rows.sort(Comparator.comparingLong(Placed::position));
        return rows;
    }

    /** Shows the rows of a snapshot, in no order: what {@link #placed} needs of each, its name, and when it began and ended. */
    void each(int snapshot, Sql.Look look) {
        sql.each(IN_FORCE, look, registry, snapshot);
        sql.each(ONCE, look, registry, snapshot, snapshot, snapshot);
    }

    /** Begins rows with a snapshot. */
    void begin(int snapshot, Instant observedAt, List<Placed> rows) {
        sql.batch(
                BEGIN,
                rows.stream().map(row -> begun(snapshot, observedAt, row)).toList());
        sql.batch(
                KNOW_TRANSPORT,
                rows.stream()
                        .map(row -> row.record().registration().space())
                        .filter(transport -> transport != null && !Space.ALL.contains(transport))
                        .distinct()
                        .map(transport -> new Object[] {transport.name()})
                        .toList());
    }

    /**
     * Ends rows that a snapshot has no more.
     *
     * @param firstId above all that have ended
     * @return the rows as they stand among those that have ended, in the same order
     */
    List<Placed> end(int snapshot, Instant observedAt, List<Placed> rows, long firstId) {
        List<Placed> ended = new ArrayList<>();
        List<Object[]> ends = new ArrayList<>();
        List<Object[]> moves = new ArrayList<>();
        for (Placed row : rows) {
            long id = firstId + ended.size();
            ended.add(new Placed(id, row.position(), row.record()));
            ends.add(new Object[] {id, snapshot, observedAt, row.id()});
            moves.add(new Object[] {id, row.id()});
        }
        sql.batch(END, ends);
        sql.batch(SPEAK_OF_ENDED, moves);
        return ended;
    }

    void spread() {
        sql.update(SPREAD, Positions.SPACING, registry);
    }

    /** The highest id of a row in force; 0 where there is none. */
    long highestInForce() {
        return sql.first(LAST_IN_FORCE, row -> row.getLong("id")).orElse(0L);
    }

    /** The highest id of a row that has ended; {@link #ENDED} where there is none. */
    long highestEnded() {
        return sql.number(LAST_ENDED);
    }

    static Entry registration(ResultSet row) throws SQLException {
        return Entry.of(PortRegistry.ROLES, values(row));
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

    private @Nullable Object[] begun(int snapshot, Instant observedAt, Placed row) {
        Entry registration = row.record().registration();
        Span ports = registration.span();
        Space transport = registration.space();
        LineEnd lineEnd = row.record().lineEnd();
        return new @Nullable Object[] {
            row.id(),
            registry,
            snapshot,
            OPEN,
            observedAt,
            row.position(),
            ports == null ? null : ports.low(),
            ports == null || ports.size() == 1 ? null : ports.high(),
            transport == null ? null : transport.name(),
            registration.status().word(),
            registration.values().toArray(),
            row.record().text(),
            lineEnd == null ? null : lineEnd.name()
        };
    }
}
