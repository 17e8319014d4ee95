package org.ianawatch.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import org.ianawatch.alert.Bulk;
import org.ianawatch.answer.AnswerPublisher;
import org.ianawatch.registry.Sha256;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.Store;
import org.ianawatch.store.Stores;
import org.ianawatch.store.WritableStore;
import org.ianawatch.store.home.StoreBusyException;

/** Takes history from dated files: at the end of what there is, or between and before it. */
public final class ImportJob {
    private final ImportRequest request;
    private final Clock clock;
    private final Alerts alerts;
    private final ImportListener listener;

    /** A job that runs once, and writes into the outbox what the alerts want told of it, as one summary. */
    public ImportJob(ImportRequest request, Clock clock, Alerts alerts, ImportListener listener) {
        this.request = request;
        this.clock = clock;
        this.alerts = alerts;
        this.listener = listener;
    }

    /**
     * Runs the job, as the work of a run.
     *
     * @throws ImportRefusedException at the first file that cannot be taken; those before it are in the store, unless
     *     some were older than what was there: then all are taken, or none
     * @throws StoreBusyException when others are reading the store and do not end
     */
    public void run(StoreWriter writer)
            throws IOException, ImportRefusedException, StoreBusyException, InterruptedException {
        if (isAnyOlder(writer)) {
            backfill(writer);
        } else {
            append(writer);
        }
    }

    private void append(StoreWriter writer)
            throws IOException, ImportRefusedException, StoreBusyException, InterruptedException {
        WritableStore store = writer.store();
        Importer importer = new Importer(store, request.limits(), request.strict(), listener);
        try (ReadAhead files = new ReadAhead(request.files())) {
            while (files.hasNext()) {
                importer.take(files.next());
            }
        } finally {
            importer.sync();
            if (!importer.taken().isEmpty()) {
                store.commit(() -> alerts.summarize(store, Bulk.Cause.IMPORT, importer.taken(), clock.instant()));
                store.quarantine().removeExpired();
                store.compact();
                writer.letGo();
            }
        }
    }

    private void backfill(StoreWriter writer)
            throws IOException, ImportRefusedException, StoreBusyException, InterruptedException {
        writer.letGo();
        try (Store old = Stores.open(writer.home(), writer.patience());
                WritableStore target = WritableStore.openBeside(writer.lock(), writer.home(), new AnswerPublisher())) {
            new Backfill(old, target, request.limits(), request.strict(), alerts, listener)
                    .run(request.files(), clock.instant());
        }
    }

    /** Whether a file is older than the newest snapshot, and says something else than the one in force then. */
    private boolean isAnyOlder(StoreWriter writer) throws IOException, StoreBusyException, InterruptedException {
        if (!writer.home().hasStore()) {
            return false;
        }
        // A store that was open for writing is not the same file again.
        try (Store store = Stores.open(writer.home(), writer.patience())) {
            Optional<SnapshotEntry> newest = store.newest();
            for (DatedFile file : request.files()) {
                if (newest.isEmpty() || file.date().isAfter(newest.get().observedAt())) {
                    return false;
                }
                Optional<SnapshotEntry> inForce = store.inForce(file.date());
                String sha256 = Sha256.of(Files.readAllBytes(file.path())).digits();
                if (inForce.isEmpty() || !inForce.get().sha256().equals(sha256)) {
                    return true;
                }
            }
        }
        return false;
    }
}
