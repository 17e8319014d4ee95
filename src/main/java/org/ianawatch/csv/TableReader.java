package org.ianawatch.csv;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.ianawatch.csv.MalformedFileException.Reason;
import org.ianawatch.registry.Table;

/** Reads a file of any registry: the first row has the titles, whatever they are, and an empty line is no row. */
public final class TableReader {
    private TableReader() {}

    /**
     * Reads a whole file.
     *
     * @throws MalformedFileException when it is no CSV in UTF-8, or has no rows
     */
    public static Table read(byte[] bytes) throws MalformedFileException {
        CsvBytes file = CsvBytes.of(bytes);
        List<String> texts = new ArrayList<>();
        for (Slice slice : file.scanner().all()) {
            if (slice.length() > 0) {
                texts.add(file.text(slice));
            }
        }
        if (texts.size() < 2) {
            throw new MalformedFileException(Reason.EMPTY, "it has a header and no records");
        }
        Iterator<CSVRecord> records = CsvText.records(String.join("\n", texts));
        List<String> titles = records.next().toList();
        List<List<String>> rows = new ArrayList<>(texts.size());
        records.forEachRemaining(row -> rows.add(row.toList()));
        return Table.of(titles, rows);
    }
}
