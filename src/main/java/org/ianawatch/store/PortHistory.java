package org.ianawatch.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ianawatch.diff.Cell;
import org.ianawatch.registry.PortRange;
import org.ianawatch.registry.Registration;
import org.ianawatch.registry.Transport;
import org.jspecify.annotations.Nullable;

/** Everything that was ever said of some ports. */
public final class PortHistory {
    private static final String ROWS = "SELECT v.valid_from, v.valid_until, v.field, v.position FROM store.port_row p"
            + " JOIN store.row_version v ON v.id = p.row_version_id WHERE p.registry_id = ? AND ";
    /** Two searches, each by the index that is made for it; one with OR would read all rows. */
    private static final String TOUCHING = ROWS + "p.port_low BETWEEN ? AND ? UNION ALL " + ROWS
            + "p.range_high >= ? AND p.port_low < ? ORDER BY position";

    private static final String IN_FORCE =
            " AND p.status = 'assigned' AND v.valid_from <= ? AND v.valid_until > ? ORDER BY ";
    /** The nearest one below is that which ends last; where ranges overlap, that is not the one that begins last. */
    private static final String BELOW = ROWS + "p.port_low < ? AND COALESCE(p.range_high, p.port_low) < ?" + IN_FORCE
            + "p.port_low DESC FETCH FIRST ROW ONLY";

    private static final String RANGE_BELOW =
            ROWS + "p.range_high < ?" + IN_FORCE + "p.range_high DESC FETCH FIRST ROW ONLY";
    private static final String ABOVE = ROWS + "p.port_low > ?" + IN_FORCE + "p.port_low FETCH FIRST ROW ONLY";

    private final Sql sql;
    private final int registry;
    private final PortRange ports;
    private final List<RowVersion> versions;

    PortHistory(Sql sql, int registry, PortRange ports) {
        this.sql = sql;
        this.registry = registry;
        this.ports = ports;
        this.versions = touching(sql, registry, ports);
    }

    /** The rows of a snapshot that cover any of the ports, in the file's order. */
    public List<Registration> registrations(int snapshot) {
        return versions.stream()
                .filter(version -> version.isIn(snapshot))
                .map(RowVersion::registration)
                .toList();
    }

    /** What the ports were at a snapshot, by transport and then in port order. */
    public List<PortState> states(int snapshot) {
        List<PortState> states = new ArrayList<>();
        for (Transport transport : transports()) {
            for (PortRange segment : segments()) {
                PortState state = state(segment, transport, snapshot);
                PortState last = states.isEmpty() ? null : states.get(states.size() - 1);
                if (last != null && last.isLike(state)) {
                    PortRange both = new PortRange(last.ports().low(), segment.high());
                    states.set(
                            states.size() - 1,
                            new PortState(both, transport, last.status(), last.services(), last.block(), last.since()));
                } else {
                    states.add(state);
                }
            }
        }
        return states;
    }

    /** The rows that cover the nearest assigned port below, at a snapshot; empty where there is none. */
    public List<Registration> below(int snapshot) {
        return Stream.of(
                        nearest(BELOW, registry, ports.low(), ports.low(), snapshot, snapshot),
                        nearest(RANGE_BELOW, registry, ports.low(), snapshot, snapshot))
                .flatMap(Optional::stream)
                .max(Comparator.comparing(PortRange::high))
                .map(found -> covering(found.high(), snapshot))
                .orElse(List.of());
    }

    /** The rows that cover the first port of the nearest assignment above, at a snapshot; empty where there is none. */
    public List<Registration> above(int snapshot) {
        return nearest(ABOVE, registry, ports.high(), snapshot, snapshot)
                .map(found -> covering(found.low(), snapshot))
                .orElse(List.of());
    }

    /** Every change that touched any of the ports, oldest first. */
    public List<RecordedChange> changes() {
        return new ChangeReader(sql, registry).ofPorts(ports);
    }

    private PortState state(PortRange segment, Transport transport, int snapshot) {
        List<RowVersion> covering = versions.stream()
                .filter(version -> ports(version).contains(segment.low()))
                .toList();
        Cell cell = cell(covering, transport, snapshot);
        int since = snapshot;
        while (since > 1 && isSame(cell, cell(covering, transport, since - 1))) {
            since = lastChangeBefore(covering, since);
        }
        return new PortState(segment, transport, cell.status(), cell.serviceNames(), cell.block(), since);
    }

    /** The first snapshot of those in which the rows are what they are in the one before the given. */
    private static int lastChangeBefore(List<RowVersion> covering, int snapshot) {
        int last = 1;
        for (RowVersion version : covering) {
            last = version.from() < snapshot ? Math.max(last, version.from()) : last;
            last = version.until() < snapshot ? Math.max(last, version.until()) : last;
        }
        return last;
    }

    private static boolean isSame(Cell one, Cell other) {
        return one.status() == other.status() && one.serviceNames().equals(other.serviceNames());
    }

    private static Cell cell(List<RowVersion> covering, Transport transport, int snapshot) {
        return Cell.of(
                transport,
                covering.stream()
                        .filter(version -> version.isIn(snapshot))
                        .map(RowVersion::registration)
                        .toList());
    }

    private Set<Transport> transports() {
        Set<Transport> transports = new TreeSet<>(Transport.ALL);
        versions.stream()
                .map(version -> version.registration().transport())
                .filter(Objects::nonNull)
                .forEach(transports::add);
        return transports;
    }

    private List<PortRange> segments() {
        TreeSet<Integer> starts = new TreeSet<>(Set.of(ports.low()));
        for (RowVersion version : versions) {
            PortRange range = ports(version);
            starts.add(range.low());
            starts.add(range.high() + 1);
        }
        List<PortRange> segments = new ArrayList<>();
        for (int start : starts.subSet(ports.low(), ports.high() + 1)) {
            Integer next = starts.higher(start);
            int high = next == null ? ports.high() : Math.min(next - 1, ports.high());
            segments.add(new PortRange(start, high));
        }
        return segments;
    }

    private Optional<PortRange> nearest(String statement, @Nullable Object... parameters) {
        return sql.first(statement, RowVersion::of, parameters).map(PortHistory::ports);
    }

    private List<Registration> covering(int port, int snapshot) {
        return touching(sql, registry, PortRange.of(port)).stream()
                .filter(version -> version.isIn(snapshot))
                .map(RowVersion::registration)
                .toList();
    }

    private static PortRange ports(RowVersion version) {
        return Objects.requireNonNull(version.registration().ports(), "a row found by its port has one");
    }

    /** The row versions that cover any of the ports, in the order of their files. */
    static List<RowVersion> touching(Sql sql, int registry, PortRange range) {
        return sql.list(
                TOUCHING, RowVersion::of, registry, range.low(), range.high(), registry, range.low(), range.low());
    }
}
