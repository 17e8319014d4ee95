package org.ianawatch.watch;

import java.util.Locale;
import org.ianawatch.sync.SyncResult;

/** How a check ended, for those who count. */
public enum CheckOutcome {
    /** A new snapshot was stored. */
    STORED,
    /** The server said that nothing changed. */
    NOT_MODIFIED,
    /** The content was the same. */
    SAME_CONTENT,
    /** The guard refused the download. */
    QUARANTINED,
    /** The source could not be read. */
    UNREADABLE,
    /** Another process held the store for too long. */
    BUSY,
    /** Something else went wrong. */
    FAILED;

    /** The outcome of a check that came to its end. */
    public static CheckOutcome of(SyncResult result) {
        if (result instanceof SyncResult.Unchanged unchanged) {
            return unchanged.notModified() ? NOT_MODIFIED : SAME_CONTENT;
        }
        if (result instanceof SyncResult.Unreadable) {
            return UNREADABLE;
        }
        return result instanceof SyncResult.Refused ? QUARANTINED : STORED;
    }

    /** The word in lower case, as the metrics have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
