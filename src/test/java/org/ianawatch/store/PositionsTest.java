package org.ianawatch.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PositionsTest {
    @Property(tries = 1000)
    void positionsAscendBetweenTheBounds(
            @ForAll @LongRange(min = -1000, max = 1000) long below,
            @ForAll @LongRange(min = 1, max = 100) long room,
            @ForAll @IntRange(min = 1, max = 60) int count) {
        Optional<long[]> found = Positions.between(below, below + room, count);
        assertEquals(room > count, found.isPresent());
        found.ifPresent(positions -> assertAscends(below, positions, below + room, count));
    }

    @Test
    void thereIsRoomAtBothEnds() {
        assertAscends(Long.MIN_VALUE, Positions.between(null, null, 3).orElseThrow(), Long.MAX_VALUE, 3);
        assertAscends(7, Positions.between(7L, null, 3).orElseThrow(), Long.MAX_VALUE, 3);
        assertAscends(Long.MIN_VALUE, Positions.between(null, 7L, 3).orElseThrow(), 7, 3);
    }

    @Test
    void newRowsLeaveRoomBetweenThem() {
        assertArrayEquals(
                new long[] {1L << 32, 2L << 32},
                Positions.between(null, null, 2).orElseThrow());
        assertArrayEquals(
                new long[] {10 + (1L << 32)}, Positions.between(10L, null, 1).orElseThrow());
        assertArrayEquals(
                new long[] {1L << 31}, Positions.between(0L, 1L << 32, 1).orElseThrow());
    }

    private static void assertAscends(long below, long[] positions, long above, int count) {
        assertEquals(count, positions.length);
        long last = below;
        for (long position : positions) {
            assertTrue(position > last);
            last = position;
        }
        assertTrue(last < above);
    }
}
