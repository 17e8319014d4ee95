package org.ianawatch.registry;

/**
 * Codes of a registry that are assigned by one rule.
 *
 * @param word what they are called, as the defining document has it
 * @param codes all of them
 * @param rule how they are assigned, in a clause
 */
public record CodeRange(String word, Span codes, String rule) implements Word {}
