package org.ianawatch.diff;

import java.util.List;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Column.Content;
import org.ianawatch.registry.Entry;

/**
 * One value of a row that changed.
 *
 * @param column which
 * @param before the value as the older file has it, empty where there was none
 * @param after the value as the newer file has it, empty where there is none
 */
public record FieldChange(Column column, String before, String after) {
    /** The values that differ between two rows with the same columns, in their order. */
    public static List<FieldChange> between(Entry before, Entry after) {
        return before.differences(after).stream()
                .map(column -> new FieldChange(column, before.value(column), after.value(column)))
                .toList();
    }

    /** Whether the two differ only in white space, which includes {@code [RFC6335]} against {@code [RFC 6335]}. */
    public boolean isCosmetic() {
        return withoutSpace(before).equals(withoutSpace(after));
    }

    /** Whether a person learns anything from it: it is not cosmetic, and no date of the last edit, which says when and not what. */
    public boolean isTelling() {
        return column.content() != Content.MODIFIED && !isCosmetic();
    }

    private static String withoutSpace(String value) {
        return value.codePoints()
                .filter(point -> !Character.isWhitespace(point) && !Character.isSpaceChar(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
