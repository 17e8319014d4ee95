package org.ianawatch.csv;

import org.ianawatch.registry.Entry;
import org.jspecify.annotations.Nullable;

/**
 * One record of a file: what it says, and its spelling where that is not what {@link CsvFile#spelling} gives.
 *
 * @param registration the twelve values
 * @param text the record's own text without its line end, or null where it is spelled as IANA would
 * @param lineEnd the record's own line end, or null where it is that of the file
 */
public record CsvRecord(Entry registration, @Nullable String text, @Nullable LineEnd lineEnd) {
    /** The same record with another line end. */
    CsvRecord with(@Nullable LineEnd other) {
        return lineEnd == other ? this : new CsvRecord(registration, text, other);
    }
}
