package org.ianawatch.cli.console;

/** The forms of outputs that are no diff. */
public enum ListFormat {
    /** For people at a terminal. */
    TEXT,
    /** For programs. */
    JSON
}
