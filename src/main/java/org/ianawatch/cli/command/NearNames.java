package org.ianawatch.cli.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.ianawatch.report.EditDistance;

/**
 * Names that a person may have meant: by the fewest letters inserted, left out, replaced, or swapped with a neighbour.
 */
public final class NearNames {
    private static final int MOST = 3;
    private static final int SHORT = 4;

    private record Near(String name, int distance) {}

    private NearNames() {}

    /** At most three, the nearest first. By two letters or more only a longer text may be wrong. */
    public static List<String> of(String text, Collection<String> names) {
        String wanted = text.toLowerCase(Locale.ROOT);
        int farthest = wanted.length() <= SHORT ? 1 : Math.max(2, 1 + wanted.length() / 5);
        List<Near> near = new ArrayList<>();
        for (String name : names) {
            if (Math.abs(name.length() - wanted.length()) <= farthest) {
                int distance = EditDistance.of(wanted, name.toLowerCase(Locale.ROOT));
                if (distance <= farthest) {
                    near.add(new Near(name, distance));
                }
            }
        }
        return near.stream()
                .sorted(Comparator.comparing(Near::distance).thenComparing(Near::name))
                .limit(MOST)
                .map(Near::name)
                .toList();
    }
}
