package org.ianawatch.store;

import java.time.Duration;

/**
 * What a query may take.
 *
 * @param time until its result begins
 * @param rows of its result, at least 1; {@link Integer#MAX_VALUE} for any number
 */
public record QueryLimits(Duration time, int rows) {}
