package org.ianawatch.answer;

import java.util.BitSet;
import java.util.List;
import org.ianawatch.diff.Change;
import org.ianawatch.registry.Ports;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;
import org.ianawatch.store.RecordedChange;
import org.ianawatch.store.SnapshotEntry;

/** The ports that were assigned in a span of the history, of those that were unassigned before, by any transport. */
public final class NewlyAssigned {
    private final SnapshotEntry since;
    private final BitSet ports = new BitSet(Ports.LAST + 1);

    NewlyAssigned(SnapshotEntry since, List<RecordedChange> changes) {
        this.since = since;
        for (RecordedChange recorded : changes) {
            Span range = recorded.change().span();
            if (recorded.change() instanceof Change.Assigned assigned
                    && assigned.was() == Status.UNASSIGNED
                    && range != null) {
                ports.set(range.low(), range.high() + 1);
            }
        }
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
