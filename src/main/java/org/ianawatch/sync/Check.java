package org.ianawatch.sync;

import org.ianawatch.fetch.GroupPage;
import org.ianawatch.fetch.SourceUnreadableException;
import org.ianawatch.fetch.Validators;
import org.ianawatch.store.SnapshotEntry;
import org.jspecify.annotations.Nullable;

/** What a source said when it was asked, before any of it is stored. */
sealed interface Check {
    /** The newest snapshot when it was asked, or null where there was none. */
    @Nullable
    SnapshotEntry newest();

    /** It could not be read. */
    record Unreadable(@Nullable SnapshotEntry newest, SourceUnreadableException failure) implements Check {}

    /**
     * It has what the newest snapshot has.
     *
     * @param notModified whether the server said so itself (HTTP 304)
     */
    record Unchanged(SnapshotEntry newest, Validators validators, boolean notModified) implements Check {}

    /**
     * It has something else.
     *
     * @param sha256 of the bytes, 64 lower-case hexadecimal digits
     * @param page what the group's page says
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Download(@Nullable SnapshotEntry newest, byte[] bytes, String sha256, Validators validators, GroupPage page)
            implements Check {
        /** The same after another snapshot. */
        Download since(@Nullable SnapshotEntry other) {
            return new Download(other, bytes, sha256, validators, page);
        }
    }
}
