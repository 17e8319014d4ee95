package org.ianawatch.sync;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.ianawatch.csv.CsvReader;
import org.ianawatch.csv.MalformedFileException;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.diff.Differ;
import org.ianawatch.registry.Roles;
import org.ianawatch.registry.SiteUse;
import org.ianawatch.store.NewSnapshot;
import org.ianawatch.store.Origin;
import org.ianawatch.store.QuarantineEntry;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.Store;
import org.ianawatch.store.StoredSnapshot;
import org.ianawatch.store.SyncRun;
import org.jspecify.annotations.Nullable;

/**
 * Says what a download is: it is parsed, compared, and shown to the guard.
 *
 * @param source the source's name
 * @param now when the check began
 */
record Judge(String source, Instant now, GuardLimits limits) {
    /**
     * What a download is.
     *
     * @param newest the snapshot before it, or null where it is the first
     * @param changes what it changes, or null where it is the first
     * @param refusal what stands against it, if anything does
     * @param isSettled whether the server has sent it for so long that it is taken all the same
     * @param uses what this site uses
     */
    record Verdict(
            NewSnapshot candidate,
            @Nullable StoredSnapshot newest,
            @Nullable ChangeSet changes,
            @Nullable Refusal refusal,
            boolean isSettled,
            List<SiteUse> uses) {}

    /** Judges the first of a store. */
    Verdict first(Check.Download download, Roles roles) throws MalformedFileException {
        NewSnapshot candidate = candidate(new CsvReader(roles), download, now);
        return new Verdict(candidate, null, null, Guard.judgeFirst(candidate).orElse(null), false, List.of());
    }

    /**
     * Judges one that comes after the newest snapshot.
     *
     * @param willBeStored whether it can become a snapshot, whose name it has then
     */
    Verdict next(Check.Download download, SnapshotEntry newest, Store store, boolean willBeStored)
            throws MalformedFileException {
        StoredSnapshot before = store.stored(newest);
        NewSnapshot candidate = candidate(CsvReader.after(before.file(), store.roles()), download, observedAt(newest));
        String label = willBeStored ? SnapshotEntry.label(newest.number() + 1, candidate.observedAt()) : source;
        ChangeSet changes = Differ.diff(before.snapshot(), candidate.file().snapshot(label, candidate.sha256()));
        Refusal refusal =
                new Guard(limits).judge(candidate, newest, changes, store).orElse(null);
        boolean isSettled = refusal != null && isSettled(refusal, download, newest, store);
        return new Verdict(
                candidate, before, changes, refusal, isSettled, store.uses().all());
    }

    private NewSnapshot candidate(CsvReader reader, Check.Download download, Instant observedAt)
            throws MalformedFileException {
        byte[] bytes = download.bytes();
        return new NewSnapshot(reader.read(bytes), download.sha256(), bytes.length, observedAt, Origin.SYNC, source);
    }

    /** A clock that was set back must not put a snapshot before those that are there. */
    private Instant observedAt(SnapshotEntry newest) {
        return now.isAfter(newest.observedAt()) ? now : newest.observedAt().plusMillis(1);
    }

    private boolean isSettled(Refusal refusal, Check.Download download, SnapshotEntry newest, Store store) {
        return store.quarantine()
                .open(download.sha256())
                .filter(entry -> entry.state() == QuarantineEntry.State.WAITING)
                .map(entry -> settlesAt(refusal, entry, newest, store))
                .filter(time -> !time.isAfter(now))
                .isPresent();
    }

    /**
     * When a refused download is taken by itself, if the source still gives it then; null where it never is. A step back came
     * after the newest snapshot and after the last success; a clock that was behind says otherwise.
     */
    @Nullable
    Instant settlesAt(Refusal refusal, QuarantineEntry entry, @Nullable SnapshotEntry newest, Store store) {
        if (newest == null || refusal.reason() != Refusal.Reason.STEP_BACK) {
            return null;
        }
        Instant success = store.runs().lastSuccess().map(SyncRun::finishedAt).orElse(Instant.EPOCH);
        return Stream.of(newest.observedAt(), success)
                .filter(time -> !time.isAfter(now))
                .reduce(entry.firstSeenAt(), (one, other) -> one.isAfter(other) ? one : other)
                .plus(limits.settle());
    }
}
