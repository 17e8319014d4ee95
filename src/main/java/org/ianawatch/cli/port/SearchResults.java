package org.ianawatch.cli.port;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ianawatch.answer.Found;
import org.ianawatch.answer.SearchQuery;
import org.ianawatch.store.SnapshotEntry;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param query what was searched for
 * @param snapshot the one that was searched, or the newest where all were
 * @param snapshots all of them by number, where all were searched; else empty
 * @param found everything, the best first
 * @param limit how many of them to show
 */
record SearchResults(
        SearchQuery query,
        SnapshotEntry snapshot,
        Map<Integer, SnapshotEntry> snapshots,
        List<Found> found,
        int limit) {
    /** Those to show. */
    List<Found> shown() {
        return found.subList(0, Math.min(limit, found.size()));
    }

    /** Whether all snapshots were searched. */
    boolean isAllTime() {
        return !snapshots.isEmpty();
    }

    /** When the first snapshot that has it was observed. */
    Instant from(Found one) {
        return entry(one.from()).observedAt();
    }

    /** When the first snapshot that has it no more was observed, or null where the newest has it. */
    @Nullable
    Instant until(Found one) {
        return one.isGone() ? entry(one.until()).observedAt() : null;
    }

    private SnapshotEntry entry(int number) {
        return Objects.requireNonNull(snapshots.get(number), "a snapshot of the store");
    }
}
