package org.ianawatch.report;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows as a table of GitHub Flavored Markdown, numbers to the right. */
final class MarkdownRows implements RowWriter {
    private final Appendable out;

    MarkdownRows(List<RowWriter.Column> columns, Appendable out) throws IOException {
        this.out = out;
        row(columns.stream().map(RowWriter.Column::name).toList());
        String rule = columns.stream()
                .map(column -> column.isNumber() ? "---:" : "---")
                .collect(Collectors.joining(" | ", "| ", " |\n"));
        out.append(rule);
    }

    @Override
    public void row(List<? extends @Nullable Object> values) throws IOException {
        String line = values.stream()
                .map(value -> cell(RowText.text(value, "null")))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
        out.append(line);
    }

    private static String cell(String text) {
        return MarkdownText.escape(TerminalText.safeLines(text)).replace("\n", "<br>");
    }

    @Override
    public void end() {}
}
