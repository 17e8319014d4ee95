package org.ianawatch.report;

import java.io.IOException;
import java.util.List;
import org.ianawatch.csv.CsvLine;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.diff.FieldChange;
import org.ianawatch.registry.Entry;

/** For people at a terminal: a sentence a change, the values behind it indented, and a summary last. */
public final class TextReport implements Report {
    static final String INDENT = "    ";
    static final String GAP = "  ";
    private static final String ARROW = " -> ";
    private static final String NOTHING = "(empty)";

    @Override
    public void write(ChangeSet changes, ReportOptions options, Appendable out) throws IOException {
        Style style = options.style();
        Summary summary = Summary.of(changes, options);
        int labelWidth = Math.max(labelWidth(summary.ports()), labelWidth(summary.amendments()));
        writeChanges(summary.ports(), labelWidth, options, out);
        if (!summary.ports().isEmpty() && !summary.amendments().isEmpty()) {
            out.append('\n').append(style.bold("Amended:")).append('\n');
        }
        writeChanges(summary.amendments(), labelWidth, options, out);
        out.append(summary.showsNothing() ? summary.headline() + "." : "\n" + style.bold(summary.headline()))
                .append('\n');
        for (String remark : summary.remarks()) {
            out.append(style.dim(remark)).append('\n');
        }
        if (options.rows()
                && !(changes.removedRows().isEmpty() && changes.addedRows().isEmpty())) {
            out.append('\n');
            for (Entry row : changes.removedRows()) {
                out.append(style.red("-" + line(row))).append('\n');
            }
            for (Entry row : changes.addedRows()) {
                out.append(style.green("+" + line(row))).append('\n');
            }
        }
    }

    private static int labelWidth(List<List<Change>> groups) {
        return groups.stream()
                .flatMap(group -> Details.forPeople(group.get(0)).stream())
                .mapToInt(detail -> TerminalText.safe(detail.column().title()).length())
                .max()
                .orElse(0);
    }

    private static void writeChanges(List<List<Change>> groups, int labelWidth, ReportOptions options, Appendable out)
            throws IOException {
        Style style = options.style();
        for (List<Change> group : groups) {
            Change change = group.get(0);
            Sentence sentence = Sentence.of(group);
            out.append(paint(change, style.bold(sentence.subject()), style))
                    .append(' ')
                    .append(sentence.predicate())
                    .append('\n');
            for (String mark : UseMark.of(group, options.uses())) {
                out.append("  ").append(style.yellow("! " + mark)).append('\n');
            }
            for (FieldChange detail : Details.forPeople(change)) {
                String title = TerminalText.safe(detail.column().title());
                String label = INDENT + title + " ".repeat(labelWidth - title.length()) + GAP;
                if (Details.isWholeRow(change)) {
                    String value = TerminalText.safe(detail.before() + detail.after());
                    out.append(style.dim(label))
                            .append(TerminalText.cut(value, options.columns() - label.length()))
                            .append('\n');
                } else {
                    writeDifference(detail, label, options, out);
                }
            }
        }
    }

    static void writeDifference(FieldChange detail, String label, ReportOptions options, Appendable out)
            throws IOException {
        Style style = options.style();
        int columns = options.columns() - label.length();
        Excerpt excerpt = Excerpt.of(detail, columns - GAP.length());
        String before = excerpt.before().isEmpty() ? NOTHING : excerpt.before();
        String after = excerpt.after().isEmpty() ? NOTHING : excerpt.after();
        out.append(style.dim(label));
        if (TextWidth.of(before) + ARROW.length() + TextWidth.of(after) <= columns) {
            out.append(style.red(before))
                    .append(ARROW)
                    .append(style.green(after))
                    .append('\n');
            return;
        }
        out.append(style.red("- " + before)).append('\n');
        out.append(" ".repeat(label.length())).append(style.green("+ " + after)).append('\n');
    }

    private static String paint(Change change, String text, Style style) {
        return switch (change.kind()) {
            case ASSIGNED -> style.green(text);
            case DEASSIGNED -> style.red(text);
            case RENAMED -> style.yellow(text);
            case RESERVED, PRIVATE_USE, EXPERIMENTAL -> style.magenta(text);
            case UNASSIGNED -> style.cyan(text);
            case AMENDED -> text;
        };
    }

    private static String line(Entry row) {
        return TerminalText.safe(CsvLine.of(row.values()));
    }
}
