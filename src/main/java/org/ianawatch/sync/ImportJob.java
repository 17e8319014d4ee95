package org.ianawatch.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.ianawatch.csv.CsvFile;
import org.ianawatch.csv.CsvReader;
import org.ianawatch.csv.MalformedFileException;
import org.ianawatch.csv.Sha256;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.diff.Differ;
import org.ianawatch.registry.Snapshot;
import org.ianawatch.store.NewSnapshot;
import org.ianawatch.store.Origin;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.WritableStore;
import org.jspecify.annotations.Nullable;

/** Takes history from dated files, oldest first, into a store that is open for writing. */
public final class ImportJob {
    private final WritableStore store;
    private final Guard guard;
    private final boolean strict;
    private final ImportListener listener;
    private final CsvReader reader = new CsvReader();
    private @Nullable Snapshot newest;

    /**
     * An import.
     *
     * @param strict whether to stop at a file that the guard would refuse
     */
    public ImportJob(WritableStore store, GuardLimits limits, boolean strict, ImportListener listener) {
        this.store = store;
        this.guard = new Guard(limits);
        this.strict = strict;
        this.listener = listener;
    }

    /**
     * Takes the files.
     *
     * @param files in date order
     * @throws ImportRefusedException at the first that cannot be taken; those before it stay
     */
    public void run(List<DatedFile> files) throws IOException, ImportRefusedException {
        for (DatedFile file : files) {
            byte[] bytes = Files.readAllBytes(file.path());
            String sha256 = Sha256.of(bytes);
            Optional<SnapshotEntry> inForce = store.inForce(file.date());
            if (inForce.isPresent() && inForce.get().sha256().equals(sha256)) {
                listener.known(file.path(), inForce.get());
            } else {
                refuseWhatIsOlder(file);
                take(file, parse(file, bytes, sha256));
            }
        }
    }

    private void refuseWhatIsOlder(DatedFile file) throws ImportRefusedException {
        Optional<SnapshotEntry> last = store.newest();
        if (last.isPresent() && !file.date().isAfter(last.get().observedAt())) {
            throw new ImportRefusedException(
                    file.path() + " is older than " + last.get().label() + " and not yet in the store", false);
        }
    }

    private NewSnapshot parse(DatedFile file, byte[] bytes, String sha256) throws ImportRefusedException {
        try {
            CsvFile csv = reader.read(bytes);
            String name = file.path().getFileName().toString();
            return new NewSnapshot(csv, sha256, bytes.length, file.date(), Origin.IMPORT, name);
        } catch (MalformedFileException malformed) {
            throw new ImportRefusedException(
                    file.path() + " cannot be imported: "
                            + Refusal.of(malformed).message(),
                    true);
        }
    }

    private void take(DatedFile file, NewSnapshot candidate) throws ImportRefusedException {
        Snapshot snapshot = candidate.file().snapshot(file.path().toString(), candidate.sha256());
        Optional<SnapshotEntry> before = store.newest();
        ChangeSet changes = null;
        Optional<Refusal> refusal = Guard.judgeFirst(candidate);
        if (before.isPresent()) {
            changes = Differ.diff(newest == null ? store.read(before.get()) : newest, snapshot);
            refusal = guard.judge(candidate, before.get(), changes, store);
        }
        if (refusal.isPresent() && strict) {
            throw new ImportRefusedException(
                    file.path() + " is refused (--strict): " + refusal.get().message(), false);
        }
        refusal.ifPresent(doubt -> listener.doubted(file.path(), doubt));
        ChangeSet found = changes;
        store.commit(() -> store.append(candidate, found));
        newest = snapshot;
        int count = found == null ? 0 : found.changes().size();
        listener.stored(file.path(), store.newest().orElseThrow(), count);
    }
}
