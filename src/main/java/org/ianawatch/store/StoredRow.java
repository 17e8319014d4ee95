package org.ianawatch.store;

import org.ianawatch.csv.CsvRecord;

/**
 * A row of the file for as long as it stayed the same, and its place.
 *
 * @param position its place among the rows of any snapshot that has it
 * @param from the number of the first snapshot that has it
 * @param until the number of the first snapshot that has it no more; {@link RowVersion#OPEN} for a row in force now
 * @param record what it says, and how
 */
public record StoredRow(long position, int from, int until, CsvRecord record) {
    /** Whether the newest snapshot has it. */
    public boolean isInForce() {
        return until == RowVersion.OPEN;
    }
}
