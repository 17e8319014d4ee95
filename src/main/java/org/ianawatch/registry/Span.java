package org.ianawatch.registry;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Codes from a lowest to a highest, both inclusive: whole numbers of any size and sign, such as ports, cipher suites or the
 * addresses of IPv6. Immutable. What fits in 64 bits is kept in them.
 */
public final class Span implements Comparable<Span> {
    /** Above all codes: what has no upper end ends here, and what has no lower end begins at its negative. */
    public static final BigInteger UNLIMITED = BigInteger.ONE.shiftLeft(128);

    private final long low;
    private final long high;
    private final @Nullable Wide wide;

    /** The ends of a span that is too wide for 64 bits. */
    private record Wide(BigInteger first, BigInteger last) {}

    private Span(long low, long high, @Nullable Wide wide) {
        this.low = low;
        this.high = high;
        this.wide = wide;
    }

    /**
     * The codes between two.
     *
     * @throws IllegalArgumentException when the first is above the last
     */
    public Span(long first, long last) {
        this(first, last, null);
        if (first > last) {
            throw new IllegalArgumentException("'" + first + "-" + last + "' is no range: the lower one comes first");
        }
    }

    /**
     * The codes between two.
     *
     * @throws IllegalArgumentException when the first is above the last
     */
    public static Span of(BigInteger first, BigInteger last) {
        if (first.bitLength() < Long.SIZE && last.bitLength() < Long.SIZE) {
            return new Span(first.longValueExact(), last.longValueExact());
        }
        if (first.compareTo(last) > 0) {
            throw new IllegalArgumentException("'" + first + "-" + last + "' is no range: the lower one comes first");
        }
        return new Span(0, 0, new Wide(first, last));
    }

    /** The span of one code. */
    public static Span of(long code) {
        return new Span(code, code, null);
    }

    /** The lowest code. */
    public BigInteger first() {
        return wide == null ? BigInteger.valueOf(low) : wide.first;
    }

    /** The highest code. */
    public BigInteger last() {
        return wide == null ? BigInteger.valueOf(high) : wide.last;
    }

    /**
     * The lowest code where all are as small as ports.
     *
     * @throws ArithmeticException when it has more than 31 bits
     */
    public int low() {
        return small(low);
    }

    /**
     * The highest code where all are as small as ports.
     *
     * @throws ArithmeticException when it has more than 31 bits
     */
    public int high() {
        return small(high);
    }

    private int small(long code) {
        if (wide != null) {
            throw new ArithmeticException(this + " has more than 31 bits");
        }
        return Math.toIntExact(code);
    }

    /** Whether the code lies in this span. */
    public boolean contains(long code) {
        return wide == null ? low <= code && code <= high : overlaps(of(code));
    }

    /** Whether any code lies in both. */
    public boolean overlaps(Span other) {
        if (wide == null && other.wide == null) {
            return low <= other.high && other.low <= high;
        }
        return first().compareTo(other.last()) <= 0 && other.first().compareTo(last()) <= 0;
    }

    /** Whether the other begins with the code after the last of this one. */
    public boolean isRightBefore(Span other) {
        if (wide == null && other.wide == null) {
            return high != Long.MAX_VALUE && high + 1 == other.low;
        }
        return last().add(BigInteger.ONE).equals(other.first());
    }

    /** Whether its last code is above that of the other. */
    public boolean endsBehind(Span other) {
        return (wide == null && other.wide == null) ? high > other.high : last().compareTo(other.last()) > 0;
    }

    /** From the first code of this one to the last of the other, which is not below it. */
    public Span to(Span other) {
        return of(first(), other.last());
    }

    /** Whether {@link #low} and {@link #high} have the codes. */
    public boolean isSmall() {
        return wide == null && Integer.MIN_VALUE <= low && high <= Integer.MAX_VALUE;
    }

    /** Whether it is one code. */
    public boolean isOne() {
        return wide == null ? low == high : wide.first.equals(wide.last);
    }

    /** How many codes there are where all are as small as ports, at least 1. */
    public int size() {
        return high() - low() + 1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Span that
                && low == that.low
                && high == that.high
                && (wide == null ? that.wide == null : wide.equals(that.wide));
    }

    @Override
    public int hashCode() {
        return wide == null ? 31 * Long.hashCode(low) + Long.hashCode(high) : wide.hashCode();
    }

    @Override
    public int compareTo(Span other) {
        if (wide == null && other.wide == null) {
            return low == other.low ? Long.compare(high, other.high) : Long.compare(low, other.low);
        }
        int begins = first().compareTo(other.first());
        return begins == 0 ? last().compareTo(other.last()) : begins;
    }

    /** Decimal, with what has no end left out: {@code 278}, {@code 272-279}, {@code -256..-46}, {@code 256..}. */
    @Override
    public String toString() {
        if (isOne()) {
            return first().toString();
        }
        boolean isOpen = first().negate().equals(UNLIMITED) || last().equals(UNLIMITED);
        if (!isOpen && first().signum() >= 0) {
            return first() + "-" + last();
        }
        return (first().negate().equals(UNLIMITED) ? "" : first()) + ".." + (last().equals(UNLIMITED) ? "" : last());
    }
}
