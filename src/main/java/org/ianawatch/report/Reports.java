package org.ianawatch.report;

/** The report for each format. */
public final class Reports {
    private Reports() {}

    /** The report that writes the format. */
    public static Report of(Format format) {
        return switch (format) {
            case TEXT -> new TextReport();
            case JSON -> new JsonReport();
            case MARKDOWN -> new MarkdownReport();
            case CSV -> new CsvReport();
            case HTML -> new HtmlReport();
        };
    }
}
