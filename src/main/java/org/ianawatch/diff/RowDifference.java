package org.ianawatch.diff;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.registry.Alignment;
import org.ianawatch.registry.Registration;

/**
 * The rows that only one of two snapshots has, as multisets.
 *
 * @param removed those of the older one, in its order
 * @param added those of the newer one, in its order
 */
record RowDifference(List<Registration> removed, List<Registration> added) {
    static RowDifference between(List<Registration> before, List<Registration> after) {
        int[] same = Alignment.of(before, after);
        List<Registration> added = new ArrayList<>();
        BitSet paired = new BitSet();
        for (int index = 0; index < same.length; index++) {
            if (same[index] == Alignment.NONE) {
                added.add(after.get(index));
            } else {
                paired.set(same[index]);
            }
        }
        List<Registration> removed = new ArrayList<>();
        for (int index = paired.nextClearBit(0); index < before.size(); index = paired.nextClearBit(index + 1)) {
            removed.add(before.get(index));
        }
        return new RowDifference(without(removed, added), without(added, removed));
    }

    private static List<Registration> without(List<Registration> rows, List<Registration> others) {
        Map<Registration, int[]> counts = new HashMap<>();
        for (Registration other : others) {
            counts.computeIfAbsent(other, unused -> new int[1])[0]++;
        }
        return rows.stream().filter(row -> !take(counts, row)).toList();
    }

    private static boolean take(Map<Registration, int[]> left, Registration row) {
        int[] count = left.get(row);
        if (count == null || count[0] == 0) {
            return false;
        }
        count[0]--;
        return true;
    }
}
