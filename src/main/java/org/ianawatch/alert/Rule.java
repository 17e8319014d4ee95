package org.ianawatch.alert;

import java.util.List;

/**
 * Who is told what, and how often.
 *
 * @param name its name, by which messages are known
 * @param filter which changes it is about
 * @param cosmetic whether changes that tell nobody anything are listed; else they are counted
 * @param channels the names of those that are told
 * @param digest how changes are gathered
 */
public record Rule(String name, RuleFilter filter, boolean cosmetic, List<String> channels, DigestPeriod digest) {
    /** Whether a message of this rule lists the change. */
    public boolean lists(ObservedChange observed) {
        return filter.test(observed) && (cosmetic || observed.change().isTelling());
    }

    /** Whether a message of this rule counts the change, and does not list it. */
    public boolean folds(ObservedChange observed) {
        return !cosmetic && !observed.change().isTelling() && filter.test(observed);
    }
}
