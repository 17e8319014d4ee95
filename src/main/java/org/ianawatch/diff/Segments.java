package org.ianawatch.diff;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
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
    private final List<Registration> touchedBefore;
    private final List<Registration> touchedAfter;

    private Segments(RowDifference rows, List<Registration> before, List<Registration> after) {
        touch(rows.removed());
        touch(rows.added());
        touchedBefore = touched(before);
        touchedAfter = touched(after);
    }

    static Segments of(RowDifference rows, List<Registration> before, List<Registration> after) {
        Segments segments = new Segments(rows, before, after);
        TreeSet<Integer> starts = new TreeSet<>();
        cut(segments.touchedBefore, starts);
        cut(segments.touchedAfter, starts);
        segments.collect(new ArrayList<>(starts));
        return segments;
    }

    /** The segments in port order. */
    List<PortRange> ranges() {
        return ranges;
    }

    /** For each segment, in the same order, the rows of the older side that cover it, in its order. */
    List<List<Registration>> coveringBefore() {
        return covering(touchedBefore);
    }

    /** For each segment, in the same order, the rows of the newer side that cover it, in its order. */
    List<List<Registration>> coveringAfter() {
        return covering(touchedAfter);
    }

    private List<List<Registration>> covering(List<Registration> touching) {
        List<List<Registration>> covering = new ArrayList<>();
        ranges.forEach(range -> covering.add(new ArrayList<>()));
        for (Registration row : touching) {
            PortRange ports = Objects.requireNonNull(row.ports());
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

    private List<Registration> touched(List<Registration> rows) {
        List<Registration> found = new ArrayList<>();
        for (Registration row : rows) {
            PortRange ports = row.ports();
            if (ports != null && touches(ports)) {
                found.add(row);
            }
        }
        return found;
    }

    private static void cut(List<Registration> touching, Set<Integer> starts) {
        for (Registration row : touching) {
            PortRange ports = Objects.requireNonNull(row.ports());
            starts.add(ports.low());
            starts.add(ports.high() + 1);
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
