package org.ianawatch.store;

import java.time.Instant;
import org.ianawatch.diff.Change;

/**
 * A change of the history.
 *
 * @param snapshot the number of the snapshot that brought it
 * @param observedAt when that was observed
 * @param change what changed
 */
public record RecordedChange(int snapshot, Instant observedAt, Change change) {}
