package org.ianawatch.sync;

import java.util.ArrayList;
import java.util.List;
import org.ianawatch.made.Rows;
import org.ianawatch.made.Writing;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Entry;

/**
 * The registry as it is published at one time.
 *
 * @param rows its rows, in the file's order
 */
record Edition(List<Entry> rows) {
    private static final int PADDED_WIDTH = 40;

    Edition {
        rows = List.copyOf(rows);
    }

    /** An edition of so many rows, for the ports from 1 on; each takes as many bytes as the others but for its digits. */
    static Edition of(int count) {
        List<Entry> rows = new ArrayList<>();
        for (int port = 1; port <= count; port++) {
            rows.add(assigned(port));
        }
        return new Edition(rows);
    }

    /** The row of a port as {@link #of} makes it. */
    static Entry assigned(int port) {
        return Rows.row("service-" + port, Integer.toString(port), "tcp", "x".repeat(PADDED_WIDTH));
    }

    /** The edition without the last rows. */
    Edition withoutLast(int count) {
        return new Edition(rows.subList(0, rows.size() - count));
    }

    /** The edition without the row of that port. */
    Edition without(int port) {
        return new Edition(rows.stream().filter(row -> !isAt(row, port)).toList());
    }

    /** The edition with another row at its end. */
    Edition with(Entry row) {
        List<Entry> more = new ArrayList<>(rows);
        more.add(row);
        return new Edition(more);
    }

    /** The edition with another description of that port. */
    Edition describing(int port, String description) {
        return new Edition(rows.stream()
                .map(row -> isAt(row, port) ? Rows.with(row, PortRegistry.DESCRIPTION, description) : row)
                .toList());
    }

    /** The edition with the row of that port moved to the end of the file. */
    Edition withMovedToTheEnd(int port) {
        Entry row = rows.stream().filter(each -> isAt(each, port)).findFirst().orElseThrow();
        return without(port).with(row);
    }

    /** The edition with other references in the first rows, of the same length. */
    Edition amended(int count) {
        List<Entry> changed = new ArrayList<>(rows);
        for (int index = 0; index < count; index++) {
            changed.set(index, Rows.with(changed.get(index), PortRegistry.REFERENCE, "[RFC9999]"));
        }
        return new Edition(changed);
    }

    /** The file, written IANA's way. */
    byte[] bytes() {
        return Writing.USUAL.bytes(rows);
    }

    private static boolean isAt(Entry row, int port) {
        return row.value(PortRegistry.PORT_NUMBER).equals(Integer.toString(port));
    }
}
