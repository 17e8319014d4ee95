package org.ianawatch.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.registry.Registration;

/**
 * The rows that only one of two snapshots has, as multisets.
 *
 * @param removed those of the older one, in its order
 * @param added those of the newer one, in its order
 */
record RowDifference(List<Registration> removed, List<Registration> added) {
    static RowDifference between(List<Registration> before, List<Registration> after) {
        Map<Registration, int[]> left = new HashMap<>(before.size() * 2);
        for (Registration row : before) {
            left.computeIfAbsent(row, unused -> new int[1])[0]++;
        }
        List<Registration> added = new ArrayList<>();
        for (Registration row : after) {
            if (!take(left, row)) {
                added.add(row);
            }
        }
        List<Registration> removed = new ArrayList<>();
        for (Registration row : before) {
            if (take(left, row)) {
                removed.add(row);
            }
        }
        return new RowDifference(List.copyOf(removed), List.copyOf(added));
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
