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
    private static final class Count {
        private int before;
        private int both;
    }

    /** Of a row that stands more often on one side, that side's first ones are taken to be those of the other. */
    static RowDifference between(List<Registration> before, List<Registration> after) {
        Map<Registration, Count> counts = new HashMap<>(before.size() * 2);
        for (Registration row : before) {
            counts.computeIfAbsent(row, unused -> new Count()).before++;
        }
        List<Registration> added = new ArrayList<>();
        for (Registration row : after) {
            Count count = counts.get(row);
            if (count == null || count.before == count.both) {
                added.add(row);
            } else {
                count.both++;
            }
        }
        List<Registration> removed = new ArrayList<>();
        for (Registration row : before) {
            Count count = counts.get(row);
            if (count == null || count.both == 0) {
                removed.add(row);
            } else {
                count.both--;
            }
        }
        return new RowDifference(List.copyOf(removed), List.copyOf(added));
    }
}
