package org.ianawatch.sync;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.ianawatch.answer.AnswerPublisher;
import org.ianawatch.store.WritableStore;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.StoppableThread;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.store.home.WriterLock;
import org.jspecify.annotations.Nullable;

/** Writes into the store, under the writer's lock. */
public final class StoreWriter extends Writer {
    private final WriterLock lock;
    private boolean isPublishedLast;

    StoreWriter(WriterLock lock, Home home, Duration patience) {
        super(home, patience);
        this.lock = lock;
    }

    /** The right to change the store. */
    WriterLock lock() {
        return lock;
    }

    @Override
    boolean isKeeping() {
        return true;
    }

    @Override
    WritableStore open() throws StoreBusyException, InterruptedException {
        WritableStore store = WritableStore.open(lock, home(), new AnswerPublisher(), patience());
        if (isPublishedLast) {
            store.publishLast();
        }
        return store;
    }

    @Override
    void publishLast() {
        isPublishedLast = true;
    }

    /** The store, to be written. */
    @Override
    public WritableStore store() throws StoreBusyException, InterruptedException {
        return (WritableStore) super.store();
    }

    @Override
    <T> Optional<T> write(Function<WritableStore, T> work) throws StoreBusyException, InterruptedException {
        WritableStore store = store();
        try {
            return Optional.of(work.apply(store));
        } catch (RuntimeException | Error failed) {
            // What comes after it begins with a store that was opened anew, and so was looked at again.
            letGoAfter(failed);
            throw failed;
        }
    }

    private void letGoAfter(Throwable failed) {
        try {
            letGo();
        } catch (RuntimeException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }

    /** The next of a queue that others fill; where that takes long, they can use the store meanwhile. */
    <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        @Nullable T soon = StoppableThread.waiting(() -> queue.poll(LONG.toNanos(), TimeUnit.NANOSECONDS));
        if (soon != null) {
            return soon;
        }
        letGo();
        return StoppableThread.waiting(queue::take);
    }
}
