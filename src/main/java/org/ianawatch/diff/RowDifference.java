package org.ianawatch.diff;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.registry.Alignment;
import org.ianawatch.registry.Entry;

/**
 * The rows that only one of two snapshots has, as multisets.
 *
 * @param removed those of the older one, in its order
 * @param added those of the newer one, in its order
 */
record RowDifference(List<Entry> removed, List<Entry> added) {
    /** Of a row that stands more often on one side, that side's first ones are taken to be those of the other. */
    static RowDifference between(List<Entry> before, List<Entry> after) {
        Map<Entry, Integer> surplus = surplus(before, after);
        return new RowDifference(lastOnes(before, surplus, 1), lastOnes(after, surplus, -1));
    }

    /** How many more of a row stand before than after; rows that the alignment pairs need no counting. */
    private static Map<Entry, Integer> surplus(List<Entry> before, List<Entry> after) {
        Map<Entry, Integer> surplus = new HashMap<>();
        int[] same = Alignment.of(before, after);
        BitSet paired = new BitSet();
        for (int index = 0; index < same.length; index++) {
            if (same[index] == Alignment.NONE) {
                surplus.merge(after.get(index), -1, Integer::sum);
            } else {
                paired.set(same[index]);
            }
        }
        for (int index = paired.nextClearBit(0); index < before.size(); index = paired.nextClearBit(index + 1)) {
            surplus.merge(before.get(index), 1, Integer::sum);
        }
        return surplus;
    }

    private static List<Entry> lastOnes(List<Entry> rows, Map<Entry, Integer> surplus, int sign) {
        Map<Entry, Integer> left = new HashMap<>(surplus);
        List<Entry> last = new ArrayList<>();
        for (int index = rows.size() - 1; index >= 0; index--) {
            Integer count = left.get(rows.get(index));
            if (count != null && count * sign > 0) {
                last.add(rows.get(index));
                left.put(rows.get(index), count - sign);
            }
        }
        Collections.reverse(last);
        return List.copyOf(last);
    }
}
