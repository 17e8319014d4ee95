package org.ianawatch.sync;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.store.home.WaitListener;
import org.ianawatch.store.home.WriterLock;

/**
 * What changes a store and has others told of it: under the writer's lock, with the store opened once, work is done; then what
 * is due is sent.
 *
 * @param home where the store is
 * @param patience how long to wait for another run, and for those that are reading
 * @param clock the time
 * @param waits hears of a long wait for another run
 * @param sender what sends
 */
public record Run(Home home, Duration patience, Clock clock, WaitListener waits, Sender sender) {
    /**
     * What a run does before it sends.
     *
     * @param <E> what may go wrong with it
     */
    @FunctionalInterface
    public interface Work<E extends Exception> {
        /** Does it. */
        void with(StoreWriter writer) throws E, StoreBusyException, InterruptedException;
    }

    /**
     * Does work, and sends what is due.
     *
     * @param command what is done, for the message that others get
     * @throws StoreBusyException when another run holds the store, or others use it and do not end
     */
    public <E extends Exception> DeliveryReport of(String command, Work<E> work)
            throws E, StoreBusyException, InterruptedException {
        try (WriterLock lock = WriterLock.acquire(home, command, clock.instant(), patience, waits);
                StoreWriter writer = new StoreWriter(lock, home, patience)) {
            work.with(writer);
            return sender.send(writer);
        }
    }

    /** Finds out how a check would end, and leaves everything as it is. */
    public void rehearse(DueRegistries registries, DueRegistries.Listener listener)
            throws IOException, StoreBusyException, InterruptedException {
        try (Writer writer = new DryWriter(home, patience)) {
            registries.check(writer, listener);
        }
    }
}
