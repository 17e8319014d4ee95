package org.ianawatch.alert;

import java.util.List;

/**
 * What a rule is to be told at once.
 *
 * @param observations one, or those of a day or week in their order, at least one
 */
public record Due(Rule rule, List<Observation> observations) {
    /** Whether a message of the rule lists a change that this snapshot brought. */
    boolean lists(Observation observation, ObservedChange observed) {
        return isOf(observation) && rule.lists(observed);
    }

    /** Whether a message of the rule counts the change, and does not list it. */
    boolean folds(Observation observation, ObservedChange observed) {
        return isOf(observation) && rule.folds(observed);
    }

    /** Whether it lists any change. */
    boolean listsAny() {
        return observations.stream()
                .flatMap(observation -> observation.changes().stream())
                .anyMatch(rule::lists);
    }

    private boolean isOf(Observation observation) {
        return observations.stream().anyMatch(own -> own.snapshot() == observation.snapshot());
    }
}
