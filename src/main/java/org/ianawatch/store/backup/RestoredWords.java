package org.ianawatch.store.backup;

import java.util.List;
import java.util.function.Predicate;

/**
 * The words that a store keeps for others, each list in the order in which a refusal names them, and the names that a site may
 * rely on.
 *
 * @param refusals why a download was refused
 * @param messages what a message is about
 * @param troubles what can fail
 * @param isName whether something may be called by a name
 * @param nameRule which names those are, in a clause
 */
public record RestoredWords(
        List<String> refusals,
        List<String> messages,
        List<String> troubles,
        Predicate<String> isName,
        String nameRule) {}
