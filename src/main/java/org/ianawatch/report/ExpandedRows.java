package org.ianawatch.report;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows with a line for each column, as psql's expanded display, and, at the end, how many there are. */
final class ExpandedRows implements RowWriter {
    private static final String BAR = " | ";
    private static final int NARROWEST_VALUE = 20;

    private final List<String> names;
    private final TableLayout layout;
    private final Appendable out;
    private final int nameWidth;
    private long count;

    ExpandedRows(List<RowWriter.Column> columns, TableLayout layout, Appendable out) {
        this.names =
                columns.stream().map(column -> TerminalText.safe(column.name())).toList();
        this.layout = layout;
        this.out = out;
        this.nameWidth = names.stream().mapToInt(TextWidth::of).max().orElse(0);
    }

    @Override
    public void row(List<? extends @Nullable Object> values) throws IOException {
        out.append(layout.style().bold(rule(++count))).append('\n');
        int valueWidth = Math.max(NARROWEST_VALUE, layout.width() - nameWidth - BAR.length());
        for (int index = 0; index < names.size(); index++) {
            String name = names.get(index);
            for (String part : TerminalText.safeLines(RowText.text(values.get(index), "null"))
                    .split("\n", -1)) {
                for (String line : TerminalText.wrap(part, valueWidth)) {
                    String padding = " ".repeat(nameWidth - TextWidth.of(name));
                    out.append((name + padding + BAR + line).stripTrailing()).append('\n');
                    name = "";
                }
            }
        }
    }

    private String rule(long number) {
        StringBuilder rule = new StringBuilder("-[ RECORD " + number + " ]");
        while (rule.length() < layout.width()) {
            rule.append(rule.length() == nameWidth + 1 ? '+' : '-');
        }
        return rule.toString();
    }

    @Override
    public void end() throws IOException {
        out.append(RowText.count(count));
    }
}
