package org.ianawatch.registry;

import org.jspecify.annotations.Nullable;

/**
 * Ports from {@code low} to {@code high}, both inclusive.
 *
 * @param low the first port, 0 to 65535
 * @param high the last port, not below {@code low}, at most 65535
 */
public record Span(int low, int high) implements Comparable<Span> {
    /** The last port there is: the field in the headers of the transports has 16 bits. */
    public static final int LAST_PORT = 65_535;

    /** Checks the bounds. */
    public Span {
        if (low < 0 || high > LAST_PORT || low > high) {
            throw new IllegalArgumentException("'" + low + (low == high ? "" : "-" + high)
                    + "' is no port or range of ports: they go from 0 to 65535, the lower one first");
        }
    }

    /** The range of one port. */
    public static Span of(int port) {
        return new Span(port, port);
    }

    /**
     * Reads {@code 278} or {@code 272-279}, as the registry spells them.
     *
     * @throws IllegalArgumentException when the text is neither
     */
    public static Span parse(String text) {
        int dash = text.indexOf('-');
        try {
            return dash < 0
                    ? of(number(text))
                    : new Span(number(text.substring(0, dash)), number(text.substring(dash + 1)));
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no port and no range of ports: write 278 or 272-279", notANumber);
        }
    }

    /** Java takes signs, and the digits of any script. */
    private static int number(String digits) {
        for (int index = 0; index < digits.length(); index++) {
            if (digits.charAt(index) < '0' || digits.charAt(index) > '9') {
                throw new NumberFormatException(digits);
            }
        }
        return Integer.parseInt(digits);
    }

    /** The range that a text spells as {@link #parse} reads it, or null where it spells none. */
    public static @Nullable Span find(String text) {
        try {
            return text.isEmpty() ? null : parse(text);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    /** Whether the port lies in this range. */
    public boolean contains(int port) {
        return low <= port && port <= high;
    }

    /** Whether any port lies in both ranges. */
    public boolean overlaps(Span other) {
        return low <= other.high && other.low <= high;
    }

    /** How many ports there are, at least 1. */
    public int size() {
        return high - low + 1;
    }

    /** Written out, since Java makes those of a record when they are first called, which takes milliseconds. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Span that && low == that.low && high == that.high;
    }

    @Override
    public int hashCode() {
        return 31 * low + high;
    }

    @Override
    public int compareTo(Span other) {
        return low == other.low ? Integer.compare(high, other.high) : Integer.compare(low, other.low);
    }

    /** The registry's own spelling: {@code 278} or {@code 272-279}. */
    @Override
    public String toString() {
        return low == high ? Integer.toString(low) : low + "-" + high;
    }
}
