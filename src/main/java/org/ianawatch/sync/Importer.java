package org.ianawatch.sync;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ianawatch.csv.CsvFile;
import org.ianawatch.csv.CsvReader;
import org.ianawatch.csv.MalformedFileException;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.diff.Differ;
import org.ianawatch.registry.Snapshot;
import org.ianawatch.store.NewSnapshot;
import org.ianawatch.store.Origin;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.WritableStore;
import org.jspecify.annotations.Nullable;

/** Appends dated files to a store that is open for writing. */
final class Importer {
    /** The disk is waited for once for so many files, since that takes longer than all the rest. */
    private static final int FILES_PER_SYNC = 8;

    private final WritableStore store;
    private final Guard guard;
    private final boolean strict;
    private final ImportListener listener;
    private final CsvReader reader;
    private final List<Runnable> news = new ArrayList<>();
    private final List<SnapshotEntry> taken = new ArrayList<>();
    private @Nullable Snapshot newest;

    /** Appends to the store; {@code strict} is whether to stop at a file that the guard would refuse. */
    Importer(WritableStore store, GuardLimits limits, boolean strict, ImportListener listener) {
        this.store = store;
        this.reader = new CsvReader(store.roles());
        this.guard = new Guard(limits);
        this.strict = strict;
        this.listener = listener;
    }

    /** Takes a file that is not older than the newest snapshot. */
    void take(DatedFile file) throws IOException, ImportRefusedException {
        take(ReadFile.of(file));
    }

    /** Takes a file that is not older than the newest snapshot, and was read already. */
    void take(ReadFile read) throws ImportRefusedException {
        DatedFile file = read.file();
        byte[] bytes = read.bytes();
        String sha256 = read.sha256();
        Optional<SnapshotEntry> inForce = store.inForce(file.date());
        if (inForce.isPresent() && inForce.get().sha256().equals(sha256)) {
            news.add(() -> listener.known(file.path(), inForce.get()));
            return;
        }
        Optional<SnapshotEntry> last = store.newest();
        if (last.isPresent() && !file.date().isAfter(last.get().observedAt())) {
            throw new ImportRefusedException(
                    file.path() + " has the time of " + last.get().label()
                            + ", and says something else: give it another date with --at",
                    false);
        }
        NewSnapshot candidate = parse(file, bytes, sha256);
        ChangeSet changes = changes(candidate);
        Optional<Refusal> refusal = judge(candidate, changes);
        if (refusal.isPresent() && strict) {
            throw new ImportRefusedException(
                    file.path() + " is refused (--strict): " + refusal.get().message(), false);
        }
        refusal.ifPresent(doubt -> news.add(() -> listener.doubted(file.path(), doubt)));
        SnapshotEntry entry = store(candidate, changes);
        taken.add(entry);
        int count = changes == null ? 0 : changes.changes().size();
        news.add(() -> listener.stored(file.path(), entry, count));
        if (news.size() >= FILES_PER_SYNC) {
            sync();
        }
    }

    /** Waits until all that was taken is on the disk, and says so. */
    void sync() {
        if (!news.isEmpty()) {
            store.sync();
            store.reclaim();
            news.forEach(Runnable::run);
            news.clear();
        }
    }

    /** What became of the files that were taken, in their order. */
    List<SnapshotEntry> taken() {
        return List.copyOf(taken);
    }

    /** Takes what was a snapshot before, unless it says what the newest says. */
    void keep(NewSnapshot snapshot) {
        boolean same =
                store.newest().isPresent() && store.newest().get().sha256().equals(snapshot.sha256());
        if (!same) {
            store(snapshot, changes(snapshot));
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

    private Optional<Refusal> judge(NewSnapshot candidate, @Nullable ChangeSet changes) {
        return changes == null
                ? Guard.judgeFirst(candidate)
                : guard.judge(candidate, store.newest().orElseThrow(), changes, store);
    }

    private SnapshotEntry store(NewSnapshot candidate, @Nullable ChangeSet changes) {
        store.commitUnsynced(() -> store.append(candidate, changes));
        newest = snapshot(candidate);
        return store.newest().orElseThrow();
    }

    private @Nullable ChangeSet changes(NewSnapshot candidate) {
        if (newest == null) {
            newest = store.newest().map(store::read).orElse(null);
        }
        return newest == null ? null : Differ.diff(newest, snapshot(candidate));
    }

    private static Snapshot snapshot(NewSnapshot candidate) {
        return candidate.file().snapshot(candidate.source(), candidate.sha256());
    }
}
