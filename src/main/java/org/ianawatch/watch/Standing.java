package org.ianawatch.watch;

import java.time.Duration;
import java.time.Instant;
import org.ianawatch.answer.Answers;
import org.ianawatch.answer.Site;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.SourceState;
import org.ianawatch.store.SyncRun;
import org.ianawatch.store.TimeToCome;
import org.jspecify.annotations.Nullable;

/**
 * How the job is doing, as the store has it.
 *
 * @param lastCheck however it ended, or null where there was none
 * @param lastSuccess the last check after which the store had what the source had, or null where there was none
 * @param newest the newest snapshot, which is the last change, or null where there is none
 * @param toCome the first snapshot that is dated later than now, or null where none is
 * @param quarantined how many downloads wait for a decision
 * @param pending how many deliveries a later run tries
 * @param parked how many deliveries wait for a decision
 */
public record Standing(
        @Nullable SyncRun lastCheck,
        @Nullable SyncRun lastSuccess,
        @Nullable SnapshotEntry newest,
        @Nullable SnapshotEntry toCome,
        int quarantined,
        long pending,
        long parked) {
    /** Nothing happened yet. */
    public static final Standing NONE = new Standing(null, null, null, null, 0, 0, 0);

    /** As it is at a time. */
    public static Standing of(Answers answers, Instant now) {
        SourceState source = answers.source();
        Site site = answers.site();
        return new Standing(
                source.lastCheck().orElse(null),
                source.lastSuccess().orElse(null),
                source.newest().orElse(null),
                answers.firstAfter(now)
                        .filter(entry -> TimeToCome.is(entry.observedAt(), now))
                        .orElse(null),
                site.waiting(),
                site.pending(),
                site.parked());
    }

    /** The time since the last success, never below zero, or null where there was none, or it is still to come. */
    public @Nullable Duration age(Instant now) {
        if (lastSuccess == null || TimeToCome.is(lastSuccess.finishedAt(), now)) {
            return null;
        }
        Duration age = Duration.between(lastSuccess.finishedAt(), now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    /** How long ago the last success was, in a clause. */
    public String success(Instant now) {
        if (lastSuccess == null) {
            return "no check has succeeded yet";
        }
        Duration age = age(now);
        return age == null
                ? "the last success is of " + TimeToCome.words(lastSuccess.finishedAt())
                : "the last success was " + words(age) + " ago";
    }

    /**
     * Whether the last success is older than it may be; one that never was is, and one that is still to come.
     *
     * @param maximumAge null where any age will do
     */
    public boolean isStale(Instant now, @Nullable Duration maximumAge) {
        Duration age = age(now);
        return maximumAge != null && (age == null || age.compareTo(maximumAge) > 0);
    }

    /** {@code 3d 4h}, {@code 4h 12min}, {@code 12min}: two units, cut and not rounded. */
    public static String words(Duration time) {
        if (time.toDays() > 0) {
            return time.toDays() + "d " + time.toHoursPart() + "h";
        }
        return (time.toHours() > 0 ? time.toHours() + "h " : "") + time.toMinutesPart() + "min";
    }
}
