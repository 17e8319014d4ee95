package org.ianawatch.report;

import java.io.IOException;
import java.util.List;
import org.ianawatch.csv.CsvLine;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.diff.FieldChange;
import org.ianawatch.registry.Entry;

/** For pasting in an issue or a wiki (GitHub Flavored Markdown): a list, the values behind a change nested in it. */
public final class MarkdownReport implements Report {
    @Override
    public void write(ChangeSet changes, ReportOptions options, Appendable out) throws IOException {
        Summary summary = Summary.of(changes, options);
        out.append("## ").append(MarkdownText.escape(summary.headline())).append('\n');
        writeChanges(summary.ports(), changes, options, out);
        if (!summary.ports().isEmpty() && !summary.amendments().isEmpty()) {
            out.append("\n### Amended\n");
        }
        writeChanges(summary.amendments(), changes, options, out);
        for (String remark : summary.remarks()) {
            out.append('\n').append(MarkdownText.escape(remark)).append('\n');
        }
        if (options.rows()
                && !(changes.removedRows().isEmpty() && changes.addedRows().isEmpty())) {
            // Indented code has no fence that a value could close.
            out.append("\n### Rows\n\n");
            writeRows("    -", changes.removedRows(), out);
            writeRows("    +", changes.addedRows(), out);
        }
    }

    private static void writeChanges(
            List<List<Change>> groups, ChangeSet changes, ReportOptions options, Appendable out) throws IOException {
        if (!groups.isEmpty()) {
            out.append('\n');
        }
        for (List<Change> group : groups) {
            Change change = group.get(0);
            Sentence sentence = Sentence.of(group);
            String rows = Links.rows(changes, change);
            out.append("- **")
                    .append(
                            rows == null
                                    ? MarkdownText.escape(sentence.subject())
                                    : MarkdownText.link(sentence.subject(), rows))
                    .append("** ");
            out.append(MarkdownText.escape(sentence.predicate())).append('\n');
            for (String mark : UseMark.of(group, options.uses())) {
                out.append("  - **").append(MarkdownText.escape(mark)).append("**\n");
            }
            for (FieldChange detail : Details.forPeople(change)) {
                out.append("  - ")
                        .append(MarkdownText.escape(
                                TerminalText.safe(detail.column().title())))
                        .append(": ");
                out.append(
                        Details.isWholeRow(change)
                                ? MarkdownText.value(detail.before() + detail.after())
                                : MarkdownText.value(detail.before()) + " → " + MarkdownText.value(detail.after()));
                out.append('\n');
            }
        }
    }

    private static void writeRows(String mark, List<Entry> rows, Appendable out) throws IOException {
        for (Entry row : rows) {
            out.append(mark).append(TerminalText.safe(CsvLine.of(row.values()))).append('\n');
        }
    }
}
