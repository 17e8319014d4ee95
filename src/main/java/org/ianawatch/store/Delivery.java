package org.ianawatch.store;

import java.time.Instant;
import java.util.Locale;
import org.ianawatch.registry.Word;
import org.jspecify.annotations.Nullable;

/**
 * One message on one channel.
 *
 * @param number counted from 1
 * @param message what is to be told; its channels are this delivery's alone
 * @param channel the name of the one that is to carry it
 * @param state what became of it
 * @param tries how often it was tried
 * @param nextTryAt when it is due; null unless it is pending
 * @param reason why the last try failed, or null
 * @param changedAt when its state or its reason changed last
 */
public record Delivery(
        long number,
        OutgoingMessage message,
        String channel,
        State state,
        int tries,
        @Nullable Instant nextTryAt,
        @Nullable String reason,
        Instant changedAt) {
    /** What became of a delivery. */
    public enum State implements Word {
        /** It is tried by each run, once it is due. */
        PENDING,
        /** The channel accepted it. */
        DELIVERED,
        /** It cannot succeed until a person changes something. */
        PARKED,
        /** A person dropped it. */
        DROPPED;

        /** The word in lower case, as the outputs have it. */
        @Override
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether a person can still decide about it. */
        public boolean isOpen() {
            return this == PENDING || this == PARKED;
        }

        static State ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
