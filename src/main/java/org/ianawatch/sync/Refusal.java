package org.ianawatch.sync;

import java.util.Locale;
import org.ianawatch.csv.MalformedFileException;
import org.ianawatch.store.QuarantineEntry;

/**
 * Why a download is not taken.
 *
 * @param reason for programs
 * @param message for people, a clause that fits after {@code refused: }
 */
public record Refusal(Reason reason, String message) {
    /** The kinds of refusal. */
    public enum Reason {
        /** It cannot be read as the registry. */
        MALFORMED,
        /** No line end follows the last record. */
        CUT,
        /** A row that is new has something in the place of its port that is none. */
        UNREADABLE_PORT,
        /** It lost too many rows. */
        FEWER_ROWS,
        /** It lost too many bytes. */
        FEWER_BYTES,
        /** It changes too many rows. */
        MANY_CHANGES,
        /** It takes the registry back to what it was before. */
        STEP_BACK;

        /** The words in lower case with hyphens, as the outputs have it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What an entry of the quarantine was refused for. */
    static Refusal of(QuarantineEntry entry) {
        return new Refusal(
                Reason.valueOf(entry.reason().toUpperCase(Locale.ROOT).replace('-', '_')), entry.message());
    }

    static Refusal of(MalformedFileException malformed) {
        return new Refusal(Reason.MALFORMED, "it is not the registry's CSV: " + malformed.getMessage());
    }

    /** The same, with what else is wrong. */
    Refusal and(Refusal other) {
        return new Refusal(reason, message + "; and " + other.message);
    }

    /** Whether a person may take the download all the same; what cannot be read cannot be stored. */
    public boolean canBeOverruled() {
        return reason != Reason.MALFORMED;
    }
}
