package org.ianawatch.store.home;

import java.time.Duration;

/** Waits in short pauses, up to a limit. Public for the other rooms of the store; not for several threads. */
public final class Patience {
    private static final long PAUSE_MILLISECONDS = 20;

    /** More than this cannot be counted in nanoseconds from any time. */
    private static final Duration LONGEST = Duration.ofDays(100 * 365);

    /** After this a person wonders what is going on. */
    private static final Duration LONG = Duration.ofSeconds(2);

    private final Runnable whenLong;
    private final long limitNanoseconds;
    private final long beginNanoseconds = System.nanoTime();
    private long startNanoseconds = beginNanoseconds;
    private boolean isSaid;

    /** Begins now. */
    public Patience(Duration limit) {
        this(limit, () -> {});
    }

    /** The same, which says once that it takes long. */
    Patience(Duration limit, Runnable whenLong) {
        this.limitNanoseconds = (limit.compareTo(LONGEST) < 0 ? limit : LONGEST).toNanos();
        this.whenLong = whenLong;
    }

    /** Pauses once; false, without a pause, when the limit is reached. */
    public boolean pause() throws InterruptedException {
        if (isOver()) {
            return false;
        }
        if (!isSaid && System.nanoTime() - beginNanoseconds >= LONG.toNanos()) {
            isSaid = true;
            whenLong.run();
        }
        return StoppableThread.waiting(() -> {
            Thread.sleep(PAUSE_MILLISECONDS);
            return true;
        });
    }

    /** Whether the limit is reached. */
    public boolean isOver() {
        return System.nanoTime() - startNanoseconds >= limitNanoseconds;
    }

    /** Waits that much longer, because so much of the time was taken by others. */
    public void extend(long nanoseconds) {
        startNanoseconds += nanoseconds;
    }
}
