package org.ianawatch.made;

import java.util.List;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Span;

/**
 * Something that IANA does to a registry.
 *
 * @param kind what
 * @param at the row that it is done to, modulo their number
 * @param other another row, likewise
 * @param row what a new row or value is taken from
 */
record Edit(Kind kind, int at, int other, Entry row) {
    enum Kind {
        ADD,
        REMOVE,
        REPLACE,
        RENAME,
        AMEND,
        MOVE,
        DUPLICATE,
        SPLIT
    }

    void apply(List<Entry> rows) {
        if (rows.isEmpty()) {
            rows.add(row);
            return;
        }
        int index = at % rows.size();
        int there = other % rows.size();
        switch (kind) {
            case ADD -> rows.add(index, row);
            case REMOVE -> rows.remove(index);
            case REPLACE -> rows.set(index, row);
            case RENAME -> change(rows, index, PortRegistry.SERVICE_NAME);
            case AMEND -> {
                change(rows, index, PortRegistry.REFERENCE);
                change(rows, index, PortRegistry.DESCRIPTION);
            }
            case MOVE -> rows.add(there, rows.remove(index));
            case DUPLICATE -> rows.add(there, rows.get(index));
            case SPLIT -> split(rows, index);
        }
    }

    private void change(List<Entry> rows, int index, Column column) {
        Entry old = rows.get(index);
        if (old.span() != null
                || !column.equals(PortRegistry.SERVICE_NAME)
                || !row.name().isEmpty()) {
            rows.set(index, Rows.with(old, column, row.value(column)));
        }
    }

    private static void split(List<Entry> rows, int index) {
        Span ports = rows.get(index).span();
        if (ports != null && ports.size() > 1) {
            Entry old = rows.remove(index);
            int middle = ports.low() + ports.size() / 2;
            rows.add(index, Rows.with(old, PortRegistry.PORT_NUMBER, new Span(middle, ports.high()).toString()));
            rows.add(index, Rows.with(old, PortRegistry.PORT_NUMBER, new Span(ports.low(), middle - 1).toString()));
        }
    }
}
