package org.ianawatch.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Tells the values of records apart, whatever they mean. */
final class CsvText {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();

    private CsvText() {}

    /** The records of a text without a line end behind the last one. */
    static Iterator<CSVRecord> records(String text) {
        try {
            // Without a line end Commons CSV takes a last record that is empty for none.
            return CSVParser.parse(new StringReader(text + "\n"), FORMAT).iterator();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string cannot fail to be read", impossible);
        }
    }

    /** The values of one record. */
    static List<String> values(String record) {
        return records(record).next().toList();
    }
}
