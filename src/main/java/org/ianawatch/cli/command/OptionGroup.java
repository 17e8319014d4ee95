package org.ianawatch.cli.command;

import java.util.List;

/**
 * Options that texts show together.
 *
 * @param title what they have in common
 * @param options in the order of texts
 */
public record OptionGroup(String title, List<Option<?>> options) {}
