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
        return new RowDifference(without(before, after), without(after, before));
    }

    private static List<Registration> without(List<Registration> rows, List<Registration> others) {
        Map<Registration, Integer> counts = new HashMap<>(others.size() * 2);
        for (Registration other : others) {
            counts.merge(other, 1, Integer::sum);
        }
        List<Registration> left = new ArrayList<>();
        for (Registration row : rows) {
            Integer count = counts.computeIfPresent(row, (same, many) -> many == 0 ? null : many - 1);
            if (count == null) {
                left.add(row);
            }
        }
        return List.copyOf(left);
    }
}
