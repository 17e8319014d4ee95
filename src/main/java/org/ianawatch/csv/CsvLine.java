package org.ianawatch.csv;

import java.util.List;

/** Writes one record the way IANA does: commas, and quotes only around values that need them (RFC 4180). */
public final class CsvLine {
    private CsvLine() {}

    /** The record without a line end. */
    public static String of(List<String> values) {
        StringBuilder line = new StringBuilder();
        String comma = "";
        for (String value : values) {
            append(line.append(comma), value);
            comma = ",";
        }
        return line.toString();
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
