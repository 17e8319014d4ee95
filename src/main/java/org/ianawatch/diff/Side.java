package org.ianawatch.diff;

import org.ianawatch.registry.Sha256;
import org.ianawatch.registry.Snapshot;

/**
 * One of the two snapshots of a diff, as a reader knows it.
 *
 * @param label a file's name, or a number and a date
 * @param sha256 of the file's bytes
 * @param records how many rows it has, the header not counted
 */
public record Side(String label, Sha256 sha256, int records) {
    /** The side that a snapshot is. */
    public static Side of(Snapshot snapshot) {
        return new Side(snapshot.label(), snapshot.sha256(), snapshot.entries().size());
    }
}
