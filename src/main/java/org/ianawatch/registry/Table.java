package org.ianawatch.registry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The rows of a registry under their titles, before anything is known of what they mean.
 *
 * @param titles squeezed, none of them twice
 * @param rows in their order, each with a cell for every title, as they stand in the file
 */
public record Table(List<String> titles, List<List<String>> rows) {
    /**
     * A table as a file has it: titles may stand there twice and want squeezing, and rows may be shorter or longer than the header.
     * What stands beyond the header has the empty title.
     */
    public static Table of(List<String> titles, List<List<String>> rows) {
        int width = titles.size();
        for (List<String> row : rows) {
            width = Math.max(width, row.size());
        }
        List<List<String>> filled = new ArrayList<>(rows.size());
        for (List<String> row : rows) {
            filled.add(filled(row, width));
        }
        return new Table(unique(filled(titles, width)), List.copyOf(filled));
    }

    /** The same rows under some of the columns alone, in the order in which these are given. */
    public Table under(List<Integer> columns) {
        if (IntStream.range(0, titles.size()).boxed().toList().equals(columns)) {
            return this;
        }
        return new Table(
                columns.stream().map(titles::get).toList(),
                rows.stream()
                        .map(row -> columns.stream().map(row::get).toList())
                        .toList());
    }

    /** The cells of a column, in the order of the rows. */
    public List<String> column(int column) {
        return rows.stream().map(row -> row.get(column)).toList();
    }

    private static List<String> filled(List<String> cells, int width) {
        List<String> filled = new ArrayList<>(cells);
        filled.addAll(Collections.nCopies(width - cells.size(), ""));
        return List.copyOf(filled);
    }

    /** Squeezed, and with a number behind one that stands there again. */
    static List<String> unique(List<String> titles) {
        Map<String, Integer> seen = new HashMap<>();
        List<String> unique = new ArrayList<>();
        for (String title : titles) {
            String squeezed = Cells.squeezed(title);
            int times = seen.merge(squeezed, 1, Integer::sum);
            unique.add(times == 1 ? squeezed : squeezed + " (" + times + ")");
        }
        return List.copyOf(unique);
    }
}
