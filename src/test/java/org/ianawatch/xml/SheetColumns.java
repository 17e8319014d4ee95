package org.ianawatch.xml;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The columns of a registry's CSV, without white space at the ends of the cells.
 *
 * @param rows how many there are
 * @param filled the columns with a cell that is not empty
 */
record SheetColumns(int rows, List<List<String>> filled) {
    /** A CSV's, once with its first line for a header, and once, since some have none, with it for a row. */
    static List<SheetColumns> read(String text) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (CSVRecord record :
                CSVParser.parse(new StringReader(text.replaceFirst("^\uFEFF", "")), CSVFormat.DEFAULT)) {
            rows.add(record.toList());
        }
        return rows.isEmpty() ? List.of() : List.of(of(rows.subList(1, rows.size())), of(rows));
    }

    private static SheetColumns of(List<List<String>> rows) {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        return new SheetColumns(
                rows.size(),
                IntStream.range(0, width)
                        .mapToObj(column -> rows.stream()
                                .map(row -> column < row.size()
                                        ? row.get(column).replaceAll("^[ \t\r\n]+|[ \t\r\n]+$", "")
                                        : "")
                                .toList())
                        .filter(column -> column.stream().anyMatch(cell -> !cell.isEmpty()))
                        .toList());
    }

    /** Whether a table has these columns, cell for cell and whatever their order, and none beside but dates of its own. */
    boolean isOf(RegistryTable table) {
        if (table.rows().size() != rows) {
            return false;
        }
        SheetColumns its = of(table.rows());
        List<List<String>> left = new ArrayList<>(its.filled());
        if (!filled.stream().allMatch(left::remove)) {
            return false;
        }
        List<List<String>> dates = of(table.rows().stream()
                        .map(row -> row.subList(
                                (int) table.columns().stream()
                                        .filter(name -> !name.startsWith("@"))
                                        .count(),
                                row.size()))
                        .toList())
                .filled();
        return dates.containsAll(left);
    }
}
