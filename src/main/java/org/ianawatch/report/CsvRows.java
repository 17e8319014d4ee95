package org.ianawatch.report;

import java.io.IOException;
import java.util.List;
import org.ianawatch.csv.CsvLine;
import org.jspecify.annotations.Nullable;

/** Rows as CSV: a header, then a line for each row, values exactly as they are. */
final class CsvRows implements RowWriter {
    private final Appendable out;

    CsvRows(List<RowFormat.Column> columns, Appendable out) throws IOException {
        this.out = out;
        row(columns.stream().map(RowFormat.Column::name).toList());
    }

    @Override
    public void row(List<? extends @Nullable Object> values) throws IOException {
        out.append(CsvLine.of(
                        values.stream().map(value -> RowFormat.text(value, "")).toList()))
                .append('\n');
    }

    @Override
    public void end() {}
}
