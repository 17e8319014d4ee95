package org.ianawatch.sync;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.alert.Bulk;
import org.ianawatch.csv.CsvFile;
import org.ianawatch.store.NewSnapshot;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.Store;
import org.ianawatch.store.WritableStore;

/**
 * Puts files between and before the snapshots that there are. Rows and numbers depend on all that came before, so the
 * store is made anew from both, beside the old one, and takes its place when it is whole.
 */
final class Backfill {
    private final Store old;
    private final WritableStore target;
    private final Importer importer;
    private final Alerts alerts;
    private final List<Runnable> news = new ArrayList<>();

    /**
     * A backfill.
     *
     * @param old the store that there is
     * @param target an empty one beside it
     */
    Backfill(
            Store old,
            WritableStore target,
            GuardLimits limits,
            boolean strict,
            Alerts alerts,
            ImportListener listener) {
        this.old = old;
        this.target = target;
        this.alerts = alerts;
        this.importer = new Importer(target, limits, strict, new Later(listener));
    }

    /** Fills the new store and puts it in the old one's place; then the listener hears all at once. */
    void run(List<DatedFile> files, Instant now) throws IOException, ImportRefusedException {
        List<SnapshotEntry> entries = new ArrayList<>(old.snapshots());
        entries.sort(Comparator.comparing(SnapshotEntry::number));
        Map<Integer, Integer> numbers = new HashMap<>();
        int next = 0;
        for (SnapshotEntry entry : entries) {
            while (next < files.size() && files.get(next).date().isBefore(entry.observedAt())) {
                importer.take(files.get(next++));
            }
            CsvFile file = old.file(entry);
            importer.keep(new NewSnapshot(
                    file, entry.sha256(), entry.byteCount(), entry.observedAt(), entry.origin(), entry.source()));
            numbers.put(entry.number(), target.newest().orElseThrow().number());
        }
        for (DatedFile file : files.subList(next, files.size())) {
            importer.take(file);
        }
        importer.sync();
        target.commit(() -> {
            target.copyChecks(old, numbers);
            alerts.summarize(target, Bulk.Cause.IMPORT, importer.taken(), now);
        });
        target.takePlace();
        news.forEach(Runnable::run);
    }

    /** Holds the news back until they are true. */
    private final class Later implements ImportListener {
        private final ImportListener listener;

        Later(ImportListener listener) {
            this.listener = listener;
        }

        @Override
        public void stored(Path file, SnapshotEntry snapshot, int changes) {
            news.add(() -> listener.stored(file, snapshot, changes));
        }

        @Override
        public void known(Path file, SnapshotEntry snapshot) {
            news.add(() -> listener.known(file, snapshot));
        }

        @Override
        public void doubted(Path file, Refusal refusal) {
            news.add(() -> listener.doubted(file, refusal));
        }
    }
}
