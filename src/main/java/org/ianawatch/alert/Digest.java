package org.ianawatch.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The digests of a rule that are due. Each day or week that is over and had a change for the rule has one message; what was
 * observed in the day or week that is not over waits.
 *
 * @param messages in the order of their days or weeks
 * @param toldUntil all that was observed before this is told; what the next call is given
 * @param waiting what was observed since, in the order that was given
 */
public record Digest(List<Message> messages, Instant toldUntil, List<Observation> waiting) {
    /**
     * Gathers what is due.
     *
     * @param rule a rule that gathers by day or week
     * @param toldUntil all that was observed before this is told already, and left out
     * @param now the time; a clock that was set back makes nothing due
     * @param observations all since, in any order; older ones do no harm
     */
    public static Digest of(
            Rule rule, Instant toldUntil, Instant now, List<Observation> observations, MessageWriter writer) {
        if (rule.digest() == DigestPeriod.AT_ONCE) {
            throw new IllegalArgumentException("the rule " + rule.name() + " gathers nothing");
        }
        Instant open = rule.digest().startOf(now);
        Instant end = open.isBefore(toldUntil) ? toldUntil : open;
        Map<Instant, List<Observation>> due = new TreeMap<>();
        List<Observation> waiting = new ArrayList<>();
        for (Observation observation : observations) {
            Instant observedAt = observation.observedAt();
            if (!observedAt.isBefore(end)) {
                waiting.add(observation);
            } else if (!observedAt.isBefore(toldUntil)) {
                due.computeIfAbsent(rule.digest().startOf(observedAt), unused -> new ArrayList<>())
                        .add(observation);
            }
        }
        List<Message> messages = new ArrayList<>();
        due.values().forEach(gathered -> writer.changes(rule, gathered).ifPresent(messages::add));
        return new Digest(List.copyOf(messages), end, List.copyOf(waiting));
    }
}
