package org.ianawatch.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as a table where the first of them fit the screen as one that is read with ease, else expanded. */
final class FittingRows implements RowWriter {
    private final List<RowWriter.Column> columns;
    private final TableLayout layout;
    private final Appendable out;
    private final List<List<? extends @Nullable Object>> kept = new ArrayList<>();
    private @Nullable RowWriter writer;

    FittingRows(List<RowWriter.Column> columns, TableLayout layout, Appendable out) {
        this.columns = columns;
        this.layout = layout;
        this.out = out;
    }

    @Override
    public void row(List<? extends @Nullable Object> values) throws IOException {
        if (writer != null) {
            writer.row(values);
            return;
        }
        kept.add(values);
        if (kept.size() == TableRows.ROWS_KEPT) {
            decide();
        }
    }

    @Override
    public void end() throws IOException {
        (writer == null ? decide() : writer).end();
    }

    private RowWriter decide() throws IOException {
        boolean fits =
                columns.size() < 2 || TableRows.table(columns, layout, kept).fits();
        RowWriter decided = fits ? new TableRows(columns, layout, out) : new ExpandedRows(columns, layout, out);
        writer = decided;
        for (List<? extends @Nullable Object> row : kept) {
            decided.row(row);
        }
        kept.clear();
        return decided;
    }
}
