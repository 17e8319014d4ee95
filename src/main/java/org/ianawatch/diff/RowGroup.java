package org.ianawatch.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ianawatch.registry.Entry;

/**
 * Rows of one identity that only one side has, each in its file's order.
 *
 * @param removed those of the older side
 * @param added those of the newer side
 */
record RowGroup(List<Entry> removed, List<Entry> added) {
    RowGroup() {
        this(new ArrayList<>(), new ArrayList<>());
    }

    /** The rows that differ, by an identity, in the order in which each is met first. */
    static Collection<RowGroup> of(RowDifference rows, Function<Entry, Object> identity) {
        Map<Object, RowGroup> groups = new LinkedHashMap<>();
        rows.removed().forEach(row -> of(groups, identity.apply(row)).removed().add(row));
        rows.added().forEach(row -> of(groups, identity.apply(row)).added().add(row));
        return groups.values();
    }

    private static RowGroup of(Map<Object, RowGroup> groups, Object identity) {
        return groups.computeIfAbsent(identity, unused -> new RowGroup());
    }

    /** How many rows have a partner on the other side. */
    int pairs() {
        return Math.min(removed.size(), added.size());
    }

    /** The rows that have none. */
    RowGroup unpaired() {
        return new RowGroup(removed.subList(pairs(), removed.size()), added.subList(pairs(), added.size()));
    }
}
