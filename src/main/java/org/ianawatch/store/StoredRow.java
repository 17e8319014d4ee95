package org.ianawatch.store;

import java.io.IOException;
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
    /** Looks at one row. */
    public interface Look {
        /** Looks at a row, and may fail on what it writes of it. */
        void at(StoredRow row) throws IOException;
    }

    /** Whether the newest snapshot has it. */
    public boolean isInForce() {
        return until == RowVersion.OPEN;
    }
}
