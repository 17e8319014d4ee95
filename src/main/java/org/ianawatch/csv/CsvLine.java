package org.ianawatch.csv;

import java.io.UncheckedIOException;
import java.util.List;

/** Writes one record, and reads it, the way IANA does: commas, and quotes only around values that need them (RFC 4180). */
public final class CsvLine {
    private static final int USUAL_CHARACTERS = 128;

    private CsvLine() {}

    /** The record without a line end. */
    public static String of(List<String> values) {
        StringBuilder line = new StringBuilder(USUAL_CHARACTERS);
        String comma = "";
        for (String value : values) {
            append(line.append(comma), value);
            comma = ",";
        }
        return line.toString();
    }

    /**
     * The values of one record, which may be quoted as in RFC 4180.
     *
     * @throws IllegalArgumentException when the quotes are wrong
     */
    public static List<String> values(String line) {
        try {
            return CsvText.values(line);
        } catch (UncheckedIOException malformed) {
            throw new IllegalArgumentException("'" + line + "' is no line of a CSV file: see to its quotes", malformed);
        }
    }

    private static void append(StringBuilder line, String value) {
        if (!needsQuotes(value)) {
            line.append(value);
            return;
        }
        line.append('"').append(value.replace("\"", "\"\"")).append('"');
    }

    private static boolean needsQuotes(String value) {
        for (int index = 0; index < value.length(); index++) {
            char character = value.charAt(index);
            if (character == ',' || character == '"' || character == '\n' || character == '\r') {
                return true;
            }
        }
        return false;
    }
}
