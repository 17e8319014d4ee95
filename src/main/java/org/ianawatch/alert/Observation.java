package org.ianawatch.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.ianawatch.diff.Change;
import org.ianawatch.registry.Entry;
import org.jspecify.annotations.Nullable;

/**
 * What one snapshot brought.
 *
 * @param snapshot its number, from 1
 * @param sha256 of its bytes, 64 lower-case hexadecimal digits
 * @param observedAt when it was observed
 * @param changes in the order of the diff
 */
public record Observation(int snapshot, String sha256, Instant observedAt, List<ObservedChange> changes) {
    /**
     * What a snapshot brought, from its diff.
     *
     * @param rows the rows that only the older or only the newer side has
     * @param meaning what a change means for this site's own uses; null where it touches none
     */
    public static Observation of(
            int snapshot,
            String sha256,
            Instant observedAt,
            List<Change> changes,
            List<Entry> rows,
            Function<Change, @Nullable String> meaning) {
        ChangedRows changed = new ChangedRows(rows);
        List<ObservedChange> observed = changes.stream()
                .map(change -> new ObservedChange(change, changed.of(change), meaning.apply(change)))
                .toList();
        return new Observation(snapshot, sha256, observedAt, observed);
    }

    /** The same, observed at another time. */
    public Observation observedAt(Instant time) {
        return new Observation(snapshot, sha256, time, changes);
    }

    /** The day of observation in UTC. */
    LocalDate date() {
        return LocalDate.ofInstant(observedAt, ZoneOffset.UTC);
    }
}
