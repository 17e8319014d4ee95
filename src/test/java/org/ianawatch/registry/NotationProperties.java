package org.ianawatch.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What a notation writes it reads as the same codes. */
class NotationProperties {
    private static void assertRead(Notation notation, Span span, String like) {
        assertEquals(List.of(span), notation.read(notation.write(span, like)), like);
    }

    @Property(tries = 300)
    void numbersOfAnyBase(@ForAll @LongRange(min = 0) long first, @ForAll @IntRange(min = 0, max = 9) int more) {
        Span span = new Span(Math.min(first, Long.MAX_VALUE - 9), Math.min(first, Long.MAX_VALUE - 9) + more);
        for (String like : List.of("7", "0x0007", "0X7-0x9", "0b010", "01b", "Bits 3-4", "7 (0x07)", "5 and above")) {
            assertRead(Notation.NUMBERS, span, like);
        }
    }

    @Property(tries = 300)
    void numbersBelowZeroAndWithoutAnEnd(@ForAll int first, @ForAll @IntRange(min = 0, max = 9) int more) {
        assertRead(Notation.NUMBERS, new Span(first, (long) first + more), "-256 to -46");
        assertRead(Notation.NUMBERS, Span.of(BigInteger.valueOf(Math.abs((long) first)), Span.UNLIMITED), ">=256");
        assertRead(Notation.NUMBERS, Span.of(Span.UNLIMITED.negate(), BigInteger.valueOf(first)), "less than -65536");
    }

    @Property(tries = 300)
    void twoBytes(
            @ForAll @IntRange(min = 0, max = 0xFFFF) int one, @ForAll @IntRange(min = 0, max = 0xFFFF) int other) {
        Span span = new Span(Math.min(one, other), Math.max(one, other));
        assertRead(Notation.NUMBERS, span, "0x13,0x01");
        assertRead(Notation.NUMBERS, span, "0x5B-69,*");
    }

    @Property(tries = 300)
    void hexadecimalWithoutASign(
            @ForAll @IntRange(min = 0x10) int first, @ForAll @IntRange(min = 0, max = 9) int more) {
        int low = Math.min(first, Integer.MAX_VALUE - 9);
        assertRead(Notation.HEXADECIMAL, new Span(low, low + more), "00AF-00B0");
    }

    @Property(tries = 300)
    void addresses(
            @ForAll @LongRange(min = 0, max = 0xFFFF_FFFFL) long four,
            @ForAll @BigRange(min = "0", max = "340282366920938463463374607431768211455") BigInteger six) {
        assertRead(Notation.ADDRESSES, new Span(four, 0xFFFF_FFFFL), "10.0.0.0/8");
        assertRead(Notation.ADDRESSES, Span.of(six, six), "::1");
        // With a run of zeros in the middle.
        BigInteger sparse = six.shiftRight(96).shiftLeft(96).or(six.and(BigInteger.valueOf(0xFFFF)));
        assertRead(Notation.ADDRESSES, Span.of(sparse, sparse), "2001:db8::/32");
    }
}
