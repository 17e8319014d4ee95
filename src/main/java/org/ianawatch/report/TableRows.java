package org.ianawatch.report;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as aligned columns and, at the end, how many there are. The first rows tell how wide the columns are. */
final class TableRows implements RowWriter {
    /** So many rows are kept at a time. */
    private static final int ROWS_KEPT = 1000;

    private final TextTable table;
    private final Appendable out;
    private long count;

    TableRows(List<RowFormat.Column> columns, Style style, Appendable out) {
        this.out = out;
        this.table = new TextTable(style);
        for (RowFormat.Column column : columns) {
            String name = TerminalText.safe(column.name());
            if (column.isNumber()) {
                table.number(name);
            } else {
                table.text(name);
            }
        }
    }

    @Override
    public void row(List<? extends @Nullable Object> values) throws IOException {
        table.row(values.stream().map(value -> RowFormat.text(value, "null")).toArray(String[]::new));
        if (++count % ROWS_KEPT == 0) {
            table.write(out);
        }
    }

    @Override
    public void end() throws IOException {
        table.write(out);
        out.append(count == 1 ? "(1 row)\n" : "(" + count + " rows)\n");
    }
}
