package org.ianawatch.sync;

import org.ianawatch.alert.Outcome;
import org.ianawatch.store.Delivery;

/** Hears what becomes of deliveries; each call comes when what it says is on the disk. */
@FunctionalInterface
public interface DeliveryListener {
    /** Nobody hears of it. */
    DeliveryListener NONE = (delivery, outcome) -> {};

    /**
     * A delivery was tried.
     *
     * @param delivery as it was before
     */
    void tried(Delivery delivery, Outcome outcome);
}
