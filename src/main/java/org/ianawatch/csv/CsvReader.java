package org.ianawatch.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.ianawatch.csv.MalformedFileException.Reason;
import org.ianawatch.registry.Alignment;
import org.ianawatch.registry.Header;
import org.ianawatch.registry.Roles;

/**
 * Reads files of a registry. It remembers the file that it read last, and parses only records that did not stand in
 * that one. Not for use by several threads.
 */
public final class CsvReader {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    /** What Java puts in the place of bytes that are no UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private final Roles roles;
    private List<Slice> knownSlices = List.of();
    private List<CsvRecord> knownRecords = List.of();
    private String knownHeader = "";

    /** A reader of the files of a registry whose columns have these roles; it has read nothing yet. */
    public CsvReader(Roles roles) {
        this.roles = roles;
    }

    /** A reader that takes over records of a file of the same registry that was read before. */
    public static CsvReader after(CsvFile known, Roles roles) {
        CsvReader reader = new CsvReader(roles);
        reader.knownSlices = known.slices();
        reader.knownRecords = known.records();
        reader.knownHeader = known.style().headerText();
        return reader;
    }

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
        Header header = CsvFile.header(headerText, roles);
        LineEnd lineEnd = first.lineEnd() == null ? LineEnd.CRLF : first.lineEnd();
        List<Slice> slices = scanner.all(knownSlices);
        if (slices.isEmpty()) {
            throw new MalformedFileException(Reason.EMPTY, "it has a header and no records");
        }
        List<CsvRecord> records = records(bytes, slices, new Records(headerText, header, lineEnd), scanner);
        boolean endsWithLineEnd = slices.get(slices.size() - 1).lineEnd() != null;
        return new CsvFile(new CsvFile.Style(byteOrderMark, headerText, lineEnd, endsWithLineEnd), header, records);
    }

    private record Records(String headerText, Header header, LineEnd lineEnd) {}

    private List<CsvRecord> records(byte[] bytes, List<Slice> slices, Records file, RecordScanner scanner)
            throws MalformedFileException {
        boolean comparable = file.headerText().equals(knownHeader);
        int[] same = Alignment.of(comparable ? knownSlices : List.of(), slices);
        List<String> texts = unknown(bytes, slices, same, scanner);
        RecordParser parser = new RecordParser(texts, file.header());
        Iterator<String> text = texts.iterator();
        List<CsvRecord> records = new ArrayList<>(slices.size());
        for (int index = 0; index < same.length; index++) {
            Slice slice = slices.get(index);
            CsvRecord record = same[index] == Alignment.NONE
                    ? parse(parser, slice, text.next(), scanner)
                    : knownRecords.get(same[index]);
            boolean usual = slice.lineEnd() == null || slice.lineEnd() == file.lineEnd();
            records.add(record.with(usual ? null : slice.lineEnd()));
        }
        knownSlices = slices;
        knownRecords = List.copyOf(records);
        knownHeader = file.headerText();
        return knownRecords;
    }

    private static List<String> unknown(byte[] bytes, List<Slice> slices, int[] same, RecordScanner scanner)
            throws MalformedFileException {
        List<String> texts = new ArrayList<>();
        for (int index = 0; index < same.length; index++) {
            if (same[index] == Alignment.NONE) {
                texts.add(text(bytes, slices.get(index), scanner));
            }
        }
        return texts;
    }

    private static CsvRecord parse(RecordParser parser, Slice slice, String text, RecordScanner scanner)
            throws MalformedFileException {
        try {
            return parser.next(text, slice.lineEnd() != null);
        } catch (MalformedFileException malformed) {
            throw new MalformedFileException(
                    malformed.reason(), "line " + scanner.lineOf(slice.offset()) + ": " + malformed.getMessage());
        }
    }

    private static String text(byte[] bytes, Slice slice, RecordScanner scanner) throws MalformedFileException {
        String text = new String(bytes, slice.offset(), slice.length(), StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0 && !isUtf8(bytes, slice)) {
            throw new MalformedFileException(
                    Reason.NOT_UTF_8, "line " + scanner.lineOf(slice.offset()) + ": not UTF-8");
        }
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            throw nul(text.substring(0, nul), scanner.lineOf(slice.offset()));
        }
        return text;
    }

    private static MalformedFileException nul(String before, int firstLine) {
        int lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
        int line = firstLine + LineEnd.count(before);
        return new MalformedFileException(
                Reason.NUL,
                "line " + line + ", character " + (before.codePointCount(lineStart, before.length()) + 1)
                        + ": a NUL character (U+0000), which no text has");
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
