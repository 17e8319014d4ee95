package org.ianawatch.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ianawatch.csv.CsvRecord;
import org.ianawatch.registry.Alignment;

/**
 * Which rows of a snapshot live on in the next. As many as possible stay where they are: the longest sequence that both
 * have in the same order. A row that moved ends, and begins anew elsewhere.
 */
final class Placement {
    private static final int NONE = Alignment.NONE;

    private Placement() {}

    /**
     * For each record after, the index of the record before that lives on as it, or -1 for one that begins. The indexes
     * that are there ascend.
     */
    static int[] of(List<CsvRecord> before, List<CsvRecord> after) {
        int[] same = Alignment.of(before, after);
        if (!isLongest(before, after, same)) {
            match(before, after, same);
        }
        return same;
    }

    /** Nothing is left that stands on both sides, so no other pairing has more pairs. */
    private static boolean isLongest(List<CsvRecord> before, List<CsvRecord> after, int[] same) {
        Set<CsvRecord> ending = new HashSet<>();
        int next = 0;
        for (int index : same) {
            if (index != NONE) {
                ending.addAll(before.subList(next, index));
                next = index + 1;
            }
        }
        ending.addAll(before.subList(next, before.size()));
        for (int index = 0; index < same.length; index++) {
            if (same[index] == NONE && ending.contains(after.get(index))) {
                return false;
            }
        }
        return true;
    }

    private static void match(List<CsvRecord> before, List<CsvRecord> after, int[] same) {
        Map<CsvRecord, Deque<Integer>> places = new HashMap<>();
        for (int index = 0; index < before.size(); index++) {
            places.computeIfAbsent(before.get(index), unused -> new ArrayDeque<>(2))
                    .add(index);
        }
        for (int index = 0; index < after.size(); index++) {
            Deque<Integer> found = places.get(after.get(index));
            Integer place = found == null ? null : found.poll();
            same[index] = place == null ? NONE : place;
        }
        keepLongestAscending(same);
    }

    /** Patience sorting: the ends of the best sequence of each length, and links back from each element. */
    private static void keepLongestAscending(int[] same) {
        List<Integer> ends = new ArrayList<>();
        int[] previous = new int[same.length];
        for (int index = 0; index < same.length; index++) {
            if (same[index] == NONE) {
                continue;
            }
            int length = lengthBelow(same, ends, same[index]);
            previous[index] = length == 0 ? NONE : ends.get(length - 1);
            if (length == ends.size()) {
                ends.add(index);
            } else {
                ends.set(length, index);
            }
        }
        boolean[] kept = new boolean[same.length];
        for (int index = ends.isEmpty() ? NONE : ends.get(ends.size() - 1); index != NONE; index = previous[index]) {
            kept[index] = true;
        }
        for (int index = 0; index < same.length; index++) {
            same[index] = kept[index] ? same[index] : NONE;
        }
    }

    private static int lengthBelow(int[] same, List<Integer> ends, int value) {
        int low = 0;
        int high = ends.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (same[ends.get(middle)] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
