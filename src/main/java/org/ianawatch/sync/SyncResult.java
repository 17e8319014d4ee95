package org.ianawatch.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.fetch.SourceUnreadableException;
import org.ianawatch.registry.SiteUse;
import org.ianawatch.store.QuarantineEntry;
import org.ianawatch.store.SnapshotEntry;
import org.jspecify.annotations.Nullable;

/** How a sync ended. */
public sealed interface SyncResult {
    /**
     * The source could not be read.
     *
     * @param failure why
     * @param newest the snapshot that stays the newest, or null where there is none
     */
    record Unreadable(SourceUnreadableException failure, @Nullable SnapshotEntry newest) implements SyncResult {}

    /**
     * The source has what the newest snapshot has.
     *
     * @param newest that snapshot
     * @param notModified whether the server said so itself (HTTP 304)
     */
    record Unchanged(SnapshotEntry newest, boolean notModified) implements SyncResult {}

    /**
     * There is a new snapshot.
     *
     * @param snapshot the new one; null in a dry run
     * @param records how many rows it has
     * @param changes what it changes; null for the first of a store
     * @param overruled why the guard would have refused it, or null
     * @param settle where a person took a step back: how long the source must give the snapshot before again until that is
     *     taken by itself; else null
     * @param uses what this site uses
     */
    record Changed(
            @Nullable SnapshotEntry snapshot,
            int records,
            @Nullable ChangeSet changes,
            @Nullable Refusal overruled,
            @Nullable Duration settle,
            List<SiteUse> uses)
            implements SyncResult {}

    /**
     * The guard refused the download.
     *
     * @param refusal why
     * @param entry where it is kept; null in a dry run
     * @param settlesAt from when on it is taken by itself, if the source still gives it then; null where it never is
     * @param newest the snapshot that stays the newest, or null where there is none
     */
    record Refused(
            Refusal refusal,
            @Nullable QuarantineEntry entry,
            @Nullable Instant settlesAt,
            @Nullable SnapshotEntry newest)
            implements SyncResult {}
}
