package org.ianawatch.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.SnapshotSelector;
import org.ianawatch.store.Store;

/** From when on changes count, the way a person says it: a date, a time, a span back from now, or a snapshot. */
interface Since {
    /**
     * A moment.
     *
     * @param after what was observed after it counts
     * @param words what people know it by
     */
    record Moment(Instant after, String words) {}

    /** The moment that is meant. */
    Moment in(Store store, Instant now);

    /**
     * Reads {@code 2026-11-01}, {@code 2026-11-01T06:00:00Z}, {@code 7d}, {@code 12} or {@code latest~3}.
     *
     * @throws IllegalArgumentException when the text is none of them, with what is possible
     */
    static Since parse(String text) {
        Duration span = Durations.find(text);
        if (span != null) {
            return (store, now) -> {
                Instant start = now.minus(span);
                return new Moment(start, start.truncatedTo(ChronoUnit.SECONDS).toString());
            };
        }
        try {
            // A date holds '-' within, and a snapshot's number or latest~3 does not.
            if (text.indexOf('-') > 0) {
                // What was observed in the first moment of the day counts, too.
                Instant before = SnapshotSelector.startOf(text).minusMillis(1);
                return (store, now) -> new Moment(before, text);
            }
            SnapshotSelector selector = SnapshotSelector.parse(text);
            return (store, now) -> {
                SnapshotEntry entry = store.find(selector);
                return new Moment(entry.observedAt(), entry.label());
            };
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no time to look back to: write a date (2019-12-22), a time in UTC"
                            + " (2021-08-12T17:05:09Z), a span back from now (7d), a snapshot's number (12) or latest~3",
                    wrong);
        }
    }
}
