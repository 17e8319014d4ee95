package org.ianawatch.store;

import java.util.Objects;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Span;

/**
 * A row for as long as it stayed the same.
 *
 * @param from the number of the first snapshot that has it
 * @param until the number of the first snapshot that has it no more; {@link Integer#MAX_VALUE} for a row in force now
 * @param registration what it says
 */
public record RowVersion(int from, int until, Entry registration) {
    /** The end of a row that is in force now. */
    public static final int OPEN = Integer.MAX_VALUE;

    /** Whether a snapshot has the row. */
    public boolean isIn(int snapshot) {
        return from <= snapshot && snapshot < until;
    }

    /** The ports of a row that was found by them. */
    public Span ports() {
        return Objects.requireNonNull(registration.span(), "a row found by its port has one");
    }
}
