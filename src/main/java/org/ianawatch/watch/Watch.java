package org.ianawatch.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ianawatch.store.SyncRun;
import org.ianawatch.store.home.StoppableThread;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.store.home.StoreException;
import org.ianawatch.store.home.UnusableStoreException;
import org.jspecify.annotations.Nullable;

/** Has the job done when it is time: checks in equal steps, and between them the deliveries that fall due. */
public final class Watch {
    /** Within this time a clock that was set, and what others changed in the store, are noticed. */
    private static final Duration LOOK = Duration.ofSeconds(30);

    /** After this time deliveries are tried that could not be, since the store was in use. */
    private static final Duration RETRY = Duration.ofMinutes(1);

    /** While nothing is stored yet, the source is asked again after this time. */
    private static final Duration FIRST_RETRY = Duration.ofMinutes(5);

    private static final CountDownLatch NEVER = new CountDownLatch(1);

    /** How the time passes. */
    @FunctionalInterface
    interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    private final Clock clock;
    private final Duration every;
    private final Lookout lookout;
    private final Job job;
    private final Board board;
    private final Pause pause;
    private @Nullable Instant deliverAt;

    /**
     * A watch that has not begun.
     *
     * @param every the step from check to check, at least {@link Schedule#SHORTEST}
     * @param board where it is shown how the watch is doing
     */
    public Watch(Clock clock, Duration every, Lookout lookout, Job job, Board board) {
        this(clock, every, lookout, job, board, Watch::pause);
    }

    Watch(Clock clock, Duration every, Lookout lookout, Job job, Board board, Pause pause) {
        this.clock = clock;
        this.every = every;
        this.lookout = lookout;
        this.job = job;
        this.board = board;
        this.pause = pause;
    }

    private static void pause(Duration time) throws InterruptedException {
        StoppableThread.waiting(() -> NEVER.await(time.toNanos(), TimeUnit.NANOSECONDS));
    }

    /**
     * Watches until its thread, which is a {@link StoppableThread}, is told to end.
     *
     * @throws UnusableStoreException when the store cannot be used at the start
     */
    public void run() throws InterruptedException {
        Schedule schedule = new Schedule(clock, every, lastBegan());
        deliverAt = board.figures().firstTryAt();
        if (!schedule.isDue()) {
            tell(schedule);
        }
        while (true) {
            step(schedule);
            Duration left = untilNext(schedule);
            if (!left.isZero()) {
                pause.of(left.compareTo(LOOK) < 0 ? left : LOOK);
            }
        }
    }

    private @Nullable Instant lastBegan() throws InterruptedException {
        try {
            board.show(lookout.read());
        } catch (StoreBusyException busy) {
            job.unread(busy);
        }
        Standing standing = board.figures().standing();
        SyncRun last = standing.lastCheck();
        return last == null || hasNothingYet(standing) ? null : last.startedAt();
    }

    /** A store that waits for its first snapshot is no use to anybody: the network may have come up after the program. */
    private static boolean hasNothingYet(Standing standing) {
        SyncRun last = standing.lastCheck();
        return standing.newest() == null && last != null && last.outcome() == SyncRun.Outcome.UNREADABLE;
    }

    private void step(Schedule schedule) throws InterruptedException {
        if (schedule.isDue()) {
            schedule.begin();
            boolean isTried = job.check();
            schedule.end();
            goOn(schedule, isTried);
        } else if (isDue(deliverAt)) {
            goOn(schedule, job.deliver());
        } else if (lookout.hasChanged() && look()) {
            deliverAt = board.figures().firstTryAt();
        }
    }

    /** What was not tried although it was due waits behind another delivery of its channel, which is down. */
    private void goOn(Schedule schedule, boolean isTried) throws InterruptedException {
        boolean isKnown = look();
        Figures figures = board.figures();
        if (isTried && isKnown) {
            deliverAt = figures.nextTryAt();
        } else {
            deliverAt = figures.firstTryAt() == null ? null : clock.instant().plus(RETRY);
        }
        if (isKnown && hasNothingYet(figures.standing())) {
            schedule.within(FIRST_RETRY);
        }
        tell(schedule);
    }

    private void tell(Schedule schedule) throws InterruptedException {
        board.plan(schedule.due());
        StoppableThread.unlessTold(() -> job.waits(schedule.due(), deliverAt));
    }

    private boolean look() throws InterruptedException {
        try {
            board.show(lookout.read());
            return true;
        } catch (StoreBusyException | StoreException | UnusableStoreException failed) {
            job.unread(failed);
            return false;
        }
    }

    private boolean isDue(@Nullable Instant time) {
        return time != null && !time.isAfter(clock.instant());
    }

    private Duration untilNext(Schedule schedule) {
        Instant next = schedule.due();
        if (deliverAt != null && deliverAt.isBefore(next)) {
            next = deliverAt;
        }
        Duration left = Duration.between(clock.instant(), next);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
