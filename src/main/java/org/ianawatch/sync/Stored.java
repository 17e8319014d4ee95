package org.ianawatch.sync;

import java.util.ArrayList;
import java.util.List;
import org.ianawatch.alert.Observation;
import org.ianawatch.alert.UseMeaning;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.registry.Entry;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot that was stored just now.
 *
 * @param changes what it changes, or null for the first
 */
record Stored(SnapshotEntry entry, @Nullable ChangeSet changes) {
    /** What it brought, as rules see it, and what that means for what the site relies on today. */
    Observation observation(Store store) {
        List<Entry> rows = new ArrayList<>();
        if (changes != null) {
            rows.addAll(changes.removedRows());
            rows.addAll(changes.addedRows());
        }
        return Observation.of(
                entry.number(),
                entry.sha256(),
                entry.observedAt(),
                changes == null ? List.of() : changes.changes(),
                rows,
                new UseMeaning(store.uses().all())::of);
    }
}
