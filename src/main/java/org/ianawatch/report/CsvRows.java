package org.ianawatch.report;

import java.io.IOException;
import java.util.List;
import org.ianawatch.csv.CsvLine;
import org.jspecify.annotations.Nullable;

/**
 * Rows as CSV: a header, then a line for each row, values exactly as they are. Null is nothing, and an empty text two
 * quotes, as PostgreSQL's {@code COPY} has them.
 */
final class CsvRows implements RowWriter {
    private final Appendable out;

    CsvRows(List<RowWriter.Column> columns, Appendable out) throws IOException {
        this.out = out;
        row(columns.stream().map(RowWriter.Column::name).toList());
    }

    @Override
    public void row(List<? extends @Nullable Object> values) throws IOException {
        String comma = "";
        for (Object value : values) {
            out.append(comma).append(value == null ? "" : field(RowText.text(value, "")));
            comma = ",";
        }
        out.append('\n');
    }

    private static String field(String text) {
        return text.isEmpty() ? "\"\"" : CsvLine.of(List.of(text));
    }

    @Override
    public void end() {}
}
