package org.ianawatch.store.query;

import java.time.Duration;

/**
 * What a query may take.
 *
 * @param time until its last row was read and written, without the time for which others keep the output waiting
 * @param rows of its result, at least 1; {@link Integer#MAX_VALUE} for any number
 */
public record QueryLimits(Duration time, int rows) {}
