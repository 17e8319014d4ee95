package org.ianawatch.sync;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ianawatch.alert.Bulk;
import org.ianawatch.alert.Digest;
import org.ianawatch.alert.DigestPeriod;
import org.ianawatch.alert.Message;
import org.ianawatch.alert.MessageJson;
import org.ianawatch.alert.MessageWriter;
import org.ianawatch.alert.Observation;
import org.ianawatch.alert.Rule;
import org.ianawatch.diff.Change;
import org.ianawatch.registry.SiteUse;
import org.ianawatch.store.Origin;
import org.ianawatch.store.OutgoingMessage;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.Store;
import org.ianawatch.store.SyncRun;
import org.ianawatch.store.WritableStore;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the rules want told into the outbox, in the transaction of what it tells of.
 *
 * @param rules who is told what
 * @param meaning what a change means for the site's own uses
 */
public record Alerts(List<Rule> rules, Meaning meaning) {
    /** Nobody is told anything. */
    public static final Alerts NONE = new Alerts(List.of(), (uses, change) -> null);

    private static final String REGISTRY = "service-names-port-numbers";
    /** What people were told of in a summary, or not at all since it is history, is in no digest. */
    private static final Set<Origin> GATHERED = Set.of(Origin.SYNC, Origin.SETTLED);

    /** Says what a change means for some uses. */
    @FunctionalInterface
    public interface Meaning {
        /** In one line; null where it touches none of them. */
        @Nullable
        String of(List<SiteUse> uses, Change change);
    }

    /** The messages on a new snapshot; inside {@link WritableStore#commit}, after it was appended. */
    void write(WritableStore store, SnapshotEntry entry, int registrations, Origin origin) {
        if (rules.isEmpty()) {
            return;
        }
        List<Observation> observed = observations(store, List.of(entry));
        boolean first = entry.number() == 1;
        for (Rule rule : rules) {
            if (first || origin == Origin.ACCEPTED) {
                Bulk.Cause cause = first ? Bulk.Cause.FIRST_RUN : Bulk.Cause.ACCEPTED;
                add(store, rule, new Bulk(cause, registrations, observed).summary(REGISTRY, rule));
            } else if (rule.digest() == DigestPeriod.AT_ONCE) {
                new MessageWriter(REGISTRY).changes(rule, observed).ifPresent(message -> add(store, rule, message));
            }
        }
    }

    /**
     * The digests of the days and weeks that ended since the check before this one; inside {@link WritableStore#commit},
     * before this one is recorded. What is there already is left as it is.
     *
     * @param now when this check began
     */
    void gather(WritableStore store, Instant now) {
        SyncRun before = store.runs().last().orElse(null);
        if (before == null) {
            return;
        }
        for (Rule rule : rules) {
            if (rule.digest() != DigestPeriod.AT_ONCE) {
                gather(store, rule, rule.digest().startOf(before.startedAt()), now);
            }
        }
    }

    private void gather(WritableStore store, Rule rule, Instant toldUntil, Instant now) {
        if (!toldUntil.isBefore(rule.digest().startOf(now))) {
            return;
        }
        List<SnapshotEntry> since = store.snapshots().stream()
                .filter(entry -> !entry.observedAt().isBefore(toldUntil))
                .toList();
        Set<Integer> gathered = since.stream()
                .filter(entry -> GATHERED.contains(entry.origin()))
                .map(SnapshotEntry::number)
                .collect(Collectors.toSet());
        List<Observation> observed = observations(store, since).stream()
                .filter(observation -> gathered.contains(observation.snapshot()))
                .toList();
        Digest.of(rule, toldUntil, now, observed, new MessageWriter(REGISTRY))
                .messages()
                .forEach(message -> add(store, rule, message));
    }

    private List<Observation> observations(Store store, List<SnapshotEntry> entries) {
        List<SiteUse> uses = store.uses().all();
        return RecordedHistory.of(store, entries, change -> meaning.of(uses, change));
    }

    private static void add(WritableStore store, Rule rule, Message message) {
        store.outbox()
                .add(new OutgoingMessage(
                        message.id(),
                        message.createdAt(),
                        message.kind().word(),
                        message.rule(),
                        message.subject(),
                        MessageJson.write(message),
                        rule.channels().stream().distinct().toList()));
    }
}
