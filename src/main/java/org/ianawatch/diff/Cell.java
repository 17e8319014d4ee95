package org.ianawatch.diff;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;
import org.jspecify.annotations.Nullable;

/**
 * What one snapshot says of a code in a space, or of a name.
 *
 * @param status the strongest of the rows that speak for it; unassigned where none does
 * @param named the assigned rows by name, the first of a name; one name may be empty
 * @param holder the first row that gives the cell its status, which is not assigned, or null
 * @param held the first row that does not assign the cell, whatever others do, or null
 */
public record Cell(Status status, Map<String, Entry> named, @Nullable Entry holder, @Nullable Entry held) {
    /** The cell of a space, from the rows that cover its code: those that name it, or else those that name none. */
    public static Cell of(Space space, List<Entry> covering) {
        List<Entry> speaking =
                covering.stream().filter(row -> space.equals(row.space())).toList();
        return of(
                speaking.isEmpty()
                        ? covering.stream()
                                .filter(row ->
                                        row.space() == null && row.spaces().contains(space))
                                .toList()
                        : speaking);
    }

    /** The cell for which all of the rows speak. */
    static Cell of(List<Entry> speaking) {
        Status status = Status.UNASSIGNED;
        Map<String, Entry> named = new TreeMap<>();
        Entry held = null;
        for (Entry row : speaking) {
            status = row.status().compareTo(status) > 0 ? row.status() : status;
            if (row.status() == Status.ASSIGNED) {
                named.putIfAbsent(row.name(), row);
            } else {
                held = held == null ? row : held;
            }
        }
        return new Cell(status, named, holder(status, speaking), held);
    }

    /** The names in order; one may be empty. */
    public Set<String> names() {
        return named.keySet();
    }

    /** The codes of the row that holds the cell without assigning it, or null. */
    public @Nullable Span block() {
        return holder == null ? null : holder.span();
    }

    /** The assigned rows whose names the other does not have. */
    Map<String, Entry> without(Cell other) {
        Map<String, Entry> rest = new TreeMap<>(named);
        rest.keySet().removeAll(other.named.keySet());
        return rest;
    }

    private static @Nullable Entry holder(Status status, List<Entry> speaking) {
        if (status == Status.ASSIGNED) {
            return null;
        }
        for (Entry row : speaking) {
            if (row.status() == status) {
                return row;
            }
        }
        return null;
    }
}
