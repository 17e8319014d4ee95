package org.ianawatch.store;

import java.time.Duration;

/** Waits in short pauses, up to a limit. */
final class Patience {
    private static final long PAUSE_MILLISECONDS = 20;

    private final long deadlineNanoseconds;

    Patience(Duration limit) {
        this.deadlineNanoseconds = System.nanoTime() + limit.toNanos();
    }

    /** Pauses once; false, without a pause, when the limit is reached. */
    boolean pause() throws InterruptedException {
        if (System.nanoTime() >= deadlineNanoseconds) {
            return false;
        }
        Thread.sleep(PAUSE_MILLISECONDS);
        return true;
    }
}
