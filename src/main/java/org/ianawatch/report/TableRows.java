package org.ianawatch.report;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as aligned columns and, at the end, how many there are. The first rows tell how wide the columns are. */
final class TableRows implements RowWriter {
    /** So many rows are kept at a time. */
    static final int ROWS_KEPT = 1000;

    private final TextTable table;
    private final Appendable out;
    private long count;

    TableRows(List<RowWriter.Column> columns, TableLayout layout, Appendable out) {
        this.out = out;
        this.table = table(columns, layout, List.of());
    }

    /** A table of the rows. */
    static TextTable table(
            List<RowWriter.Column> columns, TableLayout layout, List<List<? extends @Nullable Object>> rows) {
        TextTable table = new TextTable(layout.style(), layout.width());
        for (RowWriter.Column column : columns) {
            String name = TerminalText.safe(column.name());
            if (column.isNumber()) {
                table.number(name);
            } else {
                table.text(name);
            }
        }
        rows.forEach(row -> table.row(texts(row)));
        return table;
    }

    private static String[] texts(List<? extends @Nullable Object> values) {
        return values.stream().map(value -> RowText.text(value, "null")).toArray(String[]::new);
    }

    @Override
    public void row(List<? extends @Nullable Object> values) throws IOException {
        table.row(texts(values));
        if (++count % ROWS_KEPT == 0) {
            table.write(out);
        }
    }

    @Override
    public void end() throws IOException {
        table.write(out);
        out.append(RowText.count(count));
    }
}
