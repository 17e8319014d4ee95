package org.ianawatch.cli;

/** The forms of the list of uses. */
enum UsesFormat {
    /** For people at a terminal. */
    TEXT,
    /** For programs. */
    JSON,
    /** For spreadsheets, and for {@code uses add --file}. */
    CSV
}
