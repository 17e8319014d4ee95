package org.ianawatch.sync;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ianawatch.alert.Message;
import org.ianawatch.alert.Trouble;
import org.ianawatch.registry.Snapshot;
import org.ianawatch.store.Delivery;
import org.ianawatch.store.QuarantineEntry;
import org.ianawatch.store.Store;
import org.ianawatch.store.SyncRun;
import org.ianawatch.store.WritableStore;

/**
 * Writes into the outbox what operators are told of the job itself: a trouble once, and once more when it is over.
 *
 * @param channels the names of their channels; empty where nobody is told
 * @param unreadableAfterDays how long the source may be unreadable before they are, in days, at least 1
 */
public record OperatorAlerts(List<String> channels, int unreadableAfterDays) {
    /** Nobody is told anything. */
    static final OperatorAlerts NONE = new OperatorAlerts(List.of(), 1);

    /** What began or ended with the source since they were told last; inside {@link WritableStore#commit}. */
    void tellOfSource(WritableStore store, Instant now) {
        if (!channels.isEmpty()) {
            tell(store, Trouble.Kind.UNREADABLE, unreadable(store, now), now);
            tell(store, Trouble.Kind.QUARANTINED, quarantined(store), now);
        }
    }

    /**
     * What began or ended with the deliveries; inside {@link WritableStore#commit}, after they were tried: one that a person
     * has tried again is no recovery until then.
     */
    void tellOfDeliveries(WritableStore store, Instant now) {
        if (!channels.isEmpty()) {
            tell(store, Trouble.Kind.PARKED, parked(store), now);
        }
    }

    /** Whether they know of a trouble with deliveries, which may be over without any being due. */
    boolean knowOfDeliveries(Store store) {
        return store.troubles().since(Trouble.Kind.PARKED.word()).isPresent();
    }

    private void tell(WritableStore store, Trouble.Kind kind, Optional<Trouble> trouble, Instant now) {
        Optional<Instant> known = store.troubles().since(kind.word());
        if (trouble.isPresent() && known.isEmpty()) {
            add(store, trouble.get().message(Snapshot.REGISTRY, now), now);
            store.troubles().begin(kind.word(), trouble.get().since());
        } else if (trouble.isEmpty() && known.isPresent()) {
            add(store, new Trouble(kind, known.get(), 0, "").recovery(Snapshot.REGISTRY, now), now);
            store.troubles().end(kind.word());
        }
    }

    private void add(WritableStore store, Message message, Instant now) {
        ChannelMessages.send(store, message, channels, now);
    }

    /** A trouble that they know of lasts until the source can be read, whatever was configured since. */
    private Optional<Trouble> unreadable(Store store, Instant now) {
        SyncRun last = store.runs().last().orElse(null);
        if (last == null || last.outcome() != SyncRun.Outcome.UNREADABLE) {
            return Optional.empty();
        }
        String reason = last.message() == null ? "" : last.message();
        Optional<Instant> known = store.troubles().since(Trouble.Kind.UNREADABLE.word());
        if (known.isPresent()) {
            return Optional.of(new Trouble(Trouble.Kind.UNREADABLE, known.get(), 0, reason));
        }
        Instant lastRead = store.runs()
                .lastReadable(now)
                .map(SyncRun::finishedAt)
                .or(() -> store.runs().first(now).map(SyncRun::startedAt))
                .orElse(now);
        return Trouble.unreadable(lastRead, now, unreadableAfterDays, reason);
    }

    private static Optional<Trouble> quarantined(Store store) {
        return store.quarantine().waiting().stream()
                .min(Comparator.comparing(QuarantineEntry::firstSeenAt))
                .map(entry ->
                        new Trouble(Trouble.Kind.QUARANTINED, entry.firstSeenAt(), entry.number(), entry.message()));
    }

    private static Optional<Trouble> parked(Store store) {
        return store.outbox()
                .firstParked()
                .map(delivery -> new Trouble(Trouble.Kind.PARKED, delivery.changedAt(), 0, reason(delivery)));
    }

    private static String reason(Delivery delivery) {
        String why = delivery.reason();
        return "'" + delivery.channel() + "' refuses " + "delivery " + delivery.number()
                + (why == null ? "" : ": " + why);
    }
}
