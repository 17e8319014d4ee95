package org.ianawatch.report;

/** The forms in which a change set can be written. */
public enum Format {
    /** For people at a terminal. */
    TEXT,
    /** For programs; everything there is, in a stable form. */
    JSON,
    /** For pasting in an issue or a wiki. */
    MARKDOWN,
    /** For spreadsheets and SQL: one line a change and value. */
    CSV,
    /** One self-contained page. */
    HTML
}
