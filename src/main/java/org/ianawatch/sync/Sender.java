package org.ianawatch.sync;

import org.ianawatch.store.home.StoreBusyException;

/** Sends what is due, at the end of a run. */
@FunctionalInterface
public interface Sender {
    /** Sends nothing. */
    Sender NONE = writer -> DeliveryReport.EMPTY;

    /**
     * Sends what is due.
     *
     * @throws StoreBusyException when others are using the store and do not end
     */
    DeliveryReport send(StoreWriter writer) throws StoreBusyException, InterruptedException;
}
