package org.ianawatch.answer;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.ianawatch.diff.Kind;
import org.ianawatch.store.RecordedChange;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.Store;

/** Makes the content of a registry's file from an open store. A long history is read in parts, and not held in memory. */
final class RegistryContent {
    /** Snapshots whose changes are read at once. */
    private static final int SNAPSHOTS_AT_ONCE = 64;

    private RegistryContent() {}

    /** Writes the file to a stream that buffers. */
    static void write(Store store, OutputStream out) throws IOException {
        AnswerFileWriter file = new AnswerFileWriter(out);
        RowsWriter rows = new RowsWriter(file, store.roles());
        store.eachRow(rows::add);
        rows.finish();
        changes(store, file);
        file.finish();
    }

    private static void changes(Store store, AnswerFileWriter file) throws IOException {
        List<SnapshotEntry> snapshots = new ArrayList<>(store.snapshots());
        Collections.reverse(snapshots);
        Map<Integer, Map<Kind, Integer>> counts = store.counts(1, snapshots.size());
        ChangesWriter changes = new ChangesWriter(file);
        SnapshotsWriter written = new SnapshotsWriter();
        for (int begin = 0; begin < snapshots.size(); begin += SNAPSHOTS_AT_ONCE) {
            List<SnapshotEntry> some = snapshots.subList(begin, Math.min(begin + SNAPSHOTS_AT_ONCE, snapshots.size()));
            List<RecordedChange> recorded = store.changes(
                    some.get(0).number(), some.get(some.size() - 1).number());
            int next = 0;
            for (SnapshotEntry entry : some) {
                written.add(entry, counts.getOrDefault(entry.number(), Map.of()), changes.size());
                while (next < recorded.size() && recorded.get(next).snapshot() == entry.number()) {
                    changes.add(recorded.get(next++));
                }
            }
        }
        changes.finish();
        written.finish(file);
    }
}
