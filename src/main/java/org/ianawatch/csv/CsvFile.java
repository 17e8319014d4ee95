package org.ianawatch.csv;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Header;
import org.ianawatch.registry.Registration;
import org.ianawatch.registry.Snapshot;

/**
 * A published file, with everything that it takes to write it again byte for byte. Immutable.
 *
 * @param style how the file is written
 * @param header the columns, as {@code style.headerText()} spells them
 * @param records the rows in the file's order, unmodifiable
 */
public record CsvFile(Style style, Header header, List<CsvRecord> records) {
    /**
     * How a file is written, apart from its records.
     *
     * @param byteOrderMark whether it begins with U+FEFF
     * @param headerText the header row as it stands there, without its line end
     * @param lineEnd what follows the header, and each record that does not say otherwise
     * @param endsWithLineEnd whether a line end follows the last record
     */
    public record Style(boolean byteOrderMark, String headerText, LineEnd lineEnd, boolean endsWithLineEnd) {}

    /**
     * A file of records that were read before.
     *
     * @throws MalformedFileException when the header text lacks one of the twelve columns
     */
    public static CsvFile of(Style style, List<CsvRecord> records) throws MalformedFileException {
        return new CsvFile(style, header(style.headerText()), records);
    }

    static Header header(String text) throws MalformedFileException {
        try {
            return Header.of(RecordParser.values(text));
        } catch (IllegalArgumentException wrong) {
            throw new MalformedFileException(MalformedFileException.Reason.HEADER, String.valueOf(wrong.getMessage()));
        }
    }

    /** The spelling that IANA would give a registration under this header: columns in its order, minimal quotes. */
    public static String spelling(Registration registration, Header header) {
        if (header.isCanonical()) {
            return CsvLine.of(registration.values());
        }
        String[] values = new String[header.titles().size()];
        Arrays.fill(values, "");
        for (Column column : Column.ALL) {
            values[header.index(column)] = registration.value(column);
        }
        return CsvLine.of(Arrays.asList(values));
    }

    /** The bytes of the file, UTF-8. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder(records.size() * 80 + 1000);
        if (style.byteOrderMark()) {
            text.append('\uFEFF');
        }
        text.append(style.headerText()).append(style.lineEnd().text());
        int start = text.length() - style.lineEnd().text().length();
        for (CsvRecord record : records) {
            String own = record.text();
            LineEnd lineEnd = record.lineEnd() == null ? style.lineEnd() : record.lineEnd();
            text.append(own == null ? spelling(record.registration(), header) : own);
            start = text.length();
            text.append(lineEnd.text());
        }
        if (!style.endsWithLineEnd()) {
            text.setLength(start);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What the file says, without how it is written. */
    public Snapshot snapshot(String label, String sha256) {
        return new Snapshot(
                label,
                sha256,
                header,
                records.stream().map(CsvRecord::registration).toList());
    }
}
