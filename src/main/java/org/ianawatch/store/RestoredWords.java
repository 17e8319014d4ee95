package org.ianawatch.store;

import java.util.List;

/**
 * The words that a store keeps for others, each list in the order in which a refusal names them.
 *
 * @param refusals why a download was refused
 * @param messages what a message is about
 * @param troubles what can fail
 */
public record RestoredWords(List<String> refusals, List<String> messages, List<String> troubles) {}
