package org.ianawatch.registry;

import java.util.Arrays;
import java.util.List;

/**
 * Pairs the equal elements of two lists that are mostly the same, in one pass. Every pair is right; an element that moved
 * far stays without one.
 */
public final class Alignment {
    /** The index of an element that has no partner. */
    public static final int NONE = -1;

    /** How far to look for the place where two lists go on alike. */
    private static final int WINDOW = 32;

    private Alignment() {}

    /**
     * For each element after, the index of the equal one before, or {@link #NONE}. The indexes that are there ascend.
     *
     * @param <T> what the lists hold, compared by {@code equals}
     */
    public static <T> int[] of(List<T> before, List<T> after) {
        int[] same = new int[after.size()];
        Arrays.fill(same, NONE);
        int old = 0;
        int now = 0;
        while (old < before.size() && now < after.size()) {
            if (before.get(old).equals(after.get(now))) {
                same[now++] = old++;
                continue;
            }
            int[] steps = stepsToEqual(before, old, after, now);
            old += steps[0];
            now += steps[1];
        }
        return same;
    }

    /** The fewest elements to leave out on both sides before two are equal again; one each where none are near. */
    private static <T> int[] stepsToEqual(List<T> before, int old, List<T> after, int now) {
        for (int distance = 1; distance < 2 * WINDOW; distance++) {
            for (int left = Math.max(0, distance - WINDOW); left <= Math.min(distance, WINDOW); left++) {
                int right = distance - left;
                if (old + left < before.size()
                        && now + right < after.size()
                        && before.get(old + left).equals(after.get(now + right))) {
                    return new int[] {left, right};
                }
            }
        }
        return new int[] {1, 1};
    }
}
