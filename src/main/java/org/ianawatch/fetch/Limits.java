package org.ianawatch.fetch;

import java.time.Duration;

/**
 * How far a download may go.
 *
 * @param connect for making one connection
 * @param idle for the wait until an answer begins, and between any two of its bytes
 * @param total for everything: all tries, redirects and pauses
 * @param maximumBytes of the content once it is decompressed, inclusive
 * @param retries how often a try that failed is repeated; 0 for never
 * @param firstPause before the first repetition; it doubles with each, and up to half of it is taken off at random
 * @param longestPause where the doubling ends; a server that asks for more by {@code Retry-After} is given more
 */
public record Limits(
        Duration connect,
        Duration idle,
        Duration total,
        long maximumBytes,
        int retries,
        Duration firstPause,
        Duration longestPause) {
    /** 10 s to connect, 30 s idle, 5 min in all, 64 MiB, 4 retries after 1, 2, 4 and 8 s. */
    public static final Limits DEFAULT = new Limits(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            64L << 20,
            4,
            Duration.ofSeconds(1),
            Duration.ofSeconds(60));

    /**
     * Limits that can be kept.
     *
     * @throws IllegalArgumentException when a time or the size is not above zero, the retries are below, or the longest
     *     pause is shorter than the first
     */
    public Limits {
        positive("time to connect", connect);
        positive("idle time", idle);
        positive("total time", total);
        positive("first pause", firstPause);
        if (longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException(
                    "the longest pause, " + longestPause + ", is shorter than the first, " + firstPause);
        }
        if (maximumBytes <= 0) {
            throw new IllegalArgumentException("the size limit must be above zero, and is " + maximumBytes);
        }
        if (retries < 0) {
            throw new IllegalArgumentException("the number of retries cannot be negative, and is " + retries);
        }
    }

    private static void positive(String name, Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("the " + name + " must be above zero, and is " + Quantity.of(time));
        }
    }
}
