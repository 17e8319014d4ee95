package org.ianawatch.diff;

import java.util.ArrayList;
import java.util.List;
import org.ianawatch.registry.Header;

/**
 * How the header rows of two files differ.
 *
 * @param renamed the columns that stand under another title
 * @param added titles that only the newer file has
 * @param removed titles that only the older file has
 */
public record ColumnChanges(List<Title> renamed, List<String> added, List<String> removed) {
    /**
     * A column's title on both sides.
     *
     * @param before in the older file
     * @param after in the newer file
     */
    public record Title(String before, String after) {}

    /** Compares the headers of two files that have the same columns, and perhaps others beside them. */
    public static ColumnChanges between(Header before, Header after) {
        List<Title> renamed = new ArrayList<>();
        for (int column = 0; column < before.roles().columns().size(); column++) {
            if (!before.title(column).equals(after.title(column))) {
                renamed.add(new Title(before.title(column), after.title(column)));
            }
        }
        return new ColumnChanges(renamed, without(after, before), without(before, after));
    }

    /** Whether the two headers have the same titles, in whatever order. */
    public boolean isEmpty() {
        return renamed.isEmpty() && added.isEmpty() && removed.isEmpty();
    }

    private static List<String> without(Header header, Header other) {
        List<String> others = header.others();
        others.removeAll(other.others());
        return others;
    }
}
