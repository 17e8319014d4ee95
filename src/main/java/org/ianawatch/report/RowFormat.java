package org.ianawatch.report;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The forms in which rows can be written. */
public enum RowFormat {
    /** Aligned columns, for people at a terminal. */
    TABLE,
    /** RFC 4180 with LF, values as they are; null is empty. */
    CSV,
    /** An array with an object for each row. */
    JSON,
    /** A table of GitHub Flavored Markdown. */
    MARKDOWN;

    /**
     * A column.
     *
     * @param name its title
     * @param isNumber whether its values are aligned right
     */
    public record Column(String name, boolean isNumber) {}

    /**
     * Begins to write rows.
     *
     * @throws IOException when {@code out} throws it
     */
    public RowWriter begin(List<Column> columns, Style style, Appendable out) throws IOException {
        return switch (this) {
            case TABLE -> new TableRows(columns, style, out);
            case CSV -> new CsvRows(columns, out);
            case JSON -> new JsonRows(columns, out);
            case MARKDOWN -> new MarkdownRows(columns, out);
        };
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
