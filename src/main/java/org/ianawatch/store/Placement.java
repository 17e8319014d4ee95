package org.ianawatch.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.csv.CsvRecord;

/**
 * Which rows of a snapshot live on in the next. As many as possible stay where they are: the longest sequence that both
 * have in the same order. A row that moved ends, and begins anew elsewhere.
 */
final class Placement {
    private static final int NONE = -1;

    private Placement() {}

    /**
     * For each record after, the index of the record before that lives on as it, or -1 for one that begins. The indexes
     * that are there ascend.
     */
    static int[] of(List<CsvRecord> before, List<CsvRecord> after) {
        int[] same = new int[after.size()];
        int start = 0;
        int shorter = Math.min(before.size(), after.size());
        while (start < shorter && before.get(start).equals(after.get(start))) {
            same[start] = start++;
        }
        int end = 0;
        while (end < shorter - start && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
            same[after.size() - end] = before.size() - end;
        }
        match(before, after, same, start, end);
        return same;
    }

    private static void match(List<CsvRecord> before, List<CsvRecord> after, int[] same, int start, int end) {
        Map<CsvRecord, Deque<Integer>> places = new HashMap<>();
        for (int index = start; index < before.size() - end; index++) {
            places.computeIfAbsent(before.get(index), unused -> new ArrayDeque<>(2))
                    .add(index);
        }
        for (int index = start; index < after.size() - end; index++) {
            Deque<Integer> found = places.get(after.get(index));
            Integer place = found == null ? null : found.poll();
            same[index] = place == null ? NONE : place;
        }
        keepLongestAscending(same, start, after.size() - end);
    }

    /** Patience sorting: the ends of the best sequence of each length, and links back from each element. */
    private static void keepLongestAscending(int[] same, int from, int to) {
        List<Integer> ends = new ArrayList<>();
        int[] previous = new int[to];
        for (int index = from; index < to; index++) {
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
        boolean[] kept = new boolean[to];
        for (int index = ends.isEmpty() ? NONE : ends.get(ends.size() - 1); index != NONE; index = previous[index]) {
            kept[index] = true;
        }
        for (int index = from; index < to; index++) {
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
