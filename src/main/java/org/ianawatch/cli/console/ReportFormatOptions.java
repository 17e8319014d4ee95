package org.ianawatch.cli.console;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.ianawatch.cli.command.Option;
import org.ianawatch.cli.command.OptionGroup;
import org.ianawatch.cli.command.Values;
import org.ianawatch.diff.ChangeFilter;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.diff.group.ColumnTitles;
import org.ianawatch.diff.group.GroupChanges;
import org.ianawatch.registry.SiteUse;
import org.ianawatch.report.Format;
import org.ianawatch.report.GroupReport;
import org.ianawatch.report.ReportOptions;
import org.ianawatch.report.Reports;
import org.ianawatch.report.StatReport;

/** The options that say how changes are shown. */
public final class ReportFormatOptions {
    static final Option<Format> FORMAT = Option.choice(
                    "--format", "FORMAT", Format.class, "text, json, markdown, csv or html; text unless set.")
            .unlessSet("text");
    static final Option<Boolean> STAT =
            Option.flag("--stat", "Show how many changes of each kind there are; as text or json.");
    static final Option<Boolean> COSMETIC = Option.flag(
            "--cosmetic", "Show cosmetic changes (white space, spelling of references, Modification Date) one by one.");
    static final Option<Boolean> ROWS = Option.flag("--rows", "Show the removed and added rows too.");
    /** The options, under their title. */
    public static final OptionGroup GROUP = new OptionGroup("The report", List.of(FORMAT, STAT, COSMETIC, ROWS));

    private final Format format;
    private final boolean stat;
    private final boolean cosmetic;
    private final boolean rows;

    /** From the values of the options. */
    public ReportFormatOptions(Values values) {
        this.format = values.get(FORMAT);
        this.stat = values.has(STAT);
        this.cosmetic = values.has(COSMETIC);
        this.rows = values.has(ROWS);
        if (stat && format != Format.TEXT && format != Format.JSON) {
            throw new UsageException("--stat goes with --format text and json");
        }
    }

    /** Writes the report, in which the changes that touch a use are marked. */
    public void write(ChangeSet changes, List<SiteUse> uses, Console console) throws IOException {
        ReportOptions options = new ReportOptions(cosmetic, rows, console.style(), console.columns(), uses);
        if (!stat) {
            Reports.of(format).write(changes, options, console.out());
        } else if (format == Format.JSON) {
            StatReport.writeJson(changes, console.out());
        } else {
            StatReport.writeText(changes, options, console.out());
        }
    }

    /**
     * Writes what changed in a group.
     *
     * @throws UsageException when the format is one of single registries
     */
    public void write(GroupChanges changes, Console console) throws IOException {
        if (stat || (format != Format.TEXT && format != Format.JSON)) {
            String option = stat ? "--stat" : "--format " + format.name().toLowerCase(Locale.ROOT);
            throw new UsageException(option + " shows one registry: name it with --registry GROUP/REGISTRY"
                    + (stat ? "" : ", or take text or json"));
        }
        ReportOptions options = new ReportOptions(cosmetic, rows, console.style(), console.columns(), List.of());
        if (format == Format.JSON) {
            GroupReport.writeJson(changes, options, console.out());
        } else {
            GroupReport.writeText(changes, options, console.out());
        }
    }

    /** What the columns of a group's registries are called in the report. */
    public ColumnTitles columnTitles() {
        return format == Format.JSON ? ColumnTitles.NAMES : ColumnTitles.WORDS;
    }

    /** The changes that the filter takes; the rows of the whole only where they are asked for. */
    public ChangeSet only(ChangeFilter filter, ChangeSet changes) {
        return filter.isEmpty()
                ? changes
                : rows ? changes.only(filter) : changes.only(filter).withoutRows();
    }

    /** Whether the report is plain text. */
    public boolean isText() {
        return format == Format.TEXT;
    }
}
