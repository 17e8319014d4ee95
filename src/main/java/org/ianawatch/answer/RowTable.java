package org.ianawatch.answer;

import java.io.IOException;
import java.util.Arrays;
import org.ianawatch.registry.Span;
import org.ianawatch.store.StoredRow;

/** What the indexes have of each row version, by the number under which it was added: a few bytes each, for a million of them. */
final class RowTable {
    private static final int FIRST_ROWS = 1 << 14;
    private static final int ROWS_AT_ONCE = 1 << 10;
    /** Of a row without a port. */
    private static final int NONE = -1;

    private long[] positions = new long[FIRST_ROWS];
    private int[] froms = new int[FIRST_ROWS];
    private int[] untils = new int[FIRST_ROWS];
    private int[] places = new int[FIRST_ROWS];
    private int[] lows = new int[FIRST_ROWS];
    private int[] highs = new int[FIRST_ROWS];
    private int[] names = new int[FIRST_ROWS];
    private int size;

    /** How many there are. */
    int size() {
        return size;
    }

    /**
     * Adds a row.
     *
     * @param place of its record
     * @param name the number of its name
     */
    void add(StoredRow row, int place, int name) {
        if (size == positions.length) {
            grow(size + size / 2);
        }
        Span ports = row.record().registration().span();
        positions[size] = row.position();
        froms[size] = row.from();
        untils[size] = row.until();
        places[size] = place;
        lows[size] = ports == null ? NONE : ports.low();
        highs[size] = ports == null ? NONE : ports.high();
        names[size++] = name;
    }

    private void grow(int room) {
        positions = Arrays.copyOf(positions, room);
        froms = Arrays.copyOf(froms, room);
        untils = Arrays.copyOf(untils, room);
        places = Arrays.copyOf(places, room);
        lows = Arrays.copyOf(lows, room);
        highs = Arrays.copyOf(highs, room);
        names = Arrays.copyOf(names, room);
    }

    /** The number of the name of a row. */
    int name(int number) {
        return names[number];
    }

    /** The numbers of the rows in the order of the files, and then of time. */
    int[] order() {
        long[] distinct = Arrays.copyOf(positions, size);
        Arrays.sort(distinct);
        int count = 0;
        for (int index = 0; index < size; index++) {
            if (index == 0 || distinct[index] != distinct[index - 1]) {
                distinct[count++] = distinct[index];
            }
        }
        long[] keys = new long[size];
        for (int number = 0; number < size; number++) {
            long position = Arrays.binarySearch(distinct, 0, count, positions[number]);
            keys[number] = position << Integer.SIZE | number;
        }
        Arrays.sort(keys);
        int[] order = new int[size];
        for (int rank = 0; rank < size; rank++) {
            // The versions of one place are few.
            int number = (int) keys[rank];
            int at = rank;
            while (at > 0 && positions[order[at - 1]] == positions[number] && froms[order[at - 1]] > froms[number]) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = number;
        }
        return order;
    }

    /** Writes the rows in this order, and their index by ports. */
    void write(int[] order, AnswerFileWriter file) throws IOException {
        Output rows = new Output();
        PortIndexWriter ports = new PortIndexWriter();
        file.begin(Section.ROWS);
        for (int rank = 0; rank < size; rank++) {
            int number = order[rank];
            rows.wide(positions[number])
                    .integer(froms[number])
                    .integer(untils[number])
                    .integer(places[number]);
            if (lows[number] != NONE) {
                ports.add(lows[number], highs[number], rank);
            }
            if (rank % ROWS_AT_ONCE == 0) {
                file.write(rows);
                rows.clear();
            }
        }
        file.write(rows);
        ports.write(Section.PORTS, file);
    }
}
