package org.ianawatch.store;

import java.time.Duration;

/** Waits in short pauses, up to a limit. */
final class Patience {
    private static final long PAUSE_MILLISECONDS = 20;

    /** More than this cannot be counted in nanoseconds from any time. */
    private static final Duration LONGEST = Duration.ofDays(100 * 365);

    private long startNanoseconds = System.nanoTime();
    private final long limitNanoseconds;

    Patience(Duration limit) {
        this.limitNanoseconds = (limit.compareTo(LONGEST) < 0 ? limit : LONGEST).toNanos();
    }

    /** Pauses once; false, without a pause, when the limit is reached. */
    boolean pause() throws InterruptedException {
        if (isOver()) {
            return false;
        }
        return StoppableThread.waiting(() -> {
            Thread.sleep(PAUSE_MILLISECONDS);
            return true;
        });
    }

    /** Whether the limit is reached. */
    boolean isOver() {
        return System.nanoTime() - startNanoseconds >= limitNanoseconds;
    }

    /** Waits that much longer, because so much of the time was taken by others. */
    void extend(long nanoseconds) {
        startNanoseconds += nanoseconds;
    }
}
