package org.ianawatch.diff;

import java.util.ArrayList;
import java.util.List;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Header;

/**
 * How the header rows of two files differ.
 *
 * @param renamed those of the twelve columns that stand under another title
 * @param added titles beside the twelve that only the newer file has
 * @param removed titles beside the twelve that only the older file has
 */
public record ColumnChanges(List<Title> renamed, List<String> added, List<String> removed) {
    /**
     * A column's title on both sides.
     *
     * @param before in the older file
     * @param after in the newer file
     */
    public record Title(String before, String after) {}

    /** Compares two headers. */
    public static ColumnChanges between(Header before, Header after) {
        List<Title> renamed = new ArrayList<>();
        for (Column column : Column.ALL) {
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
