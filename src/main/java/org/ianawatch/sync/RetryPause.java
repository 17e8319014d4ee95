package org.ianawatch.sync;

import java.time.Duration;
import java.time.Instant;
import org.ianawatch.alert.Outcome;

/** How long to leave a channel alone that failed: 5 minutes, doubled with each try, up to 12 hours. */
final class RetryPause {
    private static final Duration FIRST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofHours(12);
    /** More doublings than lead from the first to the longest. */
    private static final int MOST_DOUBLINGS = 8;

    private RetryPause() {}

    /**
     * When the next try is due. A server that asks for more time gets it.
     *
     * @param tries how many there were before the one that failed
     */
    static Instant nextTry(Instant now, int tries, Outcome.Failed failed) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS));
        Duration bounded = pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
        Duration asked = failed.retryAfter();
        return now.plus(asked != null && asked.compareTo(bounded) > 0 ? asked : bounded);
    }
}
