package org.ianawatch.csv;

import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.ianawatch.csv.MalformedFileException.Reason;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Header;
import org.ianawatch.registry.Roles;

/** Takes the values out of records that were already told apart. */
final class RecordParser {
    private final Header header;
    private final Iterator<CSVRecord> records;

    /** A parser of texts without line ends, each of which is one record. */
    RecordParser(List<String> texts, Header header) {
        this.header = header;
        this.records = CsvText.records(String.join("\n", texts));
    }

    /**
     * The next record.
     *
     * @param text the same text as the constructor was given
     * @param ended whether a line end follows it in the file
     */
    CsvRecord next(String text, boolean ended) throws MalformedFileException {
        CSVRecord record = records.next();
        int expected = header.titles().size();
        if (record.size() != expected) {
            boolean cut = !ended && record.size() < expected;
            throw new MalformedFileException(
                    cut ? Reason.TRUNCATED : Reason.RECORD,
                    (cut ? "it ends inside this record: " : "") + record.size() + " values where the header has "
                            + expected);
        }
        Roles roles = header.roles();
        String[] values = new String[roles.columns().size()];
        for (int column = 0; column < values.length; column++) {
            values[column] = record.get(header.index(column));
        }
        Entry registration = Entry.of(roles, values);
        return new CsvRecord(registration, isUsual(registration, text) ? null : text, null);
    }

    /** What has no quotes has its values between its commas, as IANA would write them. */
    private boolean isUsual(Entry registration, String text) {
        return (header.isCanonical() && text.indexOf('"') < 0)
                || CsvFile.spelling(registration, header).equals(text);
    }
}
