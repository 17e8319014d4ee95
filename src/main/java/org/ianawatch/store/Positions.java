package org.ianawatch.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Places for rows between rows, as numbers with room left for more. */
final class Positions {
    /** The room left after a row at the end. */
    static final long SPACING = 1L << 32;

    private Positions() {}

    /**
     * Places for new rows between two that stay.
     *
     * @param below the position of the row before, or null at the start of the file
     * @param above the position of the row after, or null at the end
     * @param count how many rows come, at least 1
     * @return their positions in ascending order, or nothing where there is no room
     */
    static Optional<long[]> between(@Nullable Long below, @Nullable Long above, int count) {
        long step = SPACING;
        long start = 0;
        if (below != null && above != null) {
            step = (above - below) / (count + 1);
            start = below;
        } else if (below != null) {
            start = below;
        } else if (above != null) {
            start = above - SPACING * (count + 1);
        }
        if (step == 0) {
            return Optional.empty();
        }
        long[] positions = new long[count];
        for (int index = 0; index < count; index++) {
            positions[index] = start + step * (index + 1);
        }
        return Optional.of(positions);
    }
}
