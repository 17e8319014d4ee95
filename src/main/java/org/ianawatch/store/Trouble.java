package org.ianawatch.store;

import java.time.Instant;

/**
 * A trouble of the job that operators know of.
 *
 * @param kind one word
 * @param since since when it is
 */
public record Trouble(String kind, Instant since) {}
