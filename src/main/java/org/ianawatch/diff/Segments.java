package org.ianawatch.diff;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Span;

/**
 * The codes that a difference of rows touches, cut so finely that each row covers a segment wholly or not at all. At all
 * other codes both snapshots have the same rows.
 */
final class Segments {
    /** Ascending, none of them overlapping or right before the next. */
    private final List<Span> touched;

    private final List<Span> spans = new ArrayList<>();
    private final List<Entry> touchedBefore;
    private final List<Entry> touchedAfter;

    private Segments(RowDifference rows, List<Entry> before, List<Entry> after) {
        List<Span> all = new ArrayList<>();
        rows.removed().forEach(row -> all.addAll(row.spans()));
        rows.added().forEach(row -> all.addAll(row.spans()));
        touched = joined(all);
        touchedBefore = touched(before);
        touchedAfter = touched(after);
    }

    static Segments of(RowDifference rows, List<Entry> before, List<Entry> after) {
        Segments segments = new Segments(rows, before, after);
        TreeSet<BigInteger> starts = new TreeSet<>();
        cut(segments.touchedBefore, starts);
        cut(segments.touchedAfter, starts);
        segments.collect(new ArrayList<>(starts));
        return segments;
    }

    /** The segments in the order of their codes. */
    List<Span> spans() {
        return spans;
    }

    /** For each segment, in the same order, the rows of the older side that cover it, in its order. */
    List<List<Entry>> coveringBefore() {
        return covering(touchedBefore);
    }

    /** For each segment, in the same order, the rows of the newer side that cover it, in its order. */
    List<List<Entry>> coveringAfter() {
        return covering(touchedAfter);
    }

    private static List<Span> joined(List<Span> spans) {
        Collections.sort(spans);
        List<Span> joined = new ArrayList<>();
        for (Span span : spans) {
            Span last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last == null || !(last.overlaps(span) || last.isRightBefore(span))) {
                joined.add(span);
            } else if (last.last().compareTo(span.last()) < 0) {
                joined.set(joined.size() - 1, last.to(span));
            }
        }
        return joined;
    }

    private List<List<Entry>> covering(List<Entry> touching) {
        List<List<Entry>> covering = new ArrayList<>();
        spans.forEach(span -> covering.add(new ArrayList<>()));
        for (Entry row : touching) {
            for (Span span : row.spans()) {
                for (int index = firstOverlapping(spans, span);
                        index < spans.size() && spans.get(index).overlaps(span);
                        index++) {
                    covering.get(index).add(row);
                }
            }
        }
        return covering;
    }

    /** The index of the first of the disjoint spans that overlaps one, or where it would stand. */
    private static int firstOverlapping(List<Span> disjoint, Span span) {
        int low = 0;
        int high = disjoint.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            Span at = disjoint.get(middle);
            if (!at.overlaps(span) && at.compareTo(span) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isTouched(Span span) {
        int index = firstOverlapping(touched, span);
        return index < touched.size() && touched.get(index).overlaps(span);
    }

    private List<Entry> touched(List<Entry> rows) {
        List<Entry> found = new ArrayList<>();
        for (Entry row : rows) {
            for (Span span : row.spans()) {
                if (isTouched(span)) {
                    found.add(row);
                    break;
                }
            }
        }
        return found;
    }

    private static void cut(List<Entry> touching, Set<BigInteger> starts) {
        for (Entry row : touching) {
            for (Span span : row.spans()) {
                starts.add(span.first());
                starts.add(span.last().add(BigInteger.ONE));
            }
        }
    }

    private void collect(List<BigInteger> starts) {
        for (int index = 0; index + 1 < starts.size(); index++) {
            Span span = Span.of(starts.get(index), starts.get(index + 1).subtract(BigInteger.ONE));
            if (isTouched(span)) {
                spans.add(span);
            }
        }
    }
}
