package org.ianawatch.cli;

import java.time.Duration;
import java.time.Instant;
import org.ianawatch.store.Delivery;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.Store;
import org.ianawatch.store.SyncRun;
import org.jspecify.annotations.Nullable;

/**
 * How the job is doing.
 *
 * @param lastCheck however it ended, or null where there was none
 * @param lastSuccess the last check after which the store had what the source had, or null where there was none
 * @param newest the newest snapshot, which is the last change, or null where there is none
 * @param quarantined how many downloads wait for a decision
 * @param pending how many deliveries a later run tries
 * @param parked how many deliveries wait for a decision
 * @param now the time
 * @param maximumAge how old the last success may be
 */
record Standing(
        @Nullable SyncRun lastCheck,
        @Nullable SyncRun lastSuccess,
        @Nullable SnapshotEntry newest,
        int quarantined,
        long pending,
        long parked,
        Instant now,
        @Nullable Duration maximumAge) {
    static Standing of(Store store, Instant now, @Nullable Duration maximumAge) {
        long quarantined = store.quarantine().newestFirst().stream()
                .filter(entry -> entry.state().isOpen())
                .count();
        return new Standing(
                store.runs().last().orElse(null),
                store.runs().lastSuccess().orElse(null),
                store.newest().orElse(null),
                (int) quarantined,
                store.outbox().count(Delivery.State.PENDING),
                store.outbox().count(Delivery.State.PARKED),
                now,
                maximumAge);
    }

    /** The time since the last success, never below zero, or null where there was none. */
    @Nullable
    Duration age() {
        if (lastSuccess == null) {
            return null;
        }
        Duration age = Duration.between(lastSuccess.finishedAt(), now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    /** Whether the last success is older than it may be; one that never was is. */
    boolean isStale() {
        Duration age = age();
        return maximumAge != null && (age == null || age.compareTo(maximumAge) > 0);
    }
}
