package org.ianawatch.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The header row of a file: which column stands where. Immutable. */
public final class Header {
    private static final int ABSENT = -1;

    private final List<String> titles;
    private final Roles roles;
    private final int[] indexes;
    private final boolean isCanonical;

    private Header(List<String> titles, Roles roles, int[] indexes) {
        this.titles = titles;
        this.roles = roles;
        this.indexes = indexes;
        this.isCanonical = titles.size() == indexes.length && isAscending(indexes);
    }

    private static boolean isAscending(int[] indexes) {
        for (int index = 0; index < indexes.length; index++) {
            if (indexes[index] != index) {
                return false;
            }
        }
        return true;
    }

    /**
     * Finds the columns of a registry by their titles, wherever they stand.
     *
     * @throws IllegalArgumentException when one that has to be there is missing, or stands twice
     */
    public static Header of(List<String> titles, Roles roles) {
        Roles own = roles.isFixed() ? roles : roles.under(Table.unique(titles));
        int[] indexes = new int[own.columns().size()];
        Arrays.fill(indexes, ABSENT);
        if (!own.isFixed()) {
            Arrays.setAll(indexes, index -> index);
            return new Header(List.copyOf(titles), own, indexes);
        }
        for (int index = 0; index < titles.size(); index++) {
            Column column = own.column(titles.get(index));
            if (column != null && indexes[own.index(column)] != ABSENT) {
                throw new IllegalArgumentException("the header has the column '" + column.title() + "' twice");
            }
            if (column != null) {
                indexes[own.index(column)] = index;
            }
        }
        refuseMissing(own, indexes);
        return new Header(List.copyOf(titles), own, indexes);
    }

    private static void refuseMissing(Roles roles, int[] indexes) {
        List<String> missing = new ArrayList<>();
        for (int index = 0; index < indexes.length; index++) {
            if (indexes[index] == ABSENT) {
                missing.add("'" + roles.columns().get(index).title() + "'");
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("the header lacks " + String.join(", ", missing));
        }
    }

    /** All titles as the file has them, in its order. */
    public List<String> titles() {
        return titles;
    }

    /** What the columns of this file mean. */
    public Roles roles() {
        return roles;
    }

    /** Where a column stands in the file, counted from 0. */
    public int index(int column) {
        return indexes[column];
    }

    /** The title under which this file has the column. */
    public String title(int column) {
        return titles.get(index(column));
    }

    /** The titles that stand beside those of the registry, in the file's order. */
    public List<String> others() {
        List<String> others = new ArrayList<>();
        for (String title : titles) {
            if (roles.isFixed() && roles.column(title) == null) {
                others.add(title);
            }
        }
        return others;
    }

    /** Whether entries have their values in the file's order, and the file has nothing else; former titles allowed. */
    public boolean isCanonical() {
        return isCanonical;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Header that && titles.equals(that.titles);
    }

    @Override
    public int hashCode() {
        return titles.hashCode();
    }
}
