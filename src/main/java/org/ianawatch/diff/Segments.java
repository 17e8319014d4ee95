package org.ianawatch.diff;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Span;

/**
 * The ports that a difference of rows touches, cut so finely that each row covers a segment wholly or not at all. At all
 * other ports both snapshots have the same rows.
 */
final class Segments {
    private final BitSet touched = new BitSet();
    private final List<Span> ranges = new ArrayList<>();
    private final List<Entry> touchedBefore;
    private final List<Entry> touchedAfter;

    private Segments(RowDifference rows, List<Entry> before, List<Entry> after) {
        touch(rows.removed());
        touch(rows.added());
        touchedBefore = touched(before);
        touchedAfter = touched(after);
    }

    static Segments of(RowDifference rows, List<Entry> before, List<Entry> after) {
        Segments segments = new Segments(rows, before, after);
        TreeSet<Integer> starts = new TreeSet<>();
        cut(segments.touchedBefore, starts);
        cut(segments.touchedAfter, starts);
        segments.collect(new ArrayList<>(starts));
        return segments;
    }

    /** The segments in port order. */
    List<Span> ranges() {
        return ranges;
    }

    /** For each segment, in the same order, the rows of the older side that cover it, in its order. */
    List<List<Entry>> coveringBefore() {
        return covering(touchedBefore);
    }

    /** For each segment, in the same order, the rows of the newer side that cover it, in its order. */
    List<List<Entry>> coveringAfter() {
        return covering(touchedAfter);
    }

    private List<List<Entry>> covering(List<Entry> touching) {
        List<List<Entry>> covering = new ArrayList<>();
        ranges.forEach(range -> covering.add(new ArrayList<>()));
        for (Entry row : touching) {
            Span ports = Objects.requireNonNull(row.ports());
            int found = Collections.binarySearch(ranges, Span.of(ports.low()));
            int index = found < 0 ? -found - 1 : found;
            while (index < ranges.size() && ports.contains(ranges.get(index).low())) {
                covering.get(index++).add(row);
            }
        }
        return covering;
    }

    private void touch(List<Entry> rows) {
        for (Entry row : rows) {
            Span ports = row.ports();
            if (ports != null) {
                touched.set(ports.low(), ports.high() + 1);
            }
        }
    }

    private boolean touches(Span ports) {
        if (ports.size() == 1) {
            return touched.get(ports.low());
        }
        int first = touched.nextSetBit(ports.low());
        return first >= 0 && first <= ports.high();
    }

    private List<Entry> touched(List<Entry> rows) {
        List<Entry> found = new ArrayList<>();
        for (Entry row : rows) {
            Span ports = row.ports();
            if (ports != null && touches(ports)) {
                found.add(row);
            }
        }
        return found;
    }

    private static void cut(List<Entry> touching, Set<Integer> starts) {
        for (Entry row : touching) {
            Span ports = Objects.requireNonNull(row.ports());
            starts.add(ports.low());
            starts.add(ports.high() + 1);
        }
    }

    private void collect(List<Integer> starts) {
        for (int index = 0; index + 1 < starts.size(); index++) {
            if (touched.get(starts.get(index))) {
                ranges.add(new Span(starts.get(index), starts.get(index + 1) - 1));
            }
        }
    }
}
