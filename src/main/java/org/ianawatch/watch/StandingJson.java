package org.ianawatch.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.SyncRun;
import org.jspecify.annotations.Nullable;

/** How the job is doing, for programs; described in {@code docs/json.md}. */
public final class StandingJson {
    private StandingJson() {}

    /**
     * The object, to which more keys may be added.
     *
     * @param maximumAge how old the last success may be, or null
     */
    public static Map<String, @Nullable Object> of(Standing standing, Instant now, @Nullable Duration maximumAge) {
        SyncRun check = standing.lastCheck();
        SyncRun success = standing.lastSuccess();
        SnapshotEntry newest = standing.newest();
        SnapshotEntry toCome = standing.toCome();
        Duration age = standing.age(now);
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("stale", standing.isStale(now, maximumAge));
        object.put("age_seconds", age == null ? null : age.toSeconds());
        object.put("max_age_seconds", maximumAge == null ? null : maximumAge.toSeconds());
        object.put("checked_at", check == null ? null : check.finishedAt());
        object.put("outcome", check == null ? null : check.outcome());
        object.put("message", check == null ? null : check.message());
        object.put("succeeded_at", success == null ? null : success.finishedAt());
        object.put("snapshot", newest == null ? null : newest.number());
        object.put("changed_at", newest == null ? null : newest.observedAt());
        object.put("snapshot_to_come", toCome == null ? null : toCome.number());
        object.put("quarantined", standing.quarantined());
        object.put("deliveries_pending", standing.pending());
        object.put("deliveries_parked", standing.parked());
        return object;
    }
}
