package org.ianawatch.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a registry mean. Columns are named by their index, counted from 0.
 *
 * @param columns all that count, in the order in which entries have their values
 * @param isFixed whether every file has just these, wherever they stand, and what stands beside them does not count; else each
 *     file has its own
 * @param key which tell rows apart
 * @param labels which say what a row is for: the first that is filled; the first of them has its name
 * @param notation how the codes are written
 * @param words by which words a row says what its codes are
 * @param spaces for which a row speaks that names none, in their order; {@link Space#NONE} where the registry has none
 */
public record Roles(
        List<Column> columns,
        boolean isFixed,
        Key key,
        List<Integer> labels,
        Notation notation,
        StatusWords words,
        List<Space> spaces) {

    /**
     * The columns that tell rows apart.
     *
     * @param columns all of them
     * @param code the one of them that has codes, or null where rows are told apart by name
     * @param isExact whether they tell all rows apart but for a few
     */
    public record Key(List<Integer> columns, @Nullable Integer code, boolean isExact) {
        /** Columns that tell rows apart. */
        public Key(List<Integer> columns, @Nullable Integer code) {
            this(columns, code, true);
        }

        /** Those that do not have the code. */
        public List<Integer> scope() {
            return columns.stream().filter(column -> !column.equals(code)).toList();
        }
    }

    /** Whether rows have codes, not names alone. */
    public boolean areCoded() {
        return key.code() != null;
    }

    /** Whether a column is one of those that tell rows apart, its name among them. */
    public boolean tellsApart(int column) {
        return key.columns().contains(column) || (!labels.isEmpty() && labels.get(0) == column);
    }

    /** Where a column stands among the values of an entry. */
    public int index(Column column) {
        for (int index = 0; index < columns.size(); index++) {
            if (columns.get(index).equals(column)) {
                return index;
            }
        }
        throw new IllegalArgumentException("there is no column '" + column.title() + "'");
    }

    /** The first column that holds such things, or null. */
    public @Nullable Column first(Column.Content content) {
        for (Column column : columns) {
            if (column.content() == content) {
                return column;
            }
        }
        return null;
    }

    /** The column that a title stands for, or null. */
    public @Nullable Column column(String title) {
        for (Column column : columns) {
            if (column.isCalled(title)) {
                return column;
            }
        }
        return null;
    }

    /**
     * What the columns mean in a file with these titles.
     *
     * @throws IllegalArgumentException when it lacks a column of the key, or one of those that every file has
     */
    Roles under(List<String> titles) {
        if (isFixed) {
            return this;
        }
        List<Column> own = new ArrayList<>();
        for (String title : titles) {
            Column known = column(title);
            own.add(known == null ? Column.of(title) : new Column(title, null, known.content()));
        }
        List<Integer> keyed = new ArrayList<>();
        for (int column : key.columns()) {
            keyed.add(required(column, titles));
        }
        Integer code = key.code() == null ? null : required(key.code(), titles);
        List<Integer> labelled = new ArrayList<>();
        for (int column : labels) {
            int found = find(column, titles);
            if (found >= 0) {
                labelled.add(found);
            }
        }
        return new Roles(
                List.copyOf(own),
                false,
                new Key(List.copyOf(keyed), code),
                List.copyOf(labelled),
                notation,
                words,
                spaces);
    }

    /** The same of some of the columns alone, in the order in which these are given; null where one of the key is not among them. */
    public @Nullable Roles only(List<Integer> some) {
        return some.containsAll(key.columns())
                ? moved(some.stream().map(columns::get).toList(), some::indexOf)
                : null;
    }

    /**
     * The same in a file that has other columns, too.
     *
     * @param titles all that the file has
     * @param places for each of the columns where it stands among them
     */
    public Roles among(List<String> titles, List<Integer> places) {
        List<Column> all = new ArrayList<>();
        for (int place = 0; place < titles.size(); place++) {
            int column = places.indexOf(place);
            all.add(Column.of(
                    titles.get(place),
                    column < 0 ? Column.Content.PLAIN : columns.get(column).content()));
        }
        return moved(List.copyOf(all), places::get);
    }

    /** Those with other columns, of which a function tells where each stands now; below 0 where it does not. */
    private Roles moved(List<Column> others, UnaryOperator<Integer> place) {
        List<Integer> labelled =
                labels.stream().map(place).filter(found -> found >= 0).toList();
        Integer code = key.code();
        return new Roles(
                others,
                false,
                new Key(
                        key.columns().stream().map(place).toList(),
                        code == null ? null : place.apply(code),
                        key.isExact()),
                labelled,
                notation,
                words,
                spaces);
    }

    private int required(int column, List<String> titles) {
        int found = find(column, titles);
        if (found < 0) {
            throw new IllegalArgumentException(
                    "the header lacks '" + columns.get(column).title() + "'");
        }
        return found;
    }

    private int find(int column, List<String> titles) {
        for (int index = 0; index < titles.size(); index++) {
            if (columns.get(column).isCalled(titles.get(index))) {
                return index;
            }
        }
        return -1;
    }
}
