package org.ianawatch.registry;

import java.time.Instant;

/**
 * A use that a site has written down.
 *
 * @param use of what
 * @param note what for, on one line; empty where nobody said
 * @param addedAt when it was written down first
 */
public record SiteUse(Use use, String note, Instant addedAt) {
    /** Checks the note. */
    public SiteUse {
        if (note.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("the note of " + use + " must be one line without tabs");
        }
    }

    /** What people know it by: {@code 272-279/tcp, lab telemetry}. */
    public String label() {
        return note.isEmpty() ? use.toString() : use + ", " + note;
    }
}
