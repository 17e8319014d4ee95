package org.ianawatch.answer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ianawatch.registry.SiteUse;
import org.ianawatch.store.Delivery;
import org.ianawatch.store.Outbox;
import org.ianawatch.store.QuarantineEntry;
import org.ianawatch.store.Store;
import org.ianawatch.store.Trouble;

/**
 * All that the store knows apart from the rows of registries: how the job is doing, and what this site relies on.
 *
 * @param sources what is known of each source
 * @param uses what this site relies on, ports in their order, then service names
 * @param quarantine the downloads that the guard refused, newest first
 * @param troubles those of the job that operators know of
 * @param tries when pending deliveries are due, or were, each time once, oldest first
 * @param pending how many deliveries a later run tries
 * @param parked how many deliveries wait for a decision
 */
public record Site(
        SourceStates sources,
        List<SiteUse> uses,
        List<QuarantineEntry> quarantine,
        List<Trouble> troubles,
        List<Instant> tries,
        long pending,
        long parked) {
    /** As it is in an open store. */
    static Site of(Store store) {
        Outbox outbox = store.outbox();
        return new Site(
                SourceStates.of(store.sources()),
                store.uses().all(),
                store.quarantine().newestFirst(),
                store.troubles().all(),
                outbox.tries(),
                outbox.count(Delivery.State.PENDING),
                outbox.count(Delivery.State.PARKED));
    }

    /** The first time after another one at which a pending delivery is due, or was. */
    public Optional<Instant> firstTryAfter(Instant time) {
        for (Instant next : tries) {
            if (next.isAfter(time)) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    /** How many downloads wait for a decision. */
    public int waiting() {
        int waiting = 0;
        for (QuarantineEntry entry : quarantine) {
            waiting += entry.state() == QuarantineEntry.State.WAITING ? 1 : 0;
        }
        return waiting;
    }
}
