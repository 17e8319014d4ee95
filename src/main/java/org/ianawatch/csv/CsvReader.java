package org.ianawatch.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.csv.MalformedFileException.Reason;
import org.ianawatch.registry.Header;

/**
 * Reads files of the registry. It remembers the file that it read last, and parses only records that did not stand in
 * that one. Not for use by several threads.
 */
public final class CsvReader {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    /** What Java puts in the place of bytes that are no UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private Map<Slice, CsvRecord> known = Map.of();
    private String knownHeader = "";

    /**
     * Reads a whole file.
     *
     * @throws MalformedFileException when it is not one of the registry's
     */
    public CsvFile read(byte[] bytes) throws MalformedFileException {
        boolean byteOrderMark = startsWith(bytes, BYTE_ORDER_MARK);
        int start = byteOrderMark ? BYTE_ORDER_MARK.length : 0;
        refuseWhatIsNoCsv(bytes, start);
        RecordScanner scanner = new RecordScanner(bytes, start);
        Slice first = scanner.next();
        if (first == null) {
            throw new MalformedFileException(Reason.EMPTY, "it is empty");
        }
        String headerText = text(bytes, first, scanner);
        Header header = CsvFile.header(headerText);
        LineEnd lineEnd = first.lineEnd() == null ? LineEnd.CRLF : first.lineEnd();
        List<Slice> slices = scanner.all();
        if (slices.isEmpty()) {
            throw new MalformedFileException(Reason.EMPTY, "it has a header and no records");
        }
        List<CsvRecord> records = records(bytes, slices, new Records(headerText, header, lineEnd), scanner);
        boolean endsWithLineEnd = slices.get(slices.size() - 1).lineEnd() != null;
        return new CsvFile(
                new CsvFile.Style(byteOrderMark, headerText, lineEnd, endsWithLineEnd), header, List.copyOf(records));
    }

    private record Records(String headerText, Header header, LineEnd lineEnd) {}

    private List<CsvRecord> records(byte[] bytes, List<Slice> slices, Records file, RecordScanner scanner)
            throws MalformedFileException {
        Map<Slice, CsvRecord> before = file.headerText().equals(knownHeader) ? known : Map.of();
        Map<Slice, CsvRecord> now = new HashMap<>(slices.size() * 2);
        List<Slice> unknown = new ArrayList<>();
        for (Slice slice : slices) {
            CsvRecord record = before.get(slice);
            if (record == null) {
                unknown.add(slice);
            } else {
                now.put(slice, record);
            }
        }
        parse(bytes, unknown, file, scanner, now);
        List<CsvRecord> records = new ArrayList<>(slices.size());
        for (Slice slice : slices) {
            boolean usual = slice.lineEnd() == null || slice.lineEnd() == file.lineEnd();
            CsvRecord record = now.get(slice);
            if (record == null) {
                throw new IllegalStateException("no record at offset " + slice.offset());
            }
            records.add(usual ? record : record.with(slice.lineEnd()));
        }
        known = now;
        knownHeader = file.headerText();
        return records;
    }

    private static void parse(
            byte[] bytes, List<Slice> unknown, Records file, RecordScanner scanner, Map<Slice, CsvRecord> into)
            throws MalformedFileException {
        List<String> texts = new ArrayList<>(unknown.size());
        for (Slice slice : unknown) {
            texts.add(text(bytes, slice, scanner));
        }
        RecordParser parser = new RecordParser(texts, file.header());
        for (int index = 0; index < unknown.size(); index++) {
            Slice slice = unknown.get(index);
            try {
                into.put(slice, parser.next(texts.get(index), slice.lineEnd() != null));
            } catch (MalformedFileException malformed) {
                throw new MalformedFileException(
                        malformed.reason(), "line " + scanner.lineOf(slice.offset()) + ": " + malformed.getMessage());
            }
        }
    }

    private static String text(byte[] bytes, Slice slice, RecordScanner scanner) throws MalformedFileException {
        String text = new String(bytes, slice.offset(), slice.length(), StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0 && !isUtf8(bytes, slice)) {
            throw new MalformedFileException(
                    Reason.NOT_UTF_8, "line " + scanner.lineOf(slice.offset()) + ": not UTF-8");
        }
        return text;
    }

    private static boolean isUtf8(byte[] bytes, Slice slice) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, slice.offset(), slice.length()));
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }

    private static void refuseWhatIsNoCsv(byte[] bytes, int start) throws MalformedFileException {
        int position = start;
        while (position < bytes.length && Character.isWhitespace(bytes[position])) {
            position++;
        }
        if (position == bytes.length) {
            throw new MalformedFileException(Reason.EMPTY, "it is empty");
        }
        if (bytes[position] == '<') {
            throw new MalformedFileException(Reason.HTML, "it is a web page (HTML or XML), not a CSV file");
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }
}
