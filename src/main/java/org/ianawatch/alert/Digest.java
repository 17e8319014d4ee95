package org.ianawatch.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is due of what was observed: each snapshot by itself, or each day or week that is over. What was observed in the
 * day or week that is not over waits, and all that came after it.
 *
 * @param due in the order of the snapshots, days or weeks, each with one observation at least
 * @param waiting what is not told yet, in the order of the snapshots
 */
public record Digest(List<List<Observation>> due, List<Observation> waiting) {
    /**
     * Gathers what is due.
     *
     * @param period how long changes gather
     * @param now the time, by which a day or week is over or not
     * @param observations all that was not told yet, in any order
     */
    public static Digest of(DigestPeriod period, Instant now, List<Observation> observations) {
        List<Observation> inOrder = observations.stream()
                .sorted(Comparator.comparing(Observation::snapshot))
                .toList();
        if (period == DigestPeriod.AT_ONCE) {
            return new Digest(inOrder.stream().map(List::of).toList(), List.of());
        }
        Instant open = period.startOf(now);
        Map<Instant, List<Observation>> due = new TreeMap<>();
        List<Observation> waiting = new ArrayList<>();
        for (Observation observation : inOrder) {
            Instant observedAt = observation.observedAt();
            if (waiting.isEmpty() && observedAt.isBefore(open)) {
                due.computeIfAbsent(period.startOf(observedAt), unused -> new ArrayList<>())
                        .add(observation);
            } else {
                waiting.add(observation);
            }
        }
        return new Digest(List.copyOf(due.values()), List.copyOf(waiting));
    }
}
