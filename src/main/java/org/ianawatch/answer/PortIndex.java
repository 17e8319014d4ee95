package org.ianawatch.answer;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.ianawatch.registry.Span;

/**
 * Finds what touches ports: entries by their lowest port, each with the highest port of all up to it, so that a search knows where
 * nothing below can reach it any more.
 */
final class PortIndex {
    private static final int ENTRY_BYTES = 4 * Integer.BYTES;
    private static final int HIGH = Integer.BYTES;
    private static final int HIGHEST = 2 * Integer.BYTES;
    private static final int PLACE = 3 * Integer.BYTES;

    private final ByteBuffer entries;
    private final int count;

    PortIndex(ByteBuffer entries) {
        this.entries = entries;
        this.count = entries.capacity() / ENTRY_BYTES;
    }

    /** The places of all that touches the ports, in the order of the places. */
    int[] touching(Span ports) {
        int[] found = new int[16];
        int size = 0;
        int from = firstFrom(ports.low());
        for (int entry = from; entry < count && low(entry) <= ports.high(); entry++) {
            found = size == found.length ? Arrays.copyOf(found, size * 2) : found;
            found[size++] = place(entry);
        }
        for (int entry = from - 1; entry >= 0 && highest(entry) >= ports.low(); entry--) {
            if (high(entry) >= ports.low()) {
                found = size == found.length ? Arrays.copyOf(found, size * 2) : found;
                found[size++] = place(entry);
            }
        }
        int[] places = Arrays.copyOf(found, size);
        Arrays.sort(places);
        return places;
    }

    /** The first entry of which the lowest port is this or a higher one; the number of entries where there is none. */
    int firstFrom(int port) {
        int begin = 0;
        int end = count;
        while (begin < end) {
            int middle = (begin + end) >>> 1;
            if (low(middle) < port) {
                begin = middle + 1;
            } else {
                end = middle;
            }
        }
        return begin;
    }

    int count() {
        return count;
    }

    int low(int entry) {
        return entries.getInt(entry * ENTRY_BYTES);
    }

    int high(int entry) {
        return entries.getInt(entry * ENTRY_BYTES + HIGH);
    }

    /** The highest port of all entries up to this one. */
    int highest(int entry) {
        return entries.getInt(entry * ENTRY_BYTES + HIGHEST);
    }

    int place(int entry) {
        return entries.getInt(entry * ENTRY_BYTES + PLACE);
    }
}
