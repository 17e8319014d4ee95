package org.ianawatch.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Aligned columns for a terminal: a header, then the rows; two blanks between columns; the last column is wrapped where
 * it is too wide. All text is made safe for the terminal. Not thread safe.
 */
public final class TextTable {
    /** The width of a terminal of which nobody knows it, in columns. */
    public static final int STANDARD_COLUMNS = 80;

    private static final String GAP = "  ";
    private static final int NARROWEST_LAST_COLUMN = 20;

    private final Style style;
    private final int screenWidth;
    private final List<String> titles = new ArrayList<>();
    private final List<Boolean> alignedRight = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private int @Nullable [] measured;

    /**
     * A table without columns.
     *
     * @param screenWidth in columns of the terminal, which the last column keeps to where the others leave room
     */
    public TextTable(Style style, int screenWidth) {
        this.style = style;
        this.screenWidth = screenWidth;
    }

    /** Adds a column that is aligned left. */
    public TextTable text(String title) {
        return column(title, false);
    }

    /** Adds a column that is aligned right. */
    public TextTable number(String title) {
        return column(title, true);
    }

    /**
     * Adds a row.
     *
     * @param values one for each column; not styled, since escape sequences are made visible
     * @throws IllegalArgumentException when there are more or fewer
     */
    public TextTable row(String... values) {
        if (values.length != titles.size()) {
            throw new IllegalArgumentException(
                    "a row of a table with " + titles.size() + " columns was given " + values.length + " values");
        }
        List<String> row = new ArrayList<>(values.length);
        for (String value : values) {
            row.add(TerminalText.safe(value));
        }
        rows.add(row);
        return this;
    }

    /**
     * Writes the header and the rows, each with a line end. Rows that are added afterwards are written by another call,
     * without a header, in the widths of the first.
     *
     * @throws IOException when {@code out} throws it
     */
    public void write(Appendable out) throws IOException {
        int[] widths = measured == null ? measureAll() : measured;
        int indent = 0;
        for (int column = 0; column < widths.length - 1; column++) {
            indent += widths[column] + GAP.length();
        }
        if (measured == null) {
            int last = widths.length - 1;
            widths[last] = Math.min(widths[last], Math.max(NARROWEST_LAST_COLUMN, screenWidth - indent));
            out.append(style.bold(line(titles, widths))).append('\n');
            measured = widths;
        }
        for (List<String> row : rows) {
            writeRow(row, widths, indent, out);
        }
        rows.clear();
    }

    /** How wide the rows are that are not written yet, and the titles, when nothing is wrapped. */
    int width() {
        return IntStream.of(measureAll()).sum() + GAP.length() * (titles.size() - 1);
    }

    private int[] measureAll() {
        int[] widths = new int[titles.size()];
        measure(titles, widths);
        for (List<String> row : rows) {
            measure(row, widths);
        }
        return widths;
    }

    private void writeRow(List<String> row, int[] widths, int indent, Appendable out) throws IOException {
        int last = widths.length - 1;
        List<String> lines = TerminalText.wrap(row.get(last), widths[last]);
        List<String> first = new ArrayList<>(row);
        first.set(last, lines.get(0));
        out.append(line(first, widths)).append('\n');
        for (String further : lines.subList(1, lines.size())) {
            out.append(" ".repeat(indent)).append(further).append('\n');
        }
    }

    private String line(List<String> values, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String value = values.get(column);
            String padding = " ".repeat(Math.max(0, widths[column] - TextWidth.of(value)));
            line.append(column == 0 ? "" : GAP);
            if (alignedRight.get(column)) {
                line.append(padding).append(value);
            } else {
                line.append(value).append(padding);
            }
        }
        return line.toString().stripTrailing();
    }

    private static void measure(List<String> values, int[] widths) {
        for (int column = 0; column < widths.length; column++) {
            widths[column] = Math.max(widths[column], TextWidth.of(values.get(column)));
        }
    }

    private TextTable column(String title, boolean right) {
        titles.add(title);
        alignedRight.add(right);
        return this;
    }
}
