package org.ianawatch.sync;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.answer.Site;
import org.ianawatch.store.home.StoreBusyException;

/**
 * The registries that are due in a run. Their sources are asked with the store closed; then it is opened once, what has not
 * changed is recorded together, and what has changed is stored, each registry in a transaction of its own.
 *
 * @param jobs one for each registry, for one run
 */
public record DueRegistries(List<SyncJob> jobs) {
    /** Hears how it went with each registry, once that is on the disk. */
    @FunctionalInterface
    public interface Listener {
        /** A registry was checked. */
        void checked(SyncResult result) throws IOException;
    }

    /** Checks them, as the work of a run. */
    public void check(Writer writer, Listener listener) throws IOException, StoreBusyException, InterruptedException {
        try {
            jobs.forEach(SyncJob::prepare);
            Map<SyncJob, Check> checks = new LinkedHashMap<>();
            Site site = Known.site(writer, jobs.get(0).startedAt());
            for (SyncJob job : jobs) {
                checks.put(job, job.ask(job.known(writer, site)));
            }
            if (jobs.size() > 1) {
                writer.publishLast();
            }
            recordUnchanged(writer, checks);
            for (Map.Entry<SyncJob, Check> each : checks.entrySet()) {
                SyncResult result = result(writer, each.getKey(), each.getValue());
                each.getKey().sayNotes();
                writer.aside(() -> listener.checked(result));
            }
        } finally {
            jobs.forEach(SyncJob::sayNotes);
        }
    }

    private static void recordUnchanged(Writer writer, Map<SyncJob, Check> checks)
            throws StoreBusyException, InterruptedException {
        boolean isAny = checks.values().stream().anyMatch(check -> !(check instanceof Check.Download));
        if (isAny) {
            writer.write(store -> {
                store.commit(() -> checks.forEach((job, check) -> job.record(store, check)));
                store.quarantine().removeExpired();
                return true;
            });
        }
    }

    private static SyncResult result(Writer writer, SyncJob job, Check check)
            throws StoreBusyException, InterruptedException {
        if (check instanceof Check.Download download) {
            return job.take(writer, download);
        }
        return check instanceof Check.Unchanged unchanged
                ? new SyncResult.Unchanged(unchanged.newest(), unchanged.notModified())
                : new SyncResult.Unreadable(((Check.Unreadable) check).failure(), check.newest());
    }
}
