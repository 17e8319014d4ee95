package org.ianawatch.cli.uses;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.ianawatch.answer.Answers;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.SnapshotSelector;
import org.ianawatch.store.TimeSpan;

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
    Moment in(Answers answers);

    /**
     * Reads {@code 2026-11-01}, {@code 2026-11-01T06:00:00Z}, {@code 7d}, {@code 12} or {@code latest~3}.
     *
     * @throws IllegalArgumentException when the text is none of them, with what is possible
     */
    static Since parse(String text, Instant now) {
        try {
            TimeSpan span = TimeSpan.parse(text, now);
            boolean isMoment = span.start().equals(span.end());
            String words =
                    isMoment ? span.start().truncatedTo(ChronoUnit.SECONDS).toString() : text;
            // What was observed in the first moment counts, too.
            return answers -> new Moment(span.start().minusMillis(1), words);
        } catch (IllegalArgumentException noTime) {
            return snapshot(text, now);
        }
    }

    private static Since snapshot(String text, Instant now) {
        try {
            SnapshotSelector selector = SnapshotSelector.parse(text, now);
            return answers -> {
                SnapshotEntry entry = answers.find(selector);
                return new Moment(entry.observedAt(), entry.label());
            };
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "'" + text
                            + "' is no time to look back to: write a date, a snapshot's number (12) or latest~3; dates are "
                            + TimeSpan.EXAMPLES,
                    wrong);
        }
    }
}
