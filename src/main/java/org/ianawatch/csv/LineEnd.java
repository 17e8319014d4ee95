package org.ianawatch.csv;

import org.jspecify.annotations.Nullable;

/** What stands between two records. IANA writes {@link #CRLF}. */
public enum LineEnd {
    /** Carriage return and line feed, as RFC 4180 has it. */
    CRLF("\r\n"),
    /** A line feed alone. */
    LF("\n"),
    /** A carriage return alone. */
    CR("\r");

    private final String text;

    LineEnd(String text) {
        this.text = text;
    }

    /** The line end that begins at an offset, or null where none does. */
    static @Nullable LineEnd at(byte[] bytes, int offset) {
        if (offset >= bytes.length || (bytes[offset] != '\r' && bytes[offset] != '\n')) {
            return null;
        }
        if (bytes[offset] == '\n') {
            return LF;
        }
        return offset + 1 < bytes.length && bytes[offset + 1] == '\n' ? CRLF : CR;
    }

    /** How many line ends of any kind a text has. */
    static int count(String text) {
        int count = 0;
        for (int index = 0; index < text.length(); index++) {
            boolean loneReturn =
                    text.charAt(index) == '\r' && (index + 1 == text.length() || text.charAt(index + 1) != '\n');
            count += text.charAt(index) == '\n' || loneReturn ? 1 : 0;
        }
        return count;
    }

    /** Its one or two characters. */
    public String text() {
        return text;
    }

    /** How many bytes it takes. */
    int length() {
        return text.length();
    }
}
