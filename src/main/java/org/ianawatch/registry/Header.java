package org.ianawatch.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The header row of a file: which column stands where. Immutable. */
public final class Header {
    private static final int ABSENT = -1;

    private final List<String> titles;
    private final int[] indexes;
    private final boolean isCanonical;

    private Header(List<String> titles, int[] indexes) {
        this.titles = titles;
        this.indexes = indexes;
        this.isCanonical = titles.size() == indexes.length
                && Column.ALL.stream().allMatch(column -> indexes[column.index()] == column.index());
    }

    /**
     * Finds the twelve columns by their titles, wherever they stand; other columns may stand beside them.
     *
     * @throws IllegalArgumentException when one of the twelve is missing or stands twice
     */
    public static Header of(List<String> titles) {
        int[] indexes = new int[Column.ALL.size()];
        Arrays.fill(indexes, ABSENT);
        for (int index = 0; index < titles.size(); index++) {
            Column column = Column.ofTitle(titles.get(index));
            if (column != null && indexes[column.index()] != ABSENT) {
                throw new IllegalArgumentException("the header has the column '" + column.title() + "' twice");
            }
            if (column != null) {
                indexes[column.index()] = index;
            }
        }
        List<String> missing = Column.ALL.stream()
                .filter(column -> indexes[column.index()] == ABSENT)
                .map(column -> "'" + column.title() + "'")
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("the header lacks " + String.join(", ", missing));
        }
        return new Header(List.copyOf(titles), indexes);
    }

    /** All titles as the file has them, in its order. */
    public List<String> titles() {
        return titles;
    }

    /** Where the column stands, counted from 0. */
    public int index(Column column) {
        return indexes[column.index()];
    }

    /** The title under which this file has the column. */
    public String title(Column column) {
        return titles.get(index(column));
    }

    /** The titles that stand beside the twelve, in the file's order. */
    public List<String> others() {
        List<String> others = new ArrayList<>(titles);
        others.removeIf(title -> Column.ofTitle(title) != null);
        return others;
    }

    /** Whether this is the twelve in IANA's order and nothing else, former titles allowed. */
    public boolean isCanonical() {
        return isCanonical;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Header that && titles.equals(that.titles);
    }

    @Override
    public int hashCode() {
        return titles.hashCode();
    }
}
