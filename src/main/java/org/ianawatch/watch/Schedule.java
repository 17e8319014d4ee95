package org.ianawatch.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When the checks are due: in equal steps, however long each of them takes. A step that was missed is left out. Not for
 * several threads.
 */
public final class Schedule {
    /** The shortest step; the source is somebody else's server. */
    public static final Duration SHORTEST = Duration.ofMinutes(1);

    /** A check that is later than this begins the steps anew, so that the next one does not follow on its heels. */
    private static final Duration LATE = Duration.ofMinutes(1);

    private final Clock clock;
    private final Duration every;
    private Instant due;

    /**
     * A schedule whose first check is due at once, or one step after the last one.
     *
     * @param every the step, at least {@link #SHORTEST}
     * @param lastBegan when the last check began, by whomever, or null where there was none
     * @throws IllegalArgumentException when the step is too short
     */
    public Schedule(Clock clock, Duration every, @Nullable Instant lastBegan) {
        if (every.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("a check cannot come more often than every minute");
        }
        this.clock = clock;
        this.every = every;
        Instant now = clock.instant();
        // A check in the future was made while the clock was wrong, and tells nothing.
        due = lastBegan == null || lastBegan.isAfter(now) ? now : lastBegan.plus(every);
    }

    /** When the next check is due, or was; never more than one step from now, even after the clock was set back. */
    public Instant due() {
        Instant latest = clock.instant().plus(every);
        if (due.isAfter(latest)) {
            due = latest;
        }
        return due;
    }

    /** Whether it is time. */
    public boolean isDue() {
        return !due().isAfter(clock.instant());
    }

    /** Notes that the check that is due begins. */
    void begin() {
        Instant now = clock.instant();
        if (Duration.between(due, now).compareTo(LATE) > 0) {
            due = now;
        }
    }

    /** Has the next one come after this time, unless it is due before. */
    void within(Duration time) {
        Instant latest = clock.instant().plus(time);
        due = due.isAfter(latest) ? latest : due;
    }

    /** Notes that it has ended: the next one is due with the first step that is still to come. */
    void end() {
        Instant now = clock.instant();
        long missed = now.isBefore(due) ? 0 : Duration.between(due, now).dividedBy(every);
        due = due.plus(every.multipliedBy(missed + 1));
    }
}
