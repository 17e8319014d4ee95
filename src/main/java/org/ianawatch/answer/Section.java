package org.ianawatch.answer;

/** The parts of the published file of a registry, in their order. A rank is the place of a row version in {@link #ROWS}. */
enum Section {
    /** Of each snapshot: observation in milliseconds, counts of changes by kind, first change, and its record. */
    SNAPSHOTS,
    /** What is known of each snapshot. */
    SNAPSHOT_RECORDS,
    /** Of each row version, in the order of the files and then of time: position, from, until, and its record. */
    ROWS,
    /** What the rows in force now say, in the order of the file. */
    ROWS_IN_FORCE,
    /** What the rows say that have ended. */
    ROWS_ENDED,
    /** Of each row in force now: where its text begins in {@link #TEXT}, and its rank. */
    TEXT_STARTS,
    /** What a search looks through: the texts of the rows in force, folded. */
    TEXT,
    /** Of each row version with ports, by these: low, high, the highest high so far, and its rank. */
    PORTS,
    /** Of each service name that ever was, by its folded form: its text in {@link #NAME_TEXTS}, and its first row. */
    NAMES,
    /** The service names. */
    NAME_TEXTS,
    /** The ranks of the rows of each name. */
    NAME_ROWS,
    /** Where the record of each change begins, in the order in which they came. */
    CHANGES,
    /** The changes. */
    CHANGE_RECORDS,
    /** Of each change of ports, by these: low, high, the highest high so far, and its place in {@link #CHANGES}. */
    CHANGE_PORTS;

    /** How many there are. */
    static final int COUNT = values().length;

    /** The place in the file, counted from 0. */
    @SuppressWarnings("EnumOrdinal") // The declaration is the file's order.
    int index() {
        return ordinal();
    }

    /** Whether it has records, each with a checksum of its own. */
    boolean hasRecords() {
        return this == SNAPSHOT_RECORDS || this == ROWS_IN_FORCE || this == ROWS_ENDED || this == CHANGE_RECORDS;
    }
}
