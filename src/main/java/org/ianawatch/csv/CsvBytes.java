package org.ianawatch.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.ianawatch.csv.MalformedFileException.Reason;

/** The bytes of a file, of which the records are still to be told apart. */
final class CsvBytes {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    /** What Java puts in the place of bytes that are no UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private final byte[] bytes;
    private final boolean hasByteOrderMark;
    private final RecordScanner scanner;

    private CsvBytes(byte[] bytes) {
        this.bytes = bytes;
        this.hasByteOrderMark = startsWith(bytes, BYTE_ORDER_MARK);
        this.scanner = new RecordScanner(bytes, start());
    }

    /**
     * The bytes of a file.
     *
     * @throws MalformedFileException when there is nothing in it, or a web page
     */
    static CsvBytes of(byte[] bytes) throws MalformedFileException {
        CsvBytes file = new CsvBytes(bytes);
        int position = file.start();
        while (position < bytes.length && Character.isWhitespace(bytes[position])) {
            position++;
        }
        if (position == bytes.length) {
            throw new MalformedFileException(Reason.EMPTY, "it is empty");
        }
        if (bytes[position] == '<') {
            throw new MalformedFileException(Reason.HTML, "it is a web page (HTML or XML), not a CSV file");
        }
        return file;
    }

    private int start() {
        return hasByteOrderMark ? BYTE_ORDER_MARK.length : 0;
    }

    boolean hasByteOrderMark() {
        return hasByteOrderMark;
    }

    /** What finds the records, from the first one on. */
    RecordScanner scanner() {
        return scanner;
    }

    /** The text of a record, without its line end. */
    String text(Slice slice) throws MalformedFileException {
        String text = new String(bytes, slice.offset(), slice.length(), StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0 && !isUtf8(slice)) {
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

    private boolean isUtf8(Slice slice) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, slice.offset(), slice.length()));
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }
}
