package org.ianawatch.store;

import java.util.Optional;

/**
 * What is known of a source apart from its content.
 *
 * @param address what people call it by: the registry of a CSV
 * @param revision another one for every change of its snapshots and rows
 * @param newest the newest snapshot, where there is one
 * @param lastCheck however it ended, where there was one
 * @param lastSuccess the last check after which the store had what the source had, where there was one
 * @param validated what the server sent with the newest content, where it did
 */
public record SourceState(
        String address,
        long revision,
        Optional<SnapshotEntry> newest,
        Optional<SyncRun> lastCheck,
        Optional<SyncRun> lastSuccess,
        Optional<Validated> validated) {
    /** That of a source of which nothing is known. */
    public static SourceState unknown(String address) {
        return new SourceState(address, 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
