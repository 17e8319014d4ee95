package org.ianawatch.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.xml.MalformedGroupException.Reason;
import org.jspecify.annotations.Nullable;

/** Makes a table of records, whose columns are known only when the last record was read. */
final class TableBuilder {
    private static final String REFERENCE = "xref";
    /** Attributes of a record that are columns, the last ones. */
    private static final List<String> ATTRIBUTES = List.of("date", "updated");

    private static final int MOST_COLUMNS = 256;
    private static final int MOST_CELLS = 4_000_000;

    private final List<String> columns = new ArrayList<>();
    /** Where the cells of a column stand in a record: in the order in which the columns were seen. */
    private final Map<String, Integer> places = new HashMap<>();

    private final List<List<String>> records = new ArrayList<>();

    /** Takes the record at whose begin the markup stands. */
    void take(Markup markup) throws MalformedGroupException {
        List<@Nullable StringBuilder> cells = new ArrayList<>();
        for (String name : ATTRIBUTES) {
            String value = markup.attribute(name);
            if (!value.isEmpty()) {
                join(cells, place("@" + name), value, "");
            }
        }
        String before = null;
        while (markup.nextChild()) {
            String name = markup.name();
            if (!places.containsKey(name)) {
                columns.add(before == null ? 0 : columns.indexOf(before) + 1, name);
                refuseTooMany(markup);
            }
            int place = place(name);
            if (name.equals(REFERENCE)) {
                join(cells, place, Texts.reference(markup).inBrackets(), "");
            } else {
                join(cells, place, Texts.text(markup), "\n");
            }
            before = name;
        }
        records.add(
                cells.stream().map(cell -> cell == null ? "" : cell.toString()).toList());
        refuseTooMany(markup);
    }

    private void refuseTooMany(Markup markup) throws MalformedGroupException {
        if (columns.size() > MOST_COLUMNS || (long) columns.size() * records.size() > MOST_CELLS) {
            throw markup.wrong(
                    Reason.TOO_MANY,
                    "a table with more than " + MOST_COLUMNS + " columns or " + MOST_CELLS + " cells, the limits");
        }
    }

    private int place(String column) {
        return places.computeIfAbsent(column, unknown -> places.size());
    }

    private static void join(List<@Nullable StringBuilder> cells, int place, String text, String between) {
        while (cells.size() <= place) {
            cells.add(null);
        }
        StringBuilder cell = cells.get(place);
        if (cell == null) {
            cells.set(place, new StringBuilder(text));
        } else {
            cell.append(cell.isEmpty() || text.isEmpty() ? "" : between).append(text);
        }
    }

    /** How many records there were. */
    int size() {
        return records.size();
    }

    /** The columns of all records. */
    List<String> columns() {
        List<String> all = new ArrayList<>(columns);
        ATTRIBUTES.stream().map(name -> "@" + name).filter(places::containsKey).forEach(all::add);
        return all;
    }

    /** The records, each with a cell for every column. */
    List<List<String>> rows() {
        int[] order = columns().stream().mapToInt(places::get).toArray();
        List<List<String>> rows = new ArrayList<>(records.size());
        for (List<String> record : records) {
            String[] row = new String[order.length];
            for (int column = 0; column < row.length; column++) {
                row[column] = order[column] < record.size() ? record.get(order[column]) : "";
            }
            rows.add(List.of(row));
        }
        return rows;
    }
}
