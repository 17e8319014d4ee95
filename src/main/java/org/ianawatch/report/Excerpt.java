package org.ianawatch.report;

import org.ianawatch.diff.FieldChange;

/**
 * Two values that differ, each on one line of a terminal and cut to the part that differs.
 *
 * @param before safe for a terminal
 * @param after likewise
 */
public record Excerpt(String before, String after) {
    /** How much of what is the same stands before the first difference, in {@code char}s. */
    private static final int CONTEXT = 20;

    private static final String ELLIPSIS = "…";
    private static final String BLANK = "·";

    /**
     * The values of the change.
     *
     * @param columns the width for each
     */
    public static Excerpt of(FieldChange change, int columns) {
        return of(onOneLine(change.before(), change), onOneLine(change.after(), change), columns);
    }

    /**
     * Two values on one line each.
     *
     * @param before safe for a terminal
     * @param after likewise
     * @param columns the width for each
     */
    public static Excerpt of(String before, String after, int columns) {
        int longest = Math.max(before.length(), after.length());
        int start = Math.min(samePrefix(before, after) - CONTEXT, longest - columns + ELLIPSIS.length());
        return new Excerpt(cut(before, start, columns), cut(after, start, columns));
    }

    private static String onOneLine(String value, FieldChange change) {
        String line = TerminalText.safe(value);
        // What differs in nothing but blanks would look the same.
        return change.isCosmetic() ? line.replace(" ", BLANK).replace("\u00a0", "\\u00a0") : line;
    }

    private static String cut(String line, int start, int columns) {
        if (start <= 0) {
            return TerminalText.cut(line, columns);
        }
        boolean insidePair = Character.isLowSurrogate(line.charAt(start));
        return TerminalText.cut(ELLIPSIS + line.substring(insidePair ? start + 1 : start), columns);
    }

    private static int samePrefix(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }
}
