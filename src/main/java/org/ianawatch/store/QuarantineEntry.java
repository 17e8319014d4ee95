package org.ianawatch.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.ianawatch.registry.Word;

/**
 * A download that the guard refused.
 *
 * @param number counted from 1
 * @param state what became of it
 * @param reason one word, see the guard
 * @param message why it was refused, in a sentence
 * @param source the URL or the file's name
 * @param sha256 of its bytes
 * @param bytes how many those are
 * @param firstSeenAt since when the source has given it without a break
 * @param lastSeenAt when the source gave it last
 * @param timesSeen how often, at least 1
 * @param file its bytes; there while it is open
 */
public record QuarantineEntry(
        long number,
        State state,
        String reason,
        String message,
        String source,
        String sha256,
        int bytes,
        Instant firstSeenAt,
        Instant lastSeenAt,
        int timesSeen,
        Path file) {
    /** What became of a refused download. */
    public enum State implements Word {
        /** The source gave it when it was asked last: it waits for a decision. */
        WAITING,
        /** The source has given something else since. It waits for nobody, and can be accepted all the same. */
        GONE,
        /** It can be accepted no more: it is stored, or older than the newest snapshot, or cannot be read. */
        EXPIRED,
        /** It became a snapshot. */
        ACCEPTED,
        /** A person dropped it. */
        DROPPED;

        /** The word in lower case, as the outputs have it. */
        @Override
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether a person can still decide about it. */
        public boolean isOpen() {
            return this == WAITING || this == GONE;
        }
    }
}
