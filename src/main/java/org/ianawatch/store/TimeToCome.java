package org.ianawatch.store;

import java.time.Duration;
import java.time.Instant;

/** Times that were written when the clock was ahead, if it is not behind now: they are still to come. */
public final class TimeToCome {
    /** Clocks that are set by others' differ by less. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private TimeToCome() {}

    /** Whether a time is later than now by more than clocks differ. */
    public static boolean is(Instant time, Instant now) {
        return time.isAfter(now.plus(SKEW));
    }

    /** What to think of a snapshot that is dated so, and to do about it: a sentence. */
    public static String words(SnapshotEntry entry) {
        return "snapshot " + entry.number() + " is dated " + words(entry.observedAt()) + "; 'ianawatch redate "
                + entry.number() + " DATE' puts it right";
    }

    /** What to think of such a time: a clause that fits after what has it. */
    public static String words(Instant time) {
        return time + ", which is still to come: the clock was wrong then, or is wrong now";
    }
}
