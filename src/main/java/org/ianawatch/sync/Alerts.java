package org.ianawatch.sync;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ianawatch.alert.Bulk;
import org.ianawatch.alert.Digest;
import org.ianawatch.alert.DigestPeriod;
import org.ianawatch.alert.Message;
import org.ianawatch.alert.MessageJson;
import org.ianawatch.alert.MessageWriter;
import org.ianawatch.alert.Observation;
import org.ianawatch.alert.Rule;
import org.ianawatch.registry.Snapshot;
import org.ianawatch.store.Origin;
import org.ianawatch.store.OutgoingMessage;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.Store;
import org.ianawatch.store.SyncRun;
import org.ianawatch.store.WritableStore;

/**
 * Writes what is to be told into the outbox, in the transaction of what it tells of.
 *
 * @param rules who is told what of the registry
 * @param operators who is told of the job itself
 */
public record Alerts(List<Rule> rules, OperatorAlerts operators) {
    /** Nobody is told anything. */
    public static final Alerts NONE = new Alerts(List.of(), OperatorAlerts.NONE);

    /** What came by an import or by a person's word was told in a summary. */
    private static final Set<Origin> TOLD_ONE_BY_ONE = Set.of(Origin.SYNC, Origin.SETTLED);

    /**
     * All that the rules were not told of yet, and that is due: each snapshot, or each day or week that is over. Inside
     * {@link WritableStore#commit}, before the check that does this is recorded. What a run without these rules stored is
     * told by the next one with them; a rule that is new begins with this check.
     *
     * @param now when this check began
     */
    void tell(WritableStore store, Instant now) {
        if (rules.isEmpty()) {
            return;
        }
        store.ruleProgress().keepOnly(rules.stream().map(Rule::name).toList());
        for (Rule rule : rules) {
            Optional<Instant> told = store.ruleProgress().toldUntil(rule.name());
            Instant toldUntil = rule.digest() == DigestPeriod.AT_ONCE
                    ? tellAtOnce(store, rule, told.orElse(now), now)
                    : gather(store, rule, told.orElseGet(() -> startOfLastCheck(store, rule, now)), now);
            if (told.isEmpty() || !told.get().equals(toldUntil)) {
                store.ruleProgress().tellUntil(rule.name(), toldUntil);
            }
        }
    }

    /** Much at once, in one message for each rule; inside {@link WritableStore#commit}, after it was appended. */
    void summarize(WritableStore store, Bulk.Cause cause, Collection<SnapshotEntry> entries, Instant now) {
        if (rules.isEmpty() || entries.isEmpty()) {
            return;
        }
        List<Observation> observed = RecordedHistory.of(store, entries);
        int registrations = store.newest().map(SnapshotEntry::recordCount).orElse(0);
        for (Rule rule : rules) {
            add(store, rule, new Bulk(cause, registrations, observed).summary(Snapshot.REGISTRY, rule, now), now);
        }
    }

    private static Instant startOfLastCheck(Store store, Rule rule, Instant now) {
        Instant last = store.runs().last().map(SyncRun::startedAt).orElse(now);
        return rule.digest().startOf(last);
    }

    private static Instant tellAtOnce(WritableStore store, Rule rule, Instant toldUntil, Instant now) {
        Instant newest = store.newest().map(SnapshotEntry::observedAt).orElse(Instant.EPOCH);
        if (newest.isBefore(toldUntil)) {
            return toldUntil;
        }
        MessageWriter writer = new MessageWriter(Snapshot.REGISTRY);
        for (Observation observation : observedSince(store, toldUntil)) {
            writer.changes(rule, List.of(observation)).ifPresent(message -> add(store, rule, message, now));
        }
        Instant afterNewest = newest.plusMillis(1);
        return afterNewest.isAfter(now) ? afterNewest : now;
    }

    private static Instant gather(WritableStore store, Rule rule, Instant toldUntil, Instant now) {
        if (!toldUntil.isBefore(rule.digest().startOf(now))) {
            return toldUntil;
        }
        Digest digest =
                Digest.of(rule, toldUntil, now, observedSince(store, toldUntil), new MessageWriter(Snapshot.REGISTRY));
        digest.messages().forEach(message -> add(store, rule, message, now));
        return digest.toldUntil();
    }

    private static List<Observation> observedSince(Store store, Instant start) {
        return RecordedHistory.of(
                store,
                store.snapshots().stream()
                        .filter(entry -> !entry.observedAt().isBefore(start))
                        .filter(entry -> TOLD_ONE_BY_ONE.contains(entry.origin()))
                        .toList());
    }

    private static void add(WritableStore store, Rule rule, Message message, Instant now) {
        store.outbox().add(outgoing(message, rule.channels()), now);
    }

    static OutgoingMessage outgoing(Message message, List<String> channels) {
        return new OutgoingMessage(
                message.id(),
                message.createdAt(),
                message.kind().word(),
                message.rule(),
                message.subject(),
                MessageJson.write(message),
                channels.stream().distinct().toList());
    }
}
