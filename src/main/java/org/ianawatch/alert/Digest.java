package org.ianawatch.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The digests of a rule that are due. Each day or week that is over and had a change for the rule has one message; what was
 * observed in the day or week that is not over waits, and all that came after it.
 *
 * @param messages in the order of their days or weeks
 * @param waiting what is not told yet, in the order of the snapshots
 */
public record Digest(List<Message> messages, List<Observation> waiting) {
    /**
     * Gathers what is due.
     *
     * @param rule a rule that gathers by day or week
     * @param now the time, by which a day or week is over or not
     * @param observations all that was not told yet, in any order
     */
    public static Digest of(Rule rule, Instant now, List<Observation> observations, MessageWriter writer) {
        if (rule.digest() == DigestPeriod.AT_ONCE) {
            throw new IllegalArgumentException("the rule " + rule.name() + " gathers nothing");
        }
        Instant open = rule.digest().startOf(now);
        Map<Instant, List<Observation>> due = new TreeMap<>();
        List<Observation> waiting = new ArrayList<>();
        for (Observation observation : inOrder(observations)) {
            Instant observedAt = observation.observedAt();
            if (waiting.isEmpty() && observedAt.isBefore(open)) {
                due.computeIfAbsent(rule.digest().startOf(observedAt), unused -> new ArrayList<>())
                        .add(observation);
            } else {
                waiting.add(observation);
            }
        }
        List<Message> messages = new ArrayList<>();
        due.values().forEach(gathered -> writer.changes(rule, gathered).ifPresent(messages::add));
        return new Digest(List.copyOf(messages), List.copyOf(waiting));
    }

    private static List<Observation> inOrder(List<Observation> observations) {
        return observations.stream()
                .sorted(Comparator.comparing(Observation::snapshot))
                .toList();
    }
}
