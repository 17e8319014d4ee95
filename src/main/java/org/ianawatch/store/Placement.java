package org.ianawatch.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ianawatch.csv.CsvRecord;
import org.ianawatch.registry.Alignment;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a snapshot live on in the next. As many as possible stay where they are: the longest sequence that both
 * have in the same order. A row that moved ends, and begins anew elsewhere.
 */
final class Placement {
    private static final int NONE = Alignment.NONE;
    /** Of a row that stands more often in one file, only so many are looked at: no file may take all the memory. */
    private static final int MOST_ALIKE = 64;

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

    /** A pair of equal records, the best one to end a sequence of its length with, and the pair before it. */
    private record Pair(int before, int after, @Nullable Pair previous) {}

    /** The longest common subsequence after Hunt and Szymanski: the ends of the best sequence of each length. */
    private static void match(List<CsvRecord> before, List<CsvRecord> after, int[] same) {
        Map<CsvRecord, List<Integer>> places = places(before);
        List<Pair> ends = new ArrayList<>();
        for (int index = 0; index < after.size(); index++) {
            List<Integer> found = places.getOrDefault(after.get(index), List.of());
            // The last place first, so that no sequence has a record after twice.
            for (int which = found.size() - 1; which >= 0; which--) {
                int length = lengthBelow(ends, found.get(which));
                Pair pair = new Pair(found.get(which), index, length == 0 ? null : ends.get(length - 1));
                if (length == ends.size()) {
                    ends.add(pair);
                } else {
                    ends.set(length, pair);
                }
            }
        }
        Arrays.fill(same, NONE);
        for (Pair pair = ends.isEmpty() ? null : ends.get(ends.size() - 1); pair != null; pair = pair.previous()) {
            same[pair.after()] = pair.before();
        }
    }

    private static Map<CsvRecord, List<Integer>> places(List<CsvRecord> before) {
        Map<CsvRecord, List<Integer>> places = new HashMap<>();
        for (int index = 0; index < before.size(); index++) {
            List<Integer> alike = places.computeIfAbsent(before.get(index), unused -> new ArrayList<>(1));
            if (alike.size() < MOST_ALIKE) {
                alike.add(index);
            }
        }
        return places;
    }

    private static int lengthBelow(List<Pair> ends, int place) {
        int low = 0;
        int high = ends.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends.get(middle).before() < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
