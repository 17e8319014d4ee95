package org.ianawatch.csv;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Header;
import org.ianawatch.registry.Roles;
import org.ianawatch.registry.Sha256;
import org.ianawatch.registry.Snapshot;

/**
 * A published file, with everything that it takes to write it again byte for byte. Immutable.
 *
 * @param style how the file is written
 * @param header the columns, as {@code style.headerText()} spells them
 * @param records the rows in the file's order, unmodifiable
 */
public record CsvFile(Style style, Header header, List<CsvRecord> records) {
    private static final int USUAL_RECORD_BYTES = 96;

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
     * @throws MalformedFileException when the header text lacks a column that every file of the registry has
     */
    public static CsvFile of(Style style, Roles roles, List<CsvRecord> records) throws MalformedFileException {
        return new CsvFile(style, header(style.headerText(), roles), records);
    }

    /**
     * Reads the header row of a file of a registry.
     *
     * @param text as it stands in the file, without its line end
     * @throws MalformedFileException when it lacks a column that every file of the registry has
     */
    public static Header header(String text, Roles roles) throws MalformedFileException {
        try {
            return Header.of(CsvText.values(text), roles);
        } catch (IllegalArgumentException wrong) {
            throw new MalformedFileException(MalformedFileException.Reason.HEADER, String.valueOf(wrong.getMessage()));
        }
    }

    /** The spelling that IANA would give a row under this header: columns in its order, minimal quotes. */
    public static String spelling(Entry registration, Header header) {
        if (header.isCanonical()) {
            return CsvLine.of(registration.values());
        }
        String[] values = new String[header.titles().size()];
        Arrays.fill(values, "");
        for (int column = 0; column < registration.values().size(); column++) {
            values[header.index(column)] = registration.values().get(column);
        }
        return CsvLine.of(Arrays.asList(values));
    }

    /** The bytes of the file, UTF-8. */
    public byte[] bytes() {
        // Record by record, since one character beyond Latin-1 makes a text of all of them twice as long, and slow to
        // encode.
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(records.size() * USUAL_RECORD_BYTES);
        if (style.byteOrderMark()) {
            append(bytes, "\uFEFF");
        }
        append(bytes, style.headerText());
        LineEnd lineEnd = style.lineEnd();
        for (CsvRecord record : records) {
            append(bytes, lineEnd.text());
            append(bytes, text(record));
            lineEnd = lineEnd(record);
        }
        if (style.endsWithLineEnd()) {
            append(bytes, lineEnd.text());
        }
        return bytes.toByteArray();
    }

    /** The records as they stand in the file. */
    List<Slice> slices() {
        List<Slice> slices = new ArrayList<>(records.size());
        for (CsvRecord record : records) {
            byte[] text = text(record).getBytes(StandardCharsets.UTF_8);
            boolean isCut = !style.endsWithLineEnd() && slices.size() == records.size() - 1;
            slices.add(new Slice(text, 0, text.length, isCut ? null : lineEnd(record)));
        }
        return slices;
    }

    /** What the file says, without how it is written; the hash in hexadecimal digits. */
    public Snapshot snapshot(String label, String sha256) {
        return snapshot(label, Sha256.known(sha256));
    }

    /** What the file says, without how it is written. */
    public Snapshot snapshot(String label, Sha256 sha256) {
        List<Entry> registrations = new ArrayList<>(records.size());
        for (CsvRecord record : records) {
            registrations.add(record.registration());
        }
        return new Snapshot(label, sha256, header, Collections.unmodifiableList(registrations));
    }

    /** The cells that should hold a port and hold something else, in the file's order. */
    public List<UnreadableCode> unreadableCodes() {
        List<UnreadableCode> cells = new ArrayList<>();
        for (int index = 0; index < records.size(); index++) {
            Entry registration = records.get(index).registration();
            if (registration.hasUnreadableCode()) {
                cells.add(new UnreadableCode(lineOf(index), registration));
            }
        }
        return cells;
    }

    /** The line, counted from 1, on which a record begins. */
    private int lineOf(int index) {
        int line = 2 + LineEnd.count(style.headerText());
        for (CsvRecord record : records.subList(0, index)) {
            line += 1 + LineEnd.count(text(record));
        }
        return line;
    }

    private String text(CsvRecord record) {
        String own = record.text();
        return own == null ? spelling(record.registration(), header) : own;
    }

    private LineEnd lineEnd(CsvRecord record) {
        LineEnd own = record.lineEnd();
        return own == null ? style.lineEnd() : own;
    }

    private static void append(ByteArrayOutputStream bytes, String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
