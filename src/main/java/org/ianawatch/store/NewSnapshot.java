package org.ianawatch.store;

import java.time.Instant;
import org.ianawatch.csv.CsvFile;

/**
 * A file that is to become a snapshot.
 *
 * @param file what was read
 * @param sha256 of its bytes
 * @param byteCount how many those are
 * @param observedAt when it was downloaded, or its date
 * @param origin how it comes into the store
 * @param source a URL or a file's name
 */
public record NewSnapshot(
        CsvFile file, String sha256, int byteCount, Instant observedAt, Origin origin, String source) {
    /** The same with another origin. */
    public NewSnapshot withOrigin(Origin other) {
        return new NewSnapshot(file, sha256, byteCount, observedAt, other, source);
    }
}
