package org.ianawatch.cli.console;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.ianawatch.csv.CsvLine;
import org.ianawatch.registry.Word;
import org.ianawatch.report.Members;
import org.ianawatch.report.TerminalText;
import org.jspecify.annotations.Nullable;

/** Writes the objects of a JSON answer for spreadsheets, a line for each; {@code docs/csv.md} describes every column. */
public final class TableCsv {
    private TableCsv() {}

    /**
     * Writes a header and a line for each row.
     *
     * @param columns the keys that are wanted, in their order
     * @param rows records, or values by key; null is empty, and those of a list stand apart by blanks
     */
    public static void write(List<String> columns, Collection<?> rows, Appendable out) throws IOException {
        out.append(CsvLine.of(columns)).append('\n');
        for (Object one : rows) {
            Map<String, @Nullable Object> row = Members.of(one);
            List<String> values = new ArrayList<>();
            columns.forEach(column -> values.add(TerminalText.safeLines(text(row.get(column)))));
            out.append(CsvLine.of(values)).append('\n');
        }
    }

    private static String text(@Nullable Object value) {
        return value instanceof Collection<?> several
                ? several.stream().map(TableCsv::text).collect(Collectors.joining(" "))
                : value instanceof Word word ? word.word() : Objects.toString(value, "");
    }
}
