package org.ianawatch.sync;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ianawatch.alert.Bulk;
import org.ianawatch.csv.CsvReader;
import org.ianawatch.csv.MalformedFileException;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.diff.Differ;
import org.ianawatch.fetch.GroupPage;
import org.ianawatch.fetch.SourceUnreadableException;
import org.ianawatch.fetch.Validators;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Sha256;
import org.ianawatch.registry.SiteUse;
import org.ianawatch.store.NewSnapshot;
import org.ianawatch.store.Origin;
import org.ianawatch.store.QuarantineEntry;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.Store;
import org.ianawatch.store.StoreBusyException;
import org.ianawatch.store.StoredSnapshot;
import org.ianawatch.store.SyncRun;
import org.ianawatch.store.SyncRun.Outcome;
import org.ianawatch.store.TimeToCome;
import org.ianawatch.store.Validated;
import org.ianawatch.store.WritableStore;
import org.ianawatch.store.WriterLock;
import org.jspecify.annotations.Nullable;

/** The job that cron starts: fetch, parse, guard, diff, store. */
public final class SyncJob {
    private final Source source;
    private final Clock clock;
    private final SyncRequest request;
    private final Alerts alerts;
    private final Consumer<String> listener;
    private final Instant startedAt;
    private final List<String> notes = new ArrayList<>();

    /** A job that runs once, and tells nobody. */
    public SyncJob(Source source, Clock clock, SyncRequest request) {
        this(source, clock, request, Alerts.NONE, note -> {});
    }

    /**
     * A job that runs once, and writes into the outbox what the alerts want told. It sends nothing.
     *
     * @param listener hears what is strange about the clock, a sentence each, when the job has ended
     */
    public SyncJob(Source source, Clock clock, SyncRequest request, Alerts alerts, Consumer<String> listener) {
        this.source = source;
        this.clock = clock;
        this.request = request;
        this.alerts = alerts;
        this.listener = listener;
        // The store has no finer times, and what is compared with its times must not be finer either.
        this.startedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Runs the job.
     *
     * @param lock the right to change the store
     * @throws SourceUnreadableException when the source gives nothing; the check is in the store
     * @throws StoreBusyException when others are reading the store and do not end
     */
    public SyncResult run(WriterLock lock) throws SourceUnreadableException, StoreBusyException, InterruptedException {
        return runAndTell(lock);
    }

    /** Finds out how the job would end, and leaves everything as it is. */
    public SyncResult rehearse() throws SourceUnreadableException, StoreBusyException, InterruptedException {
        return runAndTell(null);
    }

    private SyncResult runAndTell(@Nullable WriterLock lock)
            throws SourceUnreadableException, StoreBusyException, InterruptedException {
        try {
            return runWith(lock);
        } finally {
            notes.forEach(listener);
        }
    }

    private SyncResult runWith(@Nullable WriterLock lock)
            throws SourceUnreadableException, StoreBusyException, InterruptedException {
        source.prepare();
        Known known = known();
        known.toCome().ifPresent(this::note);
        Reading reading = read(lock, known);
        modifiedAt(reading.validators()).ifPresent(this::noteModified);
        byte[] bytes = reading.bytes();
        SnapshotEntry newest = known.newest();
        if (bytes == null) {
            return unchanged(lock, known, reading);
        }
        String sha256 = Sha256.of(bytes).digits();
        if (newest != null && sha256.equals(newest.sha256())) {
            return unchanged(lock, known, reading);
        }
        Download download = new Download(bytes, sha256);
        try {
            Verdict verdict = newest == null ? judgeFirst(download) : judge(download, newest, lock != null);
            return take(lock, newest, download, verdict, reading.validators());
        } catch (MalformedFileException malformed) {
            return refuse(lock, newest, download, Refusal.of(malformed));
        }
    }

    /** What the store knows before the download; the store is not held open during it, so that others can read. */
    private record Known(
            @Nullable SnapshotEntry newest, @Nullable Validated validated, Optional<SnapshotEntry> toCome) {}

    private Known known() throws StoreBusyException, InterruptedException {
        if (!request.home().hasStore()) {
            return new Known(null, null, Optional.empty());
        }
        try (Store store = Store.open(request.home(), request.patience())) {
            return new Known(store.newest().orElse(null), store.validated().orElse(null), store.firstAfter(startedAt));
        }
    }

    private void note(SnapshotEntry toCome) {
        if (TimeToCome.is(toCome.observedAt(), startedAt)) {
            notes.add(TimeToCome.words(toCome));
        }
    }

    /** No file is of a time that is still to come, so that one of the clocks is wrong. */
    private void noteModified(Instant modifiedAt) {
        if (TimeToCome.is(modifiedAt, startedAt)) {
            notes.add("by the server's clock its file is of " + modifiedAt + ", and by this machine's it is "
                    + startedAt + ": one of them is wrong, and the times in the store go by this machine's");
        }
    }

    /** When the server last changed its file (RFC 9110, section 8.8.2), where it says so in the form that is asked for. */
    private static Optional<Instant> modifiedAt(Validators validators) {
        String lastModified = validators.lastModified();
        try {
            return lastModified == null
                    ? Optional.empty()
                    : Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(lastModified)));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private Reading read(@Nullable WriterLock lock, Known known)
            throws SourceUnreadableException, StoreBusyException, InterruptedException {
        try {
            return source.read(validators(known));
        } catch (SourceUnreadableException unreadable) {
            if (lock != null) {
                try (WritableStore store = WritableStore.open(lock, request.home(), request.patience())) {
                    store.commit(() ->
                            record(store, known.newest(), run(Outcome.UNREADABLE, null, unreadable.getMessage())));
                }
            }
            throw unreadable;
        }
    }

    /** The server may only be asked about the very content that is the newest here. */
    private Validators validators(Known known) {
        Validated validated = known.validated();
        SnapshotEntry newest = known.newest();
        if (validated == null
                || newest == null
                || !validated.sha256().equals(newest.sha256())
                || !validated.source().equals(source.name())) {
            return Validators.NONE;
        }
        return new Validators(validated.entityTag(), validated.lastModified());
    }

    private SyncResult unchanged(@Nullable WriterLock lock, Known known, Reading reading)
            throws StoreBusyException, InterruptedException {
        SnapshotEntry newest = known.newest();
        if (newest == null) {
            throw new IllegalStateException(
                    "a server cannot know that nothing changed when it was not told since when");
        }
        boolean notModified = reading.bytes() == null;
        if (lock != null) {
            try (WritableStore store = WritableStore.open(lock, request.home(), request.patience())) {
                Outcome outcome = notModified ? Outcome.NOT_MODIFIED : Outcome.SAME_CONTENT;
                store.commit(() -> {
                    remember(store, reading.validators(), newest.sha256());
                    gone(store, newest.sha256());
                    store.quarantine().stored(newest.sha256());
                    record(store, newest, run(outcome, newest.number(), null));
                });
                store.quarantine().removeExpired();
            }
        }
        return new SyncResult.Unchanged(newest, notModified);
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Download(byte[] bytes, String sha256) {}

    /**
     * What a download is.
     *
     * @param newest the snapshot before it, or null where it is the first
     * @param changes what it changes, or null where it is the first
     * @param refusal what stands against it, if anything does
     * @param isSettled whether the server has sent it for so long that it is taken all the same
     * @param uses what this site uses
     */
    private record Verdict(
            NewSnapshot candidate,
            @Nullable StoredSnapshot newest,
            @Nullable ChangeSet changes,
            @Nullable Refusal refusal,
            boolean isSettled,
            List<SiteUse> uses) {}

    private Verdict judgeFirst(Download download) throws MalformedFileException {
        NewSnapshot candidate = candidate(new CsvReader(PortRegistry.ROLES), download, startedAt);
        return new Verdict(candidate, null, null, Guard.judgeFirst(candidate).orElse(null), false, List.of());
    }

    private Verdict judge(Download download, SnapshotEntry newest, boolean willBeStored)
            throws MalformedFileException, StoreBusyException, InterruptedException {
        try (Store store = Store.open(request.home(), request.patience())) {
            StoredSnapshot before = store.stored(newest);
            NewSnapshot candidate =
                    candidate(CsvReader.after(before.file(), PortRegistry.ROLES), download, observedAt(newest));
            String label =
                    willBeStored ? SnapshotEntry.label(newest.number() + 1, candidate.observedAt()) : source.name();
            ChangeSet changes = Differ.diff(before.snapshot(), candidate.file().snapshot(label, candidate.sha256()));
            Optional<Refusal> refusal = new Guard(request.limits()).judge(candidate, newest, changes, store);
            boolean settled = refusal.isPresent() && isSettled(refusal.get(), candidate, newest, store);
            return new Verdict(
                    candidate,
                    before,
                    changes,
                    refusal.orElse(null),
                    settled,
                    store.uses().all());
        }
    }

    private NewSnapshot candidate(CsvReader reader, Download download, Instant observedAt)
            throws MalformedFileException {
        return new NewSnapshot(
                reader.read(download.bytes()),
                download.sha256(),
                download.bytes().length,
                observedAt,
                Origin.SYNC,
                source.name());
    }

    private SyncResult take(
            @Nullable WriterLock lock,
            @Nullable SnapshotEntry newest,
            Download download,
            Verdict verdict,
            Validators validators)
            throws StoreBusyException, InterruptedException {
        Refusal refusal = verdict.refusal();
        if (refusal != null && !request.accept() && !verdict.isSettled()) {
            return refuse(lock, newest, download, refusal);
        }
        int records = verdict.candidate().file().records().size();
        if (lock == null) {
            return new SyncResult.Changed(null, records, verdict.changes(), refusal, null, verdict.uses());
        }
        Origin origin = refusal == null ? Origin.SYNC : verdict.isSettled() ? Origin.SETTLED : Origin.ACCEPTED;
        boolean isStepBack = refusal != null && refusal.reason() == Refusal.Reason.STEP_BACK;
        return new SyncResult.Changed(
                store(lock, verdict, origin, validators),
                records,
                verdict.changes(),
                refusal,
                isStepBack && origin == Origin.ACCEPTED ? request.limits().settle() : null,
                verdict.uses());
    }

    private SnapshotEntry store(WriterLock lock, Verdict verdict, Origin origin, Validators validators)
            throws StoreBusyException, InterruptedException {
        NewSnapshot candidate = verdict.candidate().withOrigin(origin);
        StoredSnapshot newest = verdict.newest();
        GroupPage page = source.groupPage();
        try (WritableStore store = WritableStore.open(lock, request.home(), request.patience())) {
            if (newest != null) {
                store.continueAfter(newest);
            }
            Optional<QuarantineEntry> waiting = store.quarantine().open(candidate.sha256());
            store.commit(() -> {
                gone(store, candidate.sha256());
                SnapshotEntry entry = store.append(candidate, verdict.changes());
                store.describe(entry.number(), page.title(), page.lastUpdated(), page.registrationRules());
                remember(store, validators, candidate.sha256());
                waiting.ifPresent(known -> store.quarantine().end(known, QuarantineEntry.State.ACCEPTED));
                if (entry.number() == 1) {
                    alerts.summarize(store, Bulk.Cause.FIRST_RUN, List.of(entry), startedAt);
                } else if (candidate.origin() == Origin.ACCEPTED) {
                    alerts.summarize(store, Bulk.Cause.ACCEPTED, List.of(entry), startedAt);
                }
                record(
                        store,
                        newest == null ? null : newest.entry(),
                        run(Outcome.STORED, entry.number(), page.problem()));
            });
            waiting.ifPresent(store.quarantine()::removeFile);
            store.quarantine().removeExpired();
            return store.newest().orElseThrow();
        }
    }

    private SyncResult refuse(
            @Nullable WriterLock lock, @Nullable SnapshotEntry newest, Download download, Refusal refusal)
            throws StoreBusyException, InterruptedException {
        if (lock == null) {
            return new SyncResult.Refused(refusal, null, null, newest);
        }
        String sha256 = download.sha256();
        try (WritableStore store = WritableStore.open(lock, request.home(), request.patience())) {
            store.commit(() -> {
                gone(store, sha256);
                store.quarantine()
                        .keep(
                                download.bytes(),
                                sha256,
                                source.name(),
                                refusal.reason().word(),
                                refusal.message(),
                                startedAt);
                Integer number = newest == null ? null : newest.number();
                record(store, newest, run(Outcome.QUARANTINED, number, refusal.message()));
            });
            store.quarantine().removeExpired();
            QuarantineEntry entry = store.quarantine().open(sha256).orElseThrow();
            return new SyncResult.Refused(refusal, entry, settlesAt(refusal, entry, newest, store), newest);
        }
    }

    private @Nullable Instant settlesAt(
            Refusal refusal, QuarantineEntry entry, @Nullable SnapshotEntry newest, Store store) {
        return newest == null || refusal.reason() != Refusal.Reason.STEP_BACK
                ? null
                : since(entry, newest, store).plus(request.limits().settle());
    }

    private static void gone(WritableStore store, String exceptSha256) {
        store.quarantine().gone(exceptSha256, Refusal.Reason.MALFORMED.word());
    }

    private boolean isSettled(Refusal refusal, NewSnapshot candidate, SnapshotEntry newest, Store store) {
        return refusal.reason() == Refusal.Reason.STEP_BACK
                && store.quarantine()
                        .open(candidate.sha256())
                        .filter(entry -> entry.state() == QuarantineEntry.State.WAITING)
                        .map(entry -> since(entry, newest, store))
                        .filter(since -> !since.plus(request.limits().settle()).isAfter(startedAt))
                        .isPresent();
    }

    /** It came after the newest snapshot and after the last success; a clock that was behind says otherwise. */
    private Instant since(QuarantineEntry entry, SnapshotEntry newest, Store store) {
        Instant success = store.runs().lastSuccess().map(SyncRun::finishedAt).orElse(Instant.EPOCH);
        return Stream.of(newest.observedAt(), success)
                .filter(time -> !time.isAfter(startedAt))
                .reduce(entry.firstSeenAt(), (one, other) -> one.isAfter(other) ? one : other);
    }

    private void remember(WritableStore store, Validators validators, String sha256) {
        store.remember(new Validated(source.name(), validators.entityTag(), validators.lastModified(), sha256));
    }

    private void record(WritableStore store, @Nullable SnapshotEntry before, SyncRun run) {
        alerts.tell(store, before, startedAt, notes::add);
        store.record(run);
        alerts.operators().tellOfSource(store, run.finishedAt());
    }

    private SyncRun run(Outcome outcome, @Nullable Integer snapshot, @Nullable String message) {
        return new SyncRun(startedAt, clock.instant(), source.name(), outcome, snapshot, message);
    }

    /** A clock that was set back must not put a snapshot before those that are there. */
    private Instant observedAt(@Nullable SnapshotEntry newest) {
        return newest == null || startedAt.isAfter(newest.observedAt())
                ? startedAt
                : newest.observedAt().plusMillis(1);
    }
}
