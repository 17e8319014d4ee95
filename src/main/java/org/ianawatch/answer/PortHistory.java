package org.ianawatch.answer;

import java.util.ArrayList;
import java.util.List;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;
import org.ianawatch.store.RecordedChange;
import org.ianawatch.store.RowVersion;

/** Everything that was ever said of some ports. */
public final class PortHistory {
    private final Rows rows;
    private final PortIndex index;
    private final Changes changes;
    private final Span ports;
    private final List<RowVersion> versions;

    PortHistory(Rows rows, Changes changes, Span ports) {
        this.rows = rows;
        this.index = rows.ports();
        this.changes = changes;
        this.ports = ports;
        this.versions = rows.touching(ports);
    }

    /** The rows of a snapshot that cover any of the ports, in the file's order. */
    public List<Entry> registrations(int snapshot) {
        return inForce(versions, snapshot);
    }

    /** What the ports were at a snapshot, by transport and then in port order. */
    public List<PortState> states(int snapshot) {
        return new PortStates(ports, versions, snapshot).all();
    }

    /**
     * The rows that cover the nearest assigned port below, at a snapshot; empty where there is none. The nearest is that which
     * ends last; where ranges overlap, that is not the one that begins last.
     */
    public List<Entry> below(int snapshot) {
        int nearest = -1;
        for (int entry = index.firstFrom(ports.low()) - 1; entry >= 0 && index.highest(entry) > nearest; entry--) {
            int high = index.high(entry);
            if (high > nearest && high < ports.low() && isAssigned(index.place(entry), snapshot)) {
                nearest = high;
            }
        }
        return covering(nearest, snapshot);
    }

    /** The rows that cover the first port of the nearest assignment above, at a snapshot; empty where there is none. */
    public List<Entry> above(int snapshot) {
        for (int entry = index.firstFrom(ports.high() + 1); entry < index.count(); entry++) {
            if (isAssigned(index.place(entry), snapshot)) {
                return covering(index.low(entry), snapshot);
            }
        }
        return List.of();
    }

    /** Every change that touched any of the ports, oldest first. */
    public List<RecordedChange> changes() {
        return changes.ofPorts(ports);
    }

    private boolean isAssigned(int rank, int snapshot) {
        return rows.isIn(rank, snapshot) && rows.entry(rank).status() == Status.ASSIGNED;
    }

    private List<Entry> covering(int port, int snapshot) {
        return port < 0 ? List.of() : inForce(rows.touching(Span.of(port)), snapshot);
    }

    private static List<Entry> inForce(List<RowVersion> versions, int snapshot) {
        List<Entry> entries = new ArrayList<>();
        for (RowVersion version : versions) {
            if (version.isIn(snapshot)) {
                entries.add(version.registration());
            }
        }
        return entries;
    }
}
