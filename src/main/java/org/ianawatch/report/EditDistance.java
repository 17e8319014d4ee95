package org.ianawatch.report;

/** How many letters to add, drop, replace or swap with their neighbour to make one word of another (optimal string alignment). */
public final class EditDistance {
    private EditDistance() {}

    /** The distance between two words, which is the same both ways. */
    public static int of(String word, String other) {
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
