package org.ianawatch.diff;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ianawatch.registry.PortRange;
import org.ianawatch.registry.Registration;

/**
 * The ports that a difference of rows touches, cut so finely that each row covers a segment wholly or not at all. At all
 * other ports both snapshots have the same rows.
 */
final class Segments {
    private final BitSet touched = new BitSet();
    private final List<PortRange> ranges = new ArrayList<>();

    private Segments() {}

    static Segments of(RowDifference rows, List<Registration> before, List<Registration> after) {
        Segments segments = new Segments();
        segments.touch(rows.removed());
        segments.touch(rows.added());
        TreeSet<Integer> starts = new TreeSet<>();
        segments.cut(before, starts);
        segments.cut(after, starts);
        segments.collect(new ArrayList<>(starts));
        return segments;
    }

    /** The segments in port order. */
    List<PortRange> ranges() {
        return ranges;
    }

    /** For each segment, in the same order, the rows that cover it, in the file's order. */
    List<List<Registration>> covering(List<Registration> rows) {
        List<List<Registration>> covering = new ArrayList<>();
        ranges.forEach(range -> covering.add(new ArrayList<>()));
        for (Registration row : rows) {
            PortRange ports = row.ports();
            if (ports == null || !touches(ports)) {
                continue;
            }
            int found = Collections.binarySearch(ranges, PortRange.of(ports.low()));
            int index = found < 0 ? -found - 1 : found;
            while (index < ranges.size() && ports.contains(ranges.get(index).low())) {
                covering.get(index++).add(row);
            }
        }
        return covering;
    }

    private void touch(List<Registration> rows) {
        for (Registration row : rows) {
            PortRange ports = row.ports();
            if (ports != null) {
                touched.set(ports.low(), ports.high() + 1);
            }
        }
    }

    private boolean touches(PortRange ports) {
        if (ports.size() == 1) {
            return touched.get(ports.low());
        }
        int first = touched.nextSetBit(ports.low());
        return first >= 0 && first <= ports.high();
    }

    private void cut(List<Registration> rows, Set<Integer> starts) {
        for (Registration row : rows) {
            PortRange ports = row.ports();
            if (ports != null && touches(ports)) {
                starts.add(ports.low());
                starts.add(ports.high() + 1);
            }
        }
    }

    private void collect(List<Integer> starts) {
        for (int index = 0; index + 1 < starts.size(); index++) {
            if (touched.get(starts.get(index))) {
                ranges.add(new PortRange(starts.get(index), starts.get(index + 1) - 1));
            }
        }
    }
}
