package org.ianawatch.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The forms in which rows can be written. */
public enum RowFormat {
    /** Aligned columns, for people at a terminal. */
    TABLE,
    /** RFC 4180 with LF, values as they are; null is nothing, and an empty text {@code ""}. */
    CSV,
    /** An array with an object for each row. */
    JSON,
    /** JSON Lines: an object on a line of its own for each row. */
    JSONL,
    /** Tabs between values, with the escapes of PostgreSQL's {@code COPY}; null is {@code \N}. */
    TSV,
    /** A table of GitHub Flavored Markdown. */
    MARKDOWN;

    /**
     * The format with that name, in either case.
     *
     * @throws IllegalArgumentException when it is none, with what is possible
     */
    public static RowFormat ofWord(String word) {
        return Stream.of(values())
                .filter(format -> format.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is none of " + words()));
    }

    /** The names of all, with commas between them. */
    public static String words() {
        return Stream.of(values())
                .map(format -> format.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /**
     * Begins to write rows.
     *
     * @param layout of a table; other formats have their own
     * @throws IOException when {@code out} throws it
     */
    public RowWriter begin(List<RowWriter.Column> columns, TableLayout layout, Appendable out) throws IOException {
        return switch (this) {
            case TABLE ->
                switch (layout.expansion()) {
                    case OFF -> new TableRows(columns, layout, out);
                    case ON -> new ExpandedRows(columns, layout, out);
                    case AUTO -> new FittingRows(columns, layout, out);
                };
            case CSV -> new CsvRows(columns, out);
            case JSON -> new JsonRows(columns, out);
            case JSONL -> new JsonLineRows(columns, out);
            case TSV -> new TsvRows(columns, out);
            case MARKDOWN -> new MarkdownRows(columns, out);
        };
    }
}
