package org.ianawatch.report;

/**
 * How rows are laid out for people.
 *
 * @param width of the screen, in columns of the terminal
 */
public record TableLayout(Style style, int width, Expansion expansion) {
    /** A line for each row, in the width that tables have where nobody knows the screen's. */
    public static TableLayout of(Style style) {
        return new TableLayout(style, TextTable.STANDARD_COLUMNS, Expansion.OFF);
    }

    /** The same with a line for each column. */
    public TableLayout expanded() {
        return new TableLayout(style, width, Expansion.ON);
    }
}
