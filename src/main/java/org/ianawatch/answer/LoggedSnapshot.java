package org.ianawatch.answer;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.Kind;
import org.ianawatch.store.Origin;
import org.ianawatch.store.SnapshotEntry;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot and what it changed; {@link SnapshotEntry} and {@code docs/json.md} say more.
 *
 * @param changes how many it brought of each kind
 * @param diff those that were asked for, or absent
 */
public record LoggedSnapshot(
        int snapshot,
        Instant observedAt,
        Origin origin,
        String source,
        String sha256,
        int bytes,
        int records,
        @Nullable String lastUpdated,
        Map<Kind, Integer> changes,
        Optional<List<Change>> diff) {
    /** A snapshot with its counts, in which kinds without any may be absent. */
    public static LoggedSnapshot of(SnapshotEntry entry, Map<Kind, Integer> counts, @Nullable List<Change> diff) {
        Map<Kind, Integer> changes = new EnumMap<>(Kind.class);
        Kind.OF_PORTS.forEach(kind -> changes.put(kind, counts.getOrDefault(kind, 0)));
        return new LoggedSnapshot(
                entry.number(),
                entry.observedAt(),
                entry.origin(),
                entry.source(),
                entry.sha256(),
                entry.byteCount(),
                entry.recordCount(),
                entry.lastUpdated(),
                changes,
                Optional.ofNullable(diff));
    }
}
