package org.ianawatch.sync;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ianawatch.alert.Observation;
import org.ianawatch.alert.UseMeaning;
import org.ianawatch.diff.Change;
import org.ianawatch.registry.Entry;
import org.ianawatch.store.RecordedChange;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.Store;

/** What the snapshots of a store brought, as rules see it. */
public final class RecordedHistory {
    private RecordedHistory() {}

    /**
     * What some snapshots brought, the oldest first, and what that means for what the site relies on today.
     *
     * @param snapshots in any order
     */
    public static List<Observation> of(Store store, Collection<SnapshotEntry> snapshots) {
        if (snapshots.isEmpty()) {
            return List.of();
        }
        List<SnapshotEntry> oldestFirst = snapshots.stream()
                .sorted(Comparator.comparing(SnapshotEntry::number))
                .toList();
        int first = oldestFirst.get(0).number();
        int last = oldestFirst.get(oldestFirst.size() - 1).number();
        Map<Integer, List<Change>> changes = store.changes(first, last).stream()
                .collect(Collectors.groupingBy(
                        RecordedChange::snapshot, Collectors.mapping(RecordedChange::change, Collectors.toList())));
        Map<Integer, List<Entry>> rows = store.changedRows(first, last);
        UseMeaning meaning = new UseMeaning(store.uses().all());
        List<Observation> observations = new ArrayList<>();
        for (SnapshotEntry entry : oldestFirst) {
            observations.add(Observation.of(
                    entry.number(),
                    entry.sha256(),
                    entry.observedAt(),
                    changes.getOrDefault(entry.number(), List.of()),
                    rows.getOrDefault(entry.number(), List.of()),
                    meaning::of));
        }
        return observations;
    }
}
