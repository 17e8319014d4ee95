package org.ianawatch.store;

import java.time.Instant;
import java.util.Locale;
import org.ianawatch.registry.Word;
import org.jspecify.annotations.Nullable;

/**
 * One check of the source.
 *
 * @param startedAt when it began
 * @param finishedAt when it ended
 * @param source the URL or the file's name
 * @param outcome how it ended
 * @param snapshot the number of the snapshot that it stored or found in place, or null
 * @param message what went wrong, or null
 */
public record SyncRun(
        Instant startedAt,
        Instant finishedAt,
        String source,
        Outcome outcome,
        @Nullable Integer snapshot,
        @Nullable String message) {
    /** How a check ended. */
    public enum Outcome implements Word {
        /** The server said that nothing changed (HTTP 304). */
        NOT_MODIFIED,
        /** The content was the same. */
        SAME_CONTENT,
        /** A new snapshot was stored. */
        STORED,
        /** The guard refused the download. */
        QUARANTINED,
        /** The source could not be read. */
        UNREADABLE;

        /** Whether the store had what the source had. */
        public boolean isSuccess() {
            return this == NOT_MODIFIED || this == SAME_CONTENT || this == STORED;
        }

        /** The words in lower case, as the view has them. */
        @Override
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        static Outcome ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
        }
    }
}
