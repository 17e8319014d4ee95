package org.ianawatch.sync;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ianawatch.alert.Bulk;
import org.ianawatch.csv.CsvFile;
import org.ianawatch.csv.CsvReader;
import org.ianawatch.csv.MalformedFileException;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.diff.Differ;
import org.ianawatch.registry.Roles;
import org.ianawatch.store.NewSnapshot;
import org.ianawatch.store.Origin;
import org.ianawatch.store.QuarantineEntry;
import org.ianawatch.store.QuarantineEntry.State;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.WritableStore;

/** What a person decides about a download that the guard refused. */
public final class QuarantineJob {
    private final WritableStore store;
    private final Clock clock;
    private final Alerts alerts;

    /** Decisions on a store that is open for writing, and who is told of them. */
    public QuarantineJob(WritableStore store, Clock clock, Alerts alerts) {
        this.store = store;
        this.clock = clock;
        this.alerts = alerts;
    }

    /**
     * Takes a refused download as the newest snapshot.
     *
     * @throws IllegalArgumentException when there is none of that number to decide about, or it cannot be stored
     */
    public SyncResult.Changed accept(long number) {
        QuarantineEntry entry = open(number);
        byte[] bytes = store.quarantine().bytes(entry);
        Optional<SnapshotEntry> newest = store.newest();
        if (newest.isPresent() && newest.get().sha256().equals(entry.sha256())) {
            throw new IllegalArgumentException("quarantine " + number + " is what "
                    + newest.get().label() + " has: 'ianawatch quarantine drop " + number + "' removes it");
        }
        NewSnapshot candidate = parse(entry, bytes, newest, store.roles());
        ChangeSet changes = newest.map(before -> Differ.diff(
                        store.read(before),
                        candidate
                                .file()
                                .snapshot(
                                        SnapshotEntry.label(before.number() + 1, candidate.observedAt()),
                                        candidate.sha256())))
                .orElse(null);
        store.commit(() -> {
            SnapshotEntry accepted = store.append(candidate, changes);
            store.quarantine().end(entry, State.ACCEPTED);
            alerts.summarize(store, Bulk.Cause.ACCEPTED, new Stored(accepted, changes), clock.instant());
            alerts.operators().tellOfSource(store, clock.instant());
        });
        store.quarantine().removeFile(entry);
        store.quarantine().removeExpired();
        Refusal overruled = Refusal.of(entry);
        return new SyncResult.Changed(
                store.newest().orElseThrow(),
                candidate.file().records().size(),
                changes,
                overruled,
                overruled.reason() == Refusal.Reason.STEP_BACK ? GuardLimits.DEFAULT.settle() : null,
                store.uses().all());
    }

    /**
     * Drops refused downloads: all of them, or none.
     *
     * @throws IllegalArgumentException when one of the numbers has none to decide about
     */
    public List<QuarantineEntry> drop(List<Long> numbers) {
        return dropEach(numbers.stream().distinct().map(this::open).toList());
    }

    /** Drops all that there is to decide about, oldest first. */
    public List<QuarantineEntry> dropAll() {
        return dropEach(store.quarantine().newestFirst().stream()
                .filter(entry -> entry.state().isOpen())
                .sorted(Comparator.comparing(QuarantineEntry::number))
                .toList());
    }

    private List<QuarantineEntry> dropEach(List<QuarantineEntry> entries) {
        store.commit(() -> entries.forEach(entry -> store.quarantine().end(entry, State.DROPPED)));
        entries.forEach(store.quarantine()::removeFile);
        return entries;
    }

    private QuarantineEntry open(long number) {
        QuarantineEntry entry = store.quarantine()
                .find(number)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no quarantine " + number + ": 'ianawatch quarantine list' shows what there is"));
        if (entry.state() == State.EXPIRED) {
            throw new IllegalArgumentException("quarantine " + number
                    + " has expired: what it held is stored, or older than the newest snapshot, or could not be read");
        }
        if (!entry.state().isOpen()) {
            throw new IllegalArgumentException(
                    "quarantine " + number + " was " + entry.state().word() + " before");
        }
        return entry;
    }

    private NewSnapshot parse(QuarantineEntry entry, byte[] bytes, Optional<SnapshotEntry> newest, Roles roles) {
        try {
            CsvFile file = new CsvReader(roles).read(bytes);
            Instant now = clock.instant();
            Instant observedAt = newest.map(SnapshotEntry::observedAt)
                    .filter(last -> !now.isAfter(last))
                    .map(last -> last.plusMillis(1))
                    .orElse(now);
            return new NewSnapshot(file, entry.sha256(), bytes.length, observedAt, Origin.ACCEPTED, entry.source());
        } catch (MalformedFileException malformed) {
            throw new IllegalArgumentException(
                    "quarantine " + entry.number() + " cannot be accepted: "
                            + Refusal.of(malformed).message() + "; 'ianawatch quarantine drop " + entry.number()
                            + "' removes it",
                    malformed);
        }
    }
}
