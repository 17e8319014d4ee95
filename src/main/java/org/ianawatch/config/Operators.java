package org.ianawatch.config;

import java.util.List;

/**
 * Who is told of failures of the job itself.
 *
 * @param channels the names of their channels; empty where nobody is told
 * @param unreadableAfterDays how long the source may be unreadable before they are, in days, at least 1
 */
public record Operators(List<String> channels, int unreadableAfterDays) {}
