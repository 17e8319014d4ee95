package org.ianawatch.report;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows as PostgreSQL's {@code COPY} writes them as text: a header, then a line for each row, values between tabs. */
final class TsvRows implements RowWriter {
    private static final String NULL = "\\N";

    private final Appendable out;

    TsvRows(List<RowWriter.Column> columns, Appendable out) throws IOException {
        this.out = out;
        row(columns.stream().map(RowWriter.Column::name).toList());
    }

    @Override
    public void row(List<? extends @Nullable Object> values) throws IOException {
        String line = values.stream()
                .map(value -> value == null ? NULL : escape(RowText.text(value, "")))
                .collect(Collectors.joining("\t", "", "\n"));
        out.append(line);
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            switch (character) {
                case '\\' -> escaped.append("\\\\");
                case '\t' -> escaped.append("\\t");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\b' -> escaped.append("\\b");
                case '\f' -> escaped.append("\\f");
                case '\u000b' -> escaped.append("\\v");
                default -> escaped.append(character);
            }
        }
        return escaped.toString();
    }

    @Override
    public void end() {}
}
