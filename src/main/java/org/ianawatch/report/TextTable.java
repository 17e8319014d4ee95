package org.ianawatch.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Aligned columns for a terminal: a header, then the rows; two blanks between columns. Where that is wider than the
 * terminal, the widest columns are wrapped, but no numbers and no times. All text is made safe for the terminal. Not
 * thread safe.
 */
public final class TextTable {
    /** The width of a terminal of which nobody knows it, in columns. */
    public static final int STANDARD_COLUMNS = 80;

    private static final String GAP = "  ";

    private final Style style;
    private final int screenWidth;
    private final List<String> titles = new ArrayList<>();
    private final List<Boolean> alignedRight = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private int @Nullable [] measured;

    /**
     * A table without columns.
     *
     * @param screenWidth in columns of the terminal, which the table keeps to where its columns can be that narrow
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
        int[] widths = measured;
        if (widths == null) {
            widths = needed().within(screenWidth);
            measured = widths;
            for (String line : lines(titles, widths, true)) {
                out.append(style.bold(line)).append('\n');
            }
        }
        for (List<String> row : rows) {
            for (String line : lines(row, widths, false)) {
                out.append(line).append('\n');
            }
        }
        rows.clear();
    }

    /** Whether the terminal has room for the titles, and for the rows that are not written yet, so that they are read with ease. */
    boolean fits() {
        return needed().fit(screenWidth);
    }

    private ColumnWidths needed() {
        ColumnWidths needed = new ColumnWidths(alignedRight, GAP.length());
        needed.titles(titles);
        rows.forEach(needed::row);
        return needed;
    }

    private List<String> lines(List<String> values, int[] widths, boolean isHeader) {
        List<List<String>> cells = new ArrayList<>(values.size());
        int height = 1;
        for (int column = 0; column < widths.length; column++) {
            String value = values.get(column);
            List<String> cell = alignedRight.get(column) && !isHeader
                    ? List.of(value)
                    : wrapped(value, widths[column], column == widths.length - 1);
            cells.add(cell);
            height = Math.max(height, cell.size());
        }
        List<String> lines = new ArrayList<>(height);
        for (int index = 0; index < height; index++) {
            int number = index;
            lines.add(line(
                    cells.stream()
                            .map(cell -> number < cell.size() ? cell.get(number) : "")
                            .toList(),
                    widths));
        }
        return lines;
    }

    /** A word that no column was made for, in a row that came after the header, stands whole; so does every one of the last column. */
    private static List<String> wrapped(String value, int width, boolean isLast) {
        if (TextWidth.of(value) <= width) {
            return List.of(value);
        }
        List<String> lines = TerminalText.wrap(value, width);
        if (isLast || width < ColumnWidths.NARROWEST_BROKEN) {
            return lines;
        }
        List<String> parts = new ArrayList<>();
        for (String line : lines) {
            String rest = line;
            while (TextWidth.of(rest) > width) {
                int end = TextWidth.prefix(rest, width);
                parts.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
            parts.add(rest);
        }
        return parts;
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

    private TextTable column(String title, boolean right) {
        titles.add(title);
        alignedRight.add(right);
        return this;
    }
}
