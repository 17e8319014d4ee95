package org.ianawatch.diff;

import org.ianawatch.registry.Column;

/**
 * One value of a row that changed.
 *
 * @param column which
 * @param before the value as the older file has it, empty where there was none
 * @param after the value as the newer file has it, empty where there is none
 */
public record FieldChange(Column column, String before, String after) {
    /** Whether the two differ only in white space, which includes {@code [RFC6335]} against {@code [RFC 6335]}. */
    public boolean isCosmetic() {
        return withoutSpace(before).equals(withoutSpace(after));
    }

    /** Whether a person learns anything from it: it is not cosmetic, and no Modification Date, which says when and not what. */
    public boolean isTelling() {
        return column != Column.MODIFICATION_DATE && !isCosmetic();
    }

    private static String withoutSpace(String value) {
        return value.codePoints()
                .filter(point -> !Character.isWhitespace(point) && !Character.isSpaceChar(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
