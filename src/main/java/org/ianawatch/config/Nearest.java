package org.ianawatch.config;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Guesses what a person meant who wrote a word that is none. */
public final class Nearest {
    private static final int FARTHEST = 3;

    private Nearest() {}

    /** The words that there are, with the likeliest or, where none is likely, all of them: the end of a sentence. */
    public static String hint(String word, Collection<String> words) {
        return of(word, words)
                .map(nearest -> "; did you mean '" + nearest + "'?")
                .orElseGet(() -> words.isEmpty() ? "" : "; there are " + String.join(", ", words));
    }

    /** The word that is the fewest slips of the pen away, the first of equals, if it is near at all. */
    public static Optional<String> of(String word, Collection<String> words) {
        int fewest = Math.max(1, Math.min(FARTHEST, word.length() / 2)) + 1;
        String nearest = null;
        for (String candidate : words) {
            int slips = slips(plain(word), plain(candidate));
            if (slips < fewest) {
                fewest = slips;
                nearest = candidate;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('-', '_');
    }

    /** How many letters to add, drop, replace or swap with their neighbour (optimal string alignment distance). */
    private static int slips(String word, String other) {
        int[][] slips = new int[word.length() + 1][other.length() + 1];
        for (int row = 0; row <= word.length(); row++) {
            for (int column = 0; column <= other.length(); column++) {
                slips[row][column] = row == 0 || column == 0 ? row + column : least(slips, word, other, row, column);
            }
        }
        return slips[word.length()][other.length()];
    }

    private static int least(int[][] slips, String word, String other, int row, int column) {
        boolean same = word.charAt(row - 1) == other.charAt(column - 1);
        int least = Math.min(
                slips[row - 1][column - 1] + (same ? 0 : 1),
                Math.min(slips[row - 1][column], slips[row][column - 1]) + 1);
        boolean swapped = row > 1
                && column > 1
                && word.charAt(row - 1) == other.charAt(column - 2)
                && word.charAt(row - 2) == other.charAt(column - 1);
        return swapped ? Math.min(least, slips[row - 2][column - 2] + 1) : least;
    }
}
