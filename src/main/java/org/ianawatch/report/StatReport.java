package org.ianawatch.report;

import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.diff.Kind;
import org.jspecify.annotations.Nullable;

/** How many changes of each kind there are, and no more. */
public final class StatReport {
    private StatReport() {}

    /** For people: a line for each kind that there is, and the summary of {@link TextReport}. */
    public static void writeText(ChangeSet changes, ReportOptions options, Appendable out) throws IOException {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        for (Change change : changes.changes()) {
            if (options.cosmetic() || change.isTelling()) {
                counts.merge(change.kind(), 1, Integer::sum);
            }
        }
        Summary summary = Summary.of(changes, options);
        if (!counts.isEmpty()) {
            TextTable table = new TextTable(options.style(), options.columns())
                    .number("changes")
                    .text("kind");
            counts.forEach((kind, count) -> table.row(Integer.toString(count), Summary.word(kind)));
            table.write(out);
            out.append('\n');
        }
        out.append(summary.headline()).append(summary.showsNothing() ? ".\n" : "\n");
        for (String remark : summary.remarks()) {
            out.append(options.style().dim(remark)).append('\n');
        }
    }

    /** For programs: the keys of {@link JsonReport} with counts in place of the changes. */
    public static void writeJson(ChangeSet changes, Appendable out) throws IOException {
        Map<String, Object> counts = new LinkedHashMap<>();
        for (Kind kind : Kind.OF_PORTS) {
            counts.put(
                    kind.word(),
                    changes.changes().stream()
                            .filter(change -> change.kind() == kind)
                            .count());
        }
        Map<String, @Nullable Object> report = JsonReport.head(changes);
        report.put("counts", counts);
        report.put(
                "cosmetic",
                changes.changes().stream().filter(Change::isCosmetic).count());
        Json.write(report, out);
    }
}
