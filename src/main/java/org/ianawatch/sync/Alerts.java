package org.ianawatch.sync;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ianawatch.alert.Bulk;
import org.ianawatch.alert.Digest;
import org.ianawatch.alert.DigestPeriod;
import org.ianawatch.alert.Due;
import org.ianawatch.alert.MessageWriter;
import org.ianawatch.alert.Observation;
import org.ianawatch.alert.Rule;
import org.ianawatch.registry.Snapshot;
import org.ianawatch.store.Origin;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.Store;
import org.ianawatch.store.TimeToCome;
import org.ianawatch.store.WritableStore;
import org.jspecify.annotations.Nullable;

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
     * @param before the newest snapshot when this check began, or null where there was none
     * @param now when this check began
     * @param stored what this check stored, or null where it stored nothing
     * @param notes hears what was put right
     */
    void tell(
            WritableStore store,
            @Nullable SnapshotEntry before,
            Instant now,
            @Nullable Stored stored,
            Consumer<String> notes) {
        if (rules.isEmpty()) {
            return;
        }
        store.ruleProgress().keepOnly(rules.stream().map(Rule::name).toList());
        Told told = new Told(store, before, now, stored);
        ChannelMessages messages = new ChannelMessages(rules);
        for (Rule rule : rules) {
            Optional<Instant> noted = store.ruleProgress().toldUntil(rule.name());
            Instant start = noted.isEmpty() ? told.ofNew(rule) : trueUntil(told, rule, noted.get(), notes);
            Instant until = gather(store, told, rule, start, now, messages);
            if (noted.isEmpty() || !noted.get().equals(until)) {
                store.ruleProgress().tellUntil(rule.name(), until);
            }
        }
        messages.changes(new MessageWriter(Snapshot.REGISTRY))
                .forEach((message, channels) -> ChannelMessages.send(store, message, channels, now));
    }

    private static Instant trueUntil(Told told, Rule rule, Instant noted, Consumer<String> notes) {
        Optional<Instant> pulledBack = told.pulledBack(noted);
        pulledBack.ifPresent(until -> notes.accept("rule '" + rule.name() + "' was noted as told until "
                + TimeToCome.words(noted) + "; it is told from " + until + " on"));
        return pulledBack.orElse(noted);
    }

    /** Much at once, in one message for each channel; inside {@link WritableStore#commit}, after it was appended. */
    void summarize(WritableStore store, Bulk.Cause cause, Collection<SnapshotEntry> entries, Instant now) {
        if (!rules.isEmpty() && !entries.isEmpty()) {
            summarize(store, new Bulk(cause, registrations(store), RecordedHistory.of(store, entries)), now);
        }
    }

    /** What was stored just now, in one message for each channel; inside {@link WritableStore#commit}. */
    void summarize(WritableStore store, Bulk.Cause cause, Stored stored, Instant now) {
        if (!rules.isEmpty()) {
            summarize(store, new Bulk(cause, registrations(store), List.of(stored.observation(store))), now);
        }
    }

    private static int registrations(Store store) {
        return store.newest().map(SnapshotEntry::recordCount).orElse(0);
    }

    private void summarize(WritableStore store, Bulk bulk, Instant now) {
        new ChannelMessages(rules)
                .summaries(onChannel -> bulk.summary(Snapshot.REGISTRY, onChannel, now))
                .forEach((message, channels) -> ChannelMessages.send(store, message, channels, now));
    }

    /** Takes up what is due of a rule; the answer is until when it is told then. */
    private static Instant gather(
            WritableStore store, Told told, Rule rule, Instant toldUntil, Instant now, ChannelMessages messages) {
        SnapshotEntry newest = store.newest().orElse(null);
        if (!Told.until(newest).isAfter(toldUntil)) {
            return toldUntil;
        }
        List<SnapshotEntry> since = told.since(toldUntil);
        List<Observation> observations = told.observations(since.stream()
                .filter(entry -> TOLD_ONE_BY_ONE.contains(entry.origin()))
                .toList());
        boolean gathers = rule.digest() != DigestPeriod.AT_ONCE;
        Digest digest = Digest.of(rule.digest(), now, gathers ? dated(told, since, observations) : observations);
        digest.due().forEach(due -> messages.take(new Due(rule, due)));
        if (digest.waiting().isEmpty()) {
            return Told.until(newest);
        }
        int firstWaiting = digest.waiting().get(0).snapshot();
        return since.stream()
                .filter(entry -> entry.number() < firstWaiting)
                .reduce((one, next) -> next)
                .map(Told::until)
                .orElse(toldUntil);
    }

    /** A day that is still to come would never be over. */
    private static List<Observation> dated(Told told, List<SnapshotEntry> entries, List<Observation> observations) {
        Map<Integer, SnapshotEntry> byNumber =
                entries.stream().collect(Collectors.toMap(SnapshotEntry::number, Function.identity()));
        return observations.stream()
                .map(observation -> observation.observedAt(
                        told.observedAt(Objects.requireNonNull(byNumber.get(observation.snapshot())))))
                .toList();
    }
}
