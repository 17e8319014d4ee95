package org.ianawatch.diff;

import org.ianawatch.registry.Entry;
import org.jspecify.annotations.Nullable;

/**
 * A change, and the rows that it comes from.
 *
 * @param before the row of the older side, or null where none speaks for what changed
 * @param after likewise of the newer side
 */
record RowChange(Change change, @Nullable Entry before, @Nullable Entry after) {
    /** The same of another change. */
    RowChange with(Change other) {
        return new RowChange(other, before, after);
    }
}
