package org.ianawatch.csv;

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

    /** Its one or two characters. */
    public String text() {
        return text;
    }
}
