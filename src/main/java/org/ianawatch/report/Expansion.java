package org.ianawatch.report;

/** Whether a row takes a line for each of its columns, as psql's {@code \x} has it. */
public enum Expansion {
    /** A line for each row. */
    OFF,
    /** A line for each column of each row. */
    ON,
    /** {@link #ON} where there is more than one column and a table would be wider than the screen, or have columns that are too narrow to read. */
    AUTO
}
