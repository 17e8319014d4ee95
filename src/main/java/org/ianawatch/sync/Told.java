package org.ianawatch.sync;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.ianawatch.alert.DigestPeriod;
import org.ianawatch.alert.Observation;
import org.ianawatch.alert.Rule;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.Store;
import org.ianawatch.store.SyncRun;
import org.jspecify.annotations.Nullable;

/**
 * Until when rules were told. It is the time of the last snapshot that was, and never that of a clock, which may have been
 * ahead: what is stored later has a later time than those before it, whatever the clock says.
 */
final class Told {
    private final Store store;
    private final @Nullable SnapshotEntry before;
    private final Instant now;
    private final @Nullable Stored stored;
    private final Map<Integer, Observation> observations = new TreeMap<>();

    /**
     * What rules know when a check ends.
     *
     * @param before the newest snapshot when it began, or null where there was none
     * @param now when it began
     * @param stored what it stored, or null where it stored nothing
     */
    Told(Store store, @Nullable SnapshotEntry before, Instant now, @Nullable Stored stored) {
        this.store = store;
        this.before = before;
        this.now = now;
        this.stored = stored;
    }

    /** What snapshots brought, the oldest first; read once, and what was stored just now is not read at all. */
    List<Observation> observations(List<SnapshotEntry> entries) {
        if (stored != null) {
            observations.computeIfAbsent(stored.entry().number(), unused -> stored.observation(store));
        }
        List<SnapshotEntry> unread = entries.stream()
                .filter(entry -> !observations.containsKey(entry.number()))
                .toList();
        RecordedHistory.of(store, unread).forEach(observation -> observations.put(observation.snapshot(), observation));
        return entries.stream()
                .map(entry -> Objects.requireNonNull(observations.get(entry.number())))
                .toList();
    }

    /** Told of all snapshots until this one, inclusive; of none where it is null. */
    static Instant until(@Nullable SnapshotEntry last) {
        return last == null ? Instant.EPOCH : last.observedAt().plusMillis(1);
    }

    /** Where a rule begins that is new: with this check, or with the day or week of the last one. */
    Instant ofNew(Rule rule) {
        Instant told = until(before);
        // What is dated later than now was told by the day on which a check found it.
        if (rule.digest() == DigestPeriod.AT_ONCE || told.isAfter(now)) {
            return told;
        }
        Instant last = store.runs().last().map(SyncRun::startedAt).orElse(now);
        Instant start = rule.digest().startOf(last.isAfter(now) ? now : last);
        return start.isBefore(told) ? start : told;
    }

    /**
     * What was told really where a time was noted that is later than now and than all snapshots: those that were there at the
     * first check of that time. Empty where what was noted can be true.
     */
    Optional<Instant> pulledBack(Instant noted) {
        Instant latest = until(before);
        if (!noted.isAfter(now) || !noted.isAfter(latest)) {
            return Optional.empty();
        }
        Optional<Integer> newest = store.runs().newestWhenFirstAfter(now);
        return Optional.of(newest.flatMap(this::snapshot).map(Told::until).orElse(latest));
    }

    /** The snapshots of which a rule was not told, oldest first. */
    List<SnapshotEntry> since(Instant told) {
        return store.snapshots().stream()
                .filter(entry -> !entry.observedAt().isBefore(told))
                .sorted(Comparator.comparing(SnapshotEntry::number))
                .toList();
    }

    /** When a snapshot was observed; where that is still to come, when a check found it first, or else now. */
    Instant observedAt(SnapshotEntry entry) {
        if (!entry.observedAt().isAfter(now)) {
            return entry.observedAt();
        }
        return store.runs()
                .firstWith(entry.number())
                .filter(found -> found.isBefore(now))
                .orElse(now);
    }

    private Optional<SnapshotEntry> snapshot(int number) {
        return store.snapshots().stream()
                .filter(entry -> entry.number() == number)
                .findFirst();
    }
}
