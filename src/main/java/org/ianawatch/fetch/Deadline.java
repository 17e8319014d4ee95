package org.ianawatch.fetch;

import java.time.Duration;

/** The end of the total time. It is a stopwatch, because the time of day may be set while a download runs. */
final class Deadline {
    private final long startedAtNanos = System.nanoTime();
    private final Duration total;

    Deadline(Duration total) {
        this.total = total;
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedAtNanos);
    }

    /** Never below a millisecond, since timers want a time above zero. */
    Duration remaining() {
        return shorter(total.minus(elapsed()), Duration.ofMillis(1), false);
    }

    Duration remainingAtMost(Duration limit) {
        return shorter(remaining(), limit, true);
    }

    private static Duration shorter(Duration one, Duration other, boolean shorter) {
        return one.compareTo(other) < 0 == shorter ? one : other;
    }
}
