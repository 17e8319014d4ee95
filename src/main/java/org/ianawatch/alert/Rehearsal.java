package org.ianawatch.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a rule would have sent.
 *
 * @param messages in the order in which they would have been sent
 * @param waiting how many changes wait for the end of a day or week
 */
public record Rehearsal(List<Message> messages, int waiting) {
    /**
     * Plays a history through a rule, as if each snapshot had been taken when it was observed.
     *
     * @param now the time, by which a day or week is over or not
     * @param observations in their order
     */
    public static Rehearsal of(Rule rule, Instant now, List<Observation> observations, MessageWriter writer) {
        Digest digest = Digest.of(rule.digest(), now, observations);
        List<Message> messages = digest.due().stream()
                .map(due -> writer.changes(rule, due))
                .flatMap(Optional::stream)
                .toList();
        long waiting = digest.waiting().stream()
                .flatMap(observation -> observation.changes().stream())
                .filter(rule::lists)
                .count();
        return new Rehearsal(messages, (int) waiting);
    }

    /** How many changes the messages list. */
    public int changes() {
        return messages.stream().mapToInt(message -> message.items().size()).sum();
    }
}
