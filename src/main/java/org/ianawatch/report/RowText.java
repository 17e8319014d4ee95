package org.ianawatch.report;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words in which rows are written. */
final class RowText {
    private RowText() {}

    /** How many rows there are, at the end of those for people. */
    static String count(long rows) {
        return rows == 1 ? "(1 row)\n" : "(" + rows + " rows)\n";
    }

    /** A value as text: a list with its elements separated by blanks, null as given. */
    static String text(@Nullable Object value, String ofNull) {
        if (value == null) {
            return ofNull;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(element -> text(element, ofNull)).collect(Collectors.joining(" "));
        }
        return value.toString();
    }
}
