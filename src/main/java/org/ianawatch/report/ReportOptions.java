package org.ianawatch.report;

import java.util.List;
import org.ianawatch.registry.SiteUse;

/**
 * What a report shows.
 *
 * @param cosmetic whether text, Markdown and HTML show cosmetic changes one by one, and not as a count; JSON and CSV
 *     always hold them
 * @param rows whether the removed and added rows are shown too; CSV never does
 * @param style colour for the text report; the other formats take no notice
 * @param columns of the terminal that the text report is made for
 * @param uses what this site uses: text, Markdown and HTML mark the changes that touch it; JSON and CSV do not
 */
public record ReportOptions(boolean cosmetic, boolean rows, Style style, int columns, List<SiteUse> uses) {
    /** Cosmetic changes as a count, no rows, no colour, no uses. */
    public static final ReportOptions DEFAULT =
            new ReportOptions(false, false, Style.PLAIN, TextTable.STANDARD_COLUMNS, List.of());
}
