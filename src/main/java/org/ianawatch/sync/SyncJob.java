package org.ianawatch.sync;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.ianawatch.alert.Bulk;
import org.ianawatch.answer.Site;
import org.ianawatch.csv.MalformedFileException;
import org.ianawatch.fetch.GroupPage;
import org.ianawatch.fetch.SourceUnreadableException;
import org.ianawatch.fetch.Validators;
import org.ianawatch.registry.Sha256;
import org.ianawatch.store.NewSnapshot;
import org.ianawatch.store.Origin;
import org.ianawatch.store.QuarantineEntry;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.StoredSnapshot;
import org.ianawatch.store.SyncRun;
import org.ianawatch.store.SyncRun.Outcome;
import org.ianawatch.store.TimeToCome;
import org.ianawatch.store.Validated;
import org.ianawatch.store.WritableStore;
import org.ianawatch.store.home.StoreBusyException;
import org.jspecify.annotations.Nullable;

/** What a run does for one registry: its source is asked, and what that gave is recorded, or judged and stored. For one run. */
public final class SyncJob {
    private final Source source;
    private final Clock clock;
    private final SyncRequest request;
    private final Alerts alerts;
    private final Consumer<String> listener;
    private final Instant startedAt;
    private final Judge judge;
    private final List<String> notes = new ArrayList<>();

    /**
     * A job that begins now, and writes into the outbox what the alerts want told.
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
        this.judge = new Judge(source.name(), startedAt, request.limits());
    }

    /** When it began. */
    Instant startedAt() {
        return startedAt;
    }

    /** Begins with what takes its time and can be done before the source is asked; returns at once. */
    void prepare() {
        source.prepare();
    }

    /** Says what is strange about the clock. */
    void sayNotes() {
        notes.forEach(listener);
        notes.clear();
    }

    /** Asks the source; what takes long, so that the store should not be open. */
    Check ask(Known known) throws InterruptedException {
        note(known.toCome());
        SnapshotEntry newest = known.newest();
        Reading reading;
        try {
            reading = source.read(known.validators(source.name()));
        } catch (SourceUnreadableException unreadable) {
            return new Check.Unreadable(newest, unreadable);
        }
        modifiedAt(reading.validators()).ifPresent(this::noteModified);
        byte[] bytes = reading.bytes();
        if (bytes == null) {
            return new Check.Unchanged(Objects.requireNonNull(newest), reading.validators(), true);
        }
        String sha256 = Sha256.of(bytes).digits();
        return newest != null && sha256.equals(newest.sha256())
                ? new Check.Unchanged(newest, reading.validators(), false)
                : new Check.Download(newest, bytes, sha256, reading.validators(), source.groupPage());
    }

    private void note(@Nullable SnapshotEntry toCome) {
        if (toCome != null && TimeToCome.is(toCome.observedAt(), startedAt)) {
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

    /** What is known of the registry. */
    Known known(Writer writer, @Nullable Site site) throws StoreBusyException, InterruptedException {
        return Known.of(source.registry(), writer, site, startedAt);
    }

    /** Records a check after which nothing is to be stored; inside {@link WritableStore#commit}. */
    void record(WritableStore any, Check check) {
        WritableStore store = any.of(source.registry());
        if (check instanceof Check.Unreadable unreadable) {
            String reason = unreadable.failure().getMessage();
            record(store, check.newest(), run(Outcome.UNREADABLE, null, reason), null);
        } else if (check instanceof Check.Unchanged unchanged) {
            SnapshotEntry newest = unchanged.newest();
            remember(store, unchanged.validators(), newest.sha256());
            if (!store.quarantine().isEmpty()) {
                gone(store, newest.sha256());
                store.quarantine().stored(newest.sha256());
            }
            Outcome outcome = unchanged.notModified() ? Outcome.NOT_MODIFIED : Outcome.SAME_CONTENT;
            record(store, newest, run(outcome, newest.number(), null), null);
        }
    }

    /** Stores a download, or has it refused, in one transaction. */
    SyncResult take(Writer writer, Check.Download asked) throws StoreBusyException, InterruptedException {
        Check.Download download = writer.isKeeping() ? asked : asked.since(newest(writer));
        SnapshotEntry newest = download.newest();
        if (newest != null && newest.sha256().equals(download.sha256())) {
            return new SyncResult.Unchanged(newest, false);
        }
        Judge.Verdict verdict;
        try {
            verdict = newest == null
                    ? judge.first(download, source.registry().roles())
                    : judge.next(download, newest, writer.store(source.registry()), writer.isKeeping());
        } catch (MalformedFileException malformed) {
            return refuse(writer, download, Refusal.of(malformed));
        }
        Refusal refusal = verdict.refusal();
        return refusal == null || request.accept() || verdict.isSettled()
                ? store(writer, download, verdict)
                : refuse(writer, download, refusal);
    }

    /** Who keeps nothing holds no lock, and another may have stored something meanwhile. */
    private @Nullable SnapshotEntry newest(Writer writer) throws StoreBusyException, InterruptedException {
        return writer.home().hasStore()
                ? writer.store(source.registry()).newest().orElse(null)
                : null;
    }

    private SyncResult store(Writer writer, Check.Download download, Judge.Verdict verdict)
            throws StoreBusyException, InterruptedException {
        Refusal refusal = verdict.refusal();
        Origin origin = refusal == null ? Origin.SYNC : verdict.isSettled() ? Origin.SETTLED : Origin.ACCEPTED;
        boolean isStepBack = refusal != null && refusal.reason() == Refusal.Reason.STEP_BACK;
        SnapshotEntry stored = writer.write(any -> store(any.of(source.registry()), download, verdict, origin))
                .orElse(null);
        return new SyncResult.Changed(
                stored,
                verdict.candidate().file().records().size(),
                verdict.changes(),
                refusal,
                stored != null && isStepBack && origin == Origin.ACCEPTED
                        ? request.limits().settle()
                        : null,
                verdict.uses());
    }

    private SnapshotEntry store(WritableStore store, Check.Download download, Judge.Verdict verdict, Origin origin) {
        NewSnapshot candidate = verdict.candidate().withOrigin(origin);
        GroupPage page = download.page();
        StoredSnapshot newest = verdict.newest();
        if (newest != null) {
            store.continueAfter(newest);
        }
        Optional<QuarantineEntry> waiting = store.quarantine().open(download.sha256());
        store.commit(() -> {
            gone(store, download.sha256());
            SnapshotEntry entry = store.append(candidate, verdict.changes());
            store.describe(entry.number(), page.title(), page.lastUpdated(), page.registrationRules());
            remember(store, download.validators(), download.sha256());
            waiting.ifPresent(known -> store.quarantine().end(known, QuarantineEntry.State.ACCEPTED));
            Stored stored = new Stored(entry, verdict.changes());
            if (entry.number() == 1) {
                alerts.summarize(store, Bulk.Cause.FIRST_RUN, stored, startedAt);
            } else if (origin == Origin.ACCEPTED) {
                alerts.summarize(store, Bulk.Cause.ACCEPTED, stored, startedAt);
            }
            record(store, download.newest(), run(Outcome.STORED, entry.number(), page.problem()), stored);
        });
        waiting.ifPresent(store.quarantine()::removeFile);
        store.quarantine().removeExpired();
        return store.newest().orElseThrow();
    }

    private SyncResult refuse(Writer writer, Check.Download download, Refusal refusal)
            throws StoreBusyException, InterruptedException {
        SnapshotEntry newest = download.newest();
        return writer.<SyncResult>write(any -> refuse(any.of(source.registry()), download, refusal))
                .orElseGet(() -> new SyncResult.Refused(refusal, null, null, newest));
    }

    private SyncResult refuse(WritableStore store, Check.Download download, Refusal refusal) {
        SnapshotEntry newest = download.newest();
        String sha256 = download.sha256();
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
            record(store, newest, run(Outcome.QUARANTINED, number, refusal.message()), null);
        });
        store.quarantine().removeExpired();
        QuarantineEntry entry = store.quarantine().open(sha256).orElseThrow();
        return new SyncResult.Refused(refusal, entry, judge.settlesAt(refusal, entry, newest, store), newest);
    }

    private static void gone(WritableStore store, String exceptSha256) {
        store.quarantine().gone(exceptSha256, Refusal.Reason.MALFORMED.word());
    }

    private void remember(WritableStore store, Validators validators, String sha256) {
        store.remember(new Validated(source.name(), validators.entityTag(), validators.lastModified(), sha256));
    }

    private void record(WritableStore store, @Nullable SnapshotEntry before, SyncRun run, @Nullable Stored stored) {
        alerts.tell(store, before, startedAt, stored, notes::add);
        store.record(run);
        alerts.operators().tellOfSource(store, run.finishedAt());
    }

    private SyncRun run(Outcome outcome, @Nullable Integer snapshot, @Nullable String message) {
        return new SyncRun(startedAt, clock.instant(), source.name(), outcome, snapshot, message);
    }
}
