package org.ianawatch.store;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Span;
import org.jspecify.annotations.Nullable;

/** Everything that was ever said of some ports. */
public final class PortHistory {
    private static final String ROWS =
            "SELECT valid_from, valid_until, field, position FROM store.row_version WHERE registry_id = ? AND ";
    /**
     * Two searches, each by the index that is made for it: one with OR would read all rows, and a plain port_low in the second
     * all that begin below. The CASE keeps H2 from reading the row of each range that ends above, to look at its registry first.
     */
    private static final String TOUCHING = ROWS + "port_low BETWEEN ? AND ? UNION ALL "
            + "SELECT valid_from, valid_until, field, position FROM store.row_version"
            + " WHERE range_high >= ? AND CASE WHEN port_low + 0 < ? THEN registry_id = ? ELSE FALSE END ORDER BY position";

    private static final String IN_FORCE = " AND status = 'assigned' AND valid_from <= ? AND valid_until > ? ORDER BY ";
    /** The nearest one below is that which ends last; where ranges overlap, that is not the one that begins last. */
    private static final String BELOW = ROWS + "port_low < ? AND COALESCE(range_high, port_low) < ?" + IN_FORCE
            + "port_low DESC FETCH FIRST ROW ONLY";

    /** Without the 0, H2 would go on through all rows that have no range. */
    private static final String RANGE_BELOW =
            ROWS + "range_high >= 0 AND range_high < ?" + IN_FORCE + "range_high DESC FETCH FIRST ROW ONLY";

    private static final String ABOVE = ROWS + "port_low > ?" + IN_FORCE + "port_low FETCH FIRST ROW ONLY";

    private final Sql sql;
    private final int registry;
    private final Span ports;
    private final ChangeReader changes;
    private final List<RowVersion> versions;

    PortHistory(Sql sql, int registry, Span ports, ChangeReader changes) {
        this.changes = changes;
        this.sql = sql;
        this.registry = registry;
        this.ports = ports;
        this.versions = touching(sql, registry, ports);
    }

    /** The rows of a snapshot that cover any of the ports, in the file's order. */
    public List<Entry> registrations(int snapshot) {
        return versions.stream()
                .filter(version -> version.isIn(snapshot))
                .map(RowVersion::registration)
                .toList();
    }

    /** What the ports were at a snapshot, by transport and then in port order. */
    public List<PortState> states(int snapshot) {
        return new PortStates(ports, versions, snapshot).all();
    }

    /** The rows that cover the nearest assigned port below, at a snapshot; empty where there is none. */
    public List<Entry> below(int snapshot) {
        return Stream.of(
                        nearest(BELOW, registry, ports.low(), ports.low(), snapshot, snapshot),
                        nearest(RANGE_BELOW, registry, ports.low(), snapshot, snapshot))
                .flatMap(Optional::stream)
                .max(Comparator.comparing(Span::high))
                .map(found -> covering(found.high(), snapshot))
                .orElse(List.of());
    }

    /** The rows that cover the first port of the nearest assignment above, at a snapshot; empty where there is none. */
    public List<Entry> above(int snapshot) {
        return nearest(ABOVE, registry, ports.high(), snapshot, snapshot)
                .map(found -> covering(found.low(), snapshot))
                .orElse(List.of());
    }

    /** Every change that touched any of the ports, oldest first. */
    public List<RecordedChange> changes() {
        return changes.ofPorts(ports);
    }

    private Optional<Span> nearest(String statement, @Nullable Object... parameters) {
        return sql.first(statement, RowVersion::of, parameters).map(RowVersion::ports);
    }

    private List<Entry> covering(int port, int snapshot) {
        return touching(sql, registry, Span.of(port)).stream()
                .filter(version -> version.isIn(snapshot))
                .map(RowVersion::registration)
                .toList();
    }

    /** The row versions that cover any of the ports, in the order of their files. */
    static List<RowVersion> touching(Sql sql, int registry, Span range) {
        return sql.list(
                TOUCHING, RowVersion::of, registry, range.low(), range.high(), range.low(), range.low(), registry);
    }
}
