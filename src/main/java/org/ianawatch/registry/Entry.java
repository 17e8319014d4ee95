package org.ianawatch.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of a registry: its values as the file has them, and what they mean by the roles of the columns. Immutable. */
public final class Entry {
    private final Roles roles;
    private final String[] values;
    private final @Nullable Entry whole;
    private final List<Span> spans;
    private final @Nullable Space space;
    private final String name;
    private final Status status;
    private final int hash;

    private Entry(Roles roles, String[] values, @Nullable Entry whole) {
        if (values.length != roles.columns().size()) {
            throw new IllegalArgumentException("a row has " + roles.columns().size() + " values, not " + values.length);
        }
        this.roles = roles;
        this.values = values;
        this.whole = whole;
        this.hash = Arrays.hashCode(values);
        EntryReader reader = new EntryReader(roles, values);
        this.spans = reader.spans();
        this.space = reader.space();
        this.status = reader.status();
        this.name = reader.name(status);
    }

    /**
     * An entry of values, in the order of the columns.
     *
     * @throws IllegalArgumentException when there are not as many values as columns
     */
    public static Entry of(Roles roles, String... values) {
        return new Entry(roles, values.clone(), null);
    }

    /** The same row under some of its columns alone, in the order of the roles that it is given. */
    public Entry under(Roles some, List<Integer> columns) {
        String[] chosen = new String[columns.size()];
        for (int index = 0; index < chosen.length; index++) {
            chosen[index] = values[columns.get(index)];
        }
        return new Entry(some, chosen, whole());
    }

    /** The row under all of its columns. */
    public Entry whole() {
        return whole == null ? this : whole;
    }

    /** What the columns mean. */
    public Roles roles() {
        return roles;
    }

    /** The value as the file has it, line breaks included; empty where there is none. */
    public String value(Column column) {
        return values[roles.index(column)];
    }

    /** The value of the first column that holds such things; empty where there is no such column. */
    public String value(Column.Content content) {
        Column column = roles.first(content);
        return column == null ? "" : value(column);
    }

    /** The value under a title, as the file has it; empty where there is no such column. */
    public String value(String title) {
        Column column = roles.column(title);
        return column == null ? "" : value(column);
    }

    /** The values in the order of the columns, unmodifiable. */
    public List<String> values() {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    /** The name: of codes the one that the row gives them, else what tells it apart; empty where there is none. */
    public String name() {
        return name;
    }

    /** What tells the row apart, as it is written and without markers: the cell of the code or, without codes, the name. */
    public String text() {
        Integer code = roles.key().code();
        return code == null ? name : Cells.bare(values[code]);
    }

    /** The codes, ascending; empty for a name without one, and where {@link #hasUnreadableCode}. */
    public List<Span> spans() {
        return spans;
    }

    /** The codes where they are one interval, or null. */
    public @Nullable Span span() {
        return spans.size() == 1 ? spans.get(0) : null;
    }

    /** Whether the column of codes holds some text that is no code. */
    public boolean hasUnreadableCode() {
        Integer code = roles.key().code();
        return code != null && spans.isEmpty() && !values[code].isEmpty();
    }

    /** The space, or null where the row names none. */
    public @Nullable Space space() {
        return space;
    }

    /** The spaces that the row speaks for: its own, or those of the roles where it names none. */
    public List<Space> spaces() {
        return space == null ? roles.spaces() : List.of(space);
    }

    /** What its codes are. */
    public Status status() {
        return status;
    }

    /** The columns whose values differ from those of an entry with the same columns, in their order. */
    public List<Column> differences(Entry other) {
        List<Column> different = new ArrayList<>();
        for (int index = 0; index < values.length; index++) {
            if (!values[index].equals(other.values[index])) {
                different.add(roles.columns().get(index));
            }
        }
        return different;
    }

    /** By its values. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Entry that && hash == that.hash && Arrays.equals(values, that.values));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return String.join(",", values);
    }
}
