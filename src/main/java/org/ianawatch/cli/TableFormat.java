package org.ianawatch.cli;

/** The forms of outputs that have a line for each thing. */
enum TableFormat {
    /** For people at a terminal. */
    TEXT,
    /** For programs. */
    JSON,
    /** For spreadsheets. */
    CSV
}
