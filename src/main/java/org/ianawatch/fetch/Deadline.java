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

    /** Not below zero. */
    Duration remaining() {
        Duration left = total.minus(elapsed());
        return left.isNegative() ? Duration.ZERO : left;
    }
}
