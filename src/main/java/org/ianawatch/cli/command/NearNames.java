package org.ianawatch.cli.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

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
                int distance = distance(wanted, name.toLowerCase(Locale.ROOT));
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

    /** The optimal string alignment of Damerau and Levenshtein. */
    static int distance(String one, String other) {
        int[][] table = new int[one.length() + 1][other.length() + 1];
        for (int row = 0; row <= one.length(); row++) {
            for (int column = 0; column <= other.length(); column++) {
                table[row][column] = row == 0 || column == 0 ? row + column : cheapest(table, row, column, one, other);
            }
        }
        return table[one.length()][other.length()];
    }

    private static int cheapest(int[][] table, int row, int column, String one, String other) {
        char last = one.charAt(row - 1);
        char otherLast = other.charAt(column - 1);
        int replaced = table[row - 1][column - 1] + (last == otherLast ? 0 : 1);
        int least = Math.min(replaced, 1 + Math.min(table[row - 1][column], table[row][column - 1]));
        boolean swapped = row > 1 && column > 1 && last == other.charAt(column - 2) && otherLast == one.charAt(row - 2);
        return swapped ? Math.min(least, 1 + table[row - 2][column - 2]) : least;
    }
}
