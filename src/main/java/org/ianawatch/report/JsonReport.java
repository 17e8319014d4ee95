package org.ianawatch.report;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.diff.ColumnChanges;
import org.ianawatch.diff.Side;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Snapshot;

/** The whole change set for programs; {@code docs/json.md} describes every key. */
public final class JsonReport implements Report {
    private record Diff(
            String registry, Side from, Side to, ColumnChanges columns, List<Change> changes, Optional<Rows> rows) {}

    private record Rows(List<List<String>> removed, List<List<String>> added) {}

    @Override
    public void write(ChangeSet changes, ReportOptions options, Appendable out) throws IOException {
        Optional<Rows> rows = options.rows()
                ? Optional.of(new Rows(values(changes.removedRows()), values(changes.addedRows())))
                : Optional.empty();
        Json.write(
                new Diff(Snapshot.REGISTRY, changes.from(), changes.to(), changes.columns(), changes.changes(), rows),
                out);
    }

    private static List<List<String>> values(List<Entry> rows) {
        return rows.stream().map(Entry::values).toList();
    }
}
