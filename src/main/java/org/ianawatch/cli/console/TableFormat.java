package org.ianawatch.cli.console;

/** The forms of outputs that have a line for each thing. */
public enum TableFormat {
    /** For people at a terminal. */
    TEXT,
    /** For programs. */
    JSON,
    /** For spreadsheets. */
    CSV
}
