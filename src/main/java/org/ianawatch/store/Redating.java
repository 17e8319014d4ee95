package org.ianawatch.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.store.jdbc.Sql;

/**
 * Other dates for snapshots, and for all that follows from them. The snapshots stay in their order, so that no row and no
 * change is another.
 */
final class Redating {
    private static final String OF_SOURCE = "registry_id IN (SELECT id FROM store.registry WHERE source_id = ?)";

    private final Sql sql;
    private final int source;
    private final SyncRuns runs;
    /** Oldest first. */
    private final List<SnapshotEntry> snapshots;

    Redating(Sql sql, int source, List<SnapshotEntry> oldestFirst) {
        this.sql = sql;
        this.source = source;
        this.runs = new SyncRuns(sql, source);
        this.snapshots = oldestFirst;
    }

    /**
     * The dates that there will be: this one, and for snapshots after it that are still to come the time of the check that
     * stored them, or the moment after the one before.
     *
     * @return by the number of the snapshot, only those that will be others
     * @throws IllegalArgumentException when it is not later than the snapshot before, or not earlier than the one after, or
     *     still to come
     */
    Map<Integer, Instant> plan(SnapshotEntry entry, Instant date, Instant now) {
        if (date.isAfter(now)) {
            throw new IllegalArgumentException(date + " is still to come");
        }
        int index = entry.number() - 1;
        if (index > 0 && !date.isAfter(snapshots.get(index - 1).observedAt())) {
            throw new IllegalArgumentException(refusal(entry, "later", snapshots.get(index - 1), now));
        }
        Map<Integer, Instant> dates = new HashMap<>();
        dates.put(entry.number(), date);
        Instant before = date;
        for (SnapshotEntry later : snapshots.subList(index + 1, snapshots.size())) {
            Instant own = later.observedAt();
            if (own.isAfter(now)) {
                own = checked(later, before, now);
                dates.put(later.number(), own);
            } else if (!own.isAfter(before)) {
                throw new IllegalArgumentException(refusal(entry, "earlier", later, now));
            }
            before = own;
        }
        snapshots.forEach(known -> dates.remove(known.number(), known.observedAt()));
        return dates;
    }

    private Instant checked(SnapshotEntry entry, Instant before, Instant now) {
        return runs.stored(entry.number())
                .filter(time -> time.isAfter(before) && !time.isAfter(now))
                .orElse(before.plusMillis(1));
    }

    private static String refusal(SnapshotEntry entry, String how, SnapshotEntry other, Instant now) {
        return "snapshot " + entry.number() + " must be " + how + " than snapshot " + other.number() + ", which is of "
                + other.observedAt()
                + (other.observedAt().isAfter(now) ? ", still to come: begin with that one" : "");
    }

    /** Gives the snapshots their dates, and all that repeats them. */
    void write(Map<Integer, Instant> dates) {
        Map<String, Integer> told = told();
        List<Object[]> byNumber = new ArrayList<>();
        dates.forEach((number, date) -> byNumber.add(new Object[] {date, source, number}));
        sql.batch("UPDATE store.snapshot SET observed_at = ? WHERE source_id = ? AND number = ?", byNumber);
        sql.batch("UPDATE store.row_now SET valid_from_at = ? WHERE " + OF_SOURCE + " AND valid_from = ?", byNumber);
        sql.batch("UPDATE store.row_past SET valid_from_at = ? WHERE " + OF_SOURCE + " AND valid_from = ?", byNumber);
        sql.batch("UPDATE store.row_past SET valid_until_at = ? WHERE " + OF_SOURCE + " AND valid_until = ?", byNumber);
        RuleProgress progress = new RuleProgress(sql, source);
        told.forEach((rule, number) -> {
            Instant last = dates.getOrDefault(number, snapshots.get(number - 1).observedAt());
            progress.tellUntil(rule, last.plusMillis(1));
        });
    }

    /** The last snapshot that each rule was told of; without those that were told of none. */
    private Map<String, Integer> told() {
        Map<String, Integer> told = new HashMap<>();
        sql.each(
                "SELECT t.rule, MAX(s.number) AS number FROM store.rule_told t JOIN store.snapshot s"
                        + " ON s.source_id = t.source_id AND s.observed_at < t.told_until"
                        + " WHERE t.source_id = ? GROUP BY t.rule",
                row -> told.put(row.getString("rule"), row.getInt("number")),
                source);
        return told;
    }
}
