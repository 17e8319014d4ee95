package org.ianawatch.report;

/**
 * What a report shows.
 *
 * @param cosmetic whether text, Markdown and HTML show cosmetic changes one by one, and not as a count; JSON and CSV
 *     always hold them
 * @param rows whether the removed and added rows are shown too; CSV never does
 * @param style colour for the text report; the other formats take no notice
 */
public record ReportOptions(boolean cosmetic, boolean rows, Style style) {
    /** Cosmetic changes as a count, no rows, no colour. */
    public static final ReportOptions DEFAULT = new ReportOptions(false, false, Style.PLAIN);
}
