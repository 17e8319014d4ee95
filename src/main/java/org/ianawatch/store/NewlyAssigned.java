package org.ianawatch.store;

import java.util.BitSet;
import org.ianawatch.registry.Ports;
import org.ianawatch.registry.Span;

/** The ports that were assigned in a span of the history, of those that were unassigned before, by any transport. */
public final class NewlyAssigned {
    private static final String CHANGES = "SELECT code_low, code_high FROM store.change WHERE registry_id = ?"
            + " AND snapshot_number BETWEEN ? AND ? AND kind = 'assigned' AND other_status = 'unassigned'"
            + " AND code_low IS NOT NULL";

    private final SnapshotEntry since;
    private final BitSet ports = new BitSet(Ports.LAST + 1);

    NewlyAssigned(Sql sql, int registry, SnapshotEntry since, SnapshotEntry until) {
        this.since = since;
        sql.list(
                        CHANGES,
                        row -> new Span(row.getInt("code_low"), row.getInt("code_high")),
                        registry,
                        since.number() + 1,
                        until.number())
                .forEach(range -> ports.set(range.low(), range.high() + 1));
    }

    /** The snapshot before the first change that counts. */
    public SnapshotEntry since() {
        return since;
    }

    /** How many ports of a range. */
    public int among(Span range) {
        return ports.get(range.low(), range.high() + 1).cardinality();
    }
}
