package org.ianawatch.cli;

/** The forms of outputs that are no diff. */
enum ListFormat {
    /** For people at a terminal. */
    TEXT,
    /** For programs. */
    JSON
}
