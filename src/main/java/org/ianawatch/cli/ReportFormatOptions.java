package org.ianawatch.cli;

import java.io.IOException;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.report.Format;
import org.ianawatch.report.ReportOptions;
import org.ianawatch.report.Reports;
import picocli.CommandLine.Option;

/** The options that say how changes are shown. */
final class ReportFormatOptions {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = Converters.Formats.class,
            description = "text, json, markdown, csv or html; ${DEFAULT-VALUE} unless set.")
    private Format format = Format.TEXT;

    @Option(names = "--cosmetic", description = "Show changes of white space and of spelling one by one.")
    private boolean cosmetic;

    @Option(names = "--rows", description = "Show the removed and added rows too.")
    private boolean rows;

    void write(ChangeSet changes, Console console) throws IOException {
        Reports.of(format).write(changes, new ReportOptions(cosmetic, rows, console.style()), console.out());
    }

    boolean isText() {
        return format == Format.TEXT;
    }
}
