package org.ianawatch.answer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ianawatch.registry.SiteUse;
import org.ianawatch.store.Delivery;
import org.ianawatch.store.Outbox;
import org.ianawatch.store.QuarantineEntry;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.Store;
import org.ianawatch.store.SyncRun;
import org.ianawatch.store.Trouble;
import org.ianawatch.store.Validated;

/**
 * All that the store knows of a registry apart from its rows: how the job is doing, and what this site relies on.
 *
 * @param newest the newest snapshot, where there is one
 * @param lastCheck however it ended, where there was one
 * @param lastSuccess the last check after which the store had what the source had, where there was one
 * @param validated what the server sent with the newest content, where it did
 * @param uses what this site relies on, ports in their order, then service names
 * @param quarantine the downloads that the guard refused, newest first
 * @param troubles those of the job that operators know of
 * @param tries when pending deliveries are due, or were, each time once, oldest first
 * @param pending how many deliveries a later run tries
 * @param parked how many deliveries wait for a decision
 */
public record Site(
        Optional<SnapshotEntry> newest,
        Optional<SyncRun> lastCheck,
        Optional<SyncRun> lastSuccess,
        Optional<Validated> validated,
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
                store.newest(),
                store.runs().last(),
                store.runs().lastSuccess(),
                store.validated(),
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
