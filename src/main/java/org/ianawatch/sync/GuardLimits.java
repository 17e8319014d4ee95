package org.ianawatch.sync;

import java.time.Duration;

/**
 * What a genuine new edition does not exceed. The largest genuine steps of 2016 to 2024 were 0.1% fewer rows, 0.3% fewer
 * bytes, and 321 changed rows.
 *
 * @param lostRowsPercent how much of its rows the file may lose, in percent
 * @param lostBytesPercent how much of its bytes it may lose, in percent
 * @param changedRows how many rows it may change
 * @param settle how long a step back must be there before it is taken as true
 */
public record GuardLimits(double lostRowsPercent, double lostBytesPercent, int changedRows, Duration settle) {
    /** 0.5%, 1%, 400 rows, 24 hours. */
    public static final GuardLimits DEFAULT = new GuardLimits(0.5, 1.0, 400, Duration.ofHours(24));

    /**
     * Limits that can be kept.
     *
     * @throws IllegalArgumentException when one is below zero or no number
     */
    public GuardLimits {
        notNegative("lost rows", lostRowsPercent);
        notNegative("lost bytes", lostBytesPercent);
        notNegative("changed rows", changedRows);
    }

    private static void notNegative(String what, double limit) {
        if (!(limit >= 0)) {
            throw new IllegalArgumentException("the limit of " + what + " cannot be " + limit + ": write 0 or more");
        }
    }
}
