package org.ianawatch.answer;

import java.io.IOException;
import java.util.Arrays;
import org.ianawatch.registry.Span;
import org.jspecify.annotations.Nullable;

/** Collects places by their ports, and writes them as {@link PortIndex} reads them. */
final class PortIndexWriter {
    private static final int FIRST_ENTRIES = 1 << 10;
    private static final int ENTRIES_AT_ONCE = 1 << 10;

    /** The lowest port, and below it the order in which they were added. */
    private long[] keys = new long[FIRST_ENTRIES];

    private int[] highs = new int[FIRST_ENTRIES];
    private int[] places = new int[FIRST_ENTRIES];
    private int size;

    /** Adds a place; one that has no codes, or larger ones than ports are, is left out. */
    void add(@Nullable Span ports, int place) {
        if (ports != null && ports.isSmall()) {
            add(ports.low(), ports.high(), place);
        }
    }

    /** Adds a place by its lowest and its highest port. */
    void add(int low, int high, int place) {
        if (size == keys.length) {
            int room = size + size / 2;
            keys = Arrays.copyOf(keys, room);
            highs = Arrays.copyOf(highs, room);
            places = Arrays.copyOf(places, room);
        }
        keys[size] = (long) low << Integer.SIZE | size;
        highs[size] = high;
        places[size++] = place;
    }

    /** Writes the index, after which nothing can be added. */
    void write(Section section, AnswerFileWriter file) throws IOException {
        Arrays.sort(keys, 0, size);
        Output entries = new Output();
        int highest = -1;
        file.begin(section);
        for (int entry = 0; entry < size; entry++) {
            int added = (int) keys[entry];
            highest = Math.max(highest, highs[added]);
            entries.integer((int) (keys[entry] >>> Integer.SIZE))
                    .integer(highs[added])
                    .integer(highest)
                    .integer(places[added]);
            if (entry % ENTRIES_AT_ONCE == 0) {
                file.write(entries);
                entries.clear();
            }
        }
        file.write(entries);
    }
}
