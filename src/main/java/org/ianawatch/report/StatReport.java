package org.ianawatch.report;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.diff.ColumnChanges;
import org.ianawatch.diff.ComparedRegistry;
import org.ianawatch.diff.Kind;
import org.ianawatch.diff.Side;
import org.ianawatch.registry.Snapshot;
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

    /** For programs: as {@link JsonReport} has it, with counts in place of the changes. */
    private record Stat(
            @Nullable Object registry,
            Side from,
            Side to,
            ColumnChanges columns,
            Map<Kind, Long> counts,
            long cosmetic) {}

    /** For programs; {@code docs/json.md} describes every key. */
    public static void writeJson(ChangeSet changes, Appendable out) throws IOException {
        Map<Kind, Long> counts = new EnumMap<>(Kind.class);
        ComparedRegistry compared = changes.compared();
        (compared == null ? Kind.OF_PORTS : List.of(Kind.values())).forEach(kind -> counts.put(kind, 0L));
        changes.changes().forEach(change -> counts.merge(change.kind(), 1L, Long::sum));
        long cosmetic = changes.changes().stream().filter(Change::isCosmetic).count();
        Object registry = compared == null ? Snapshot.REGISTRY : compared.id();
        Json.write(new Stat(registry, changes.from(), changes.to(), changes.columns(), counts, cosmetic), out);
    }
}
