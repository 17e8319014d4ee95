package org.ianawatch.report;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.diff.ColumnChanges;
import org.ianawatch.diff.Side;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Snapshot;
import org.jspecify.annotations.Nullable;

/** The whole change set for programs; {@code docs/json.md} describes every key. */
public final class JsonReport implements Report {
    @Override
    public void write(ChangeSet changes, ReportOptions options, Appendable out) throws IOException {
        Map<String, @Nullable Object> report = head(changes);
        report.put("changes", changes.changes().stream().map(ChangeJson::of).toList());
        if (options.rows()) {
            Map<String, @Nullable Object> rows = new LinkedHashMap<>();
            rows.put("removed", values(changes.removedRows()));
            rows.put("added", values(changes.addedRows()));
            report.put("rows", rows);
        }
        Json.write(report, out);
    }

    /** What two snapshots are compared. */
    static Map<String, @Nullable Object> head(ChangeSet changes) {
        Map<String, @Nullable Object> report = new LinkedHashMap<>();
        report.put("registry", Snapshot.REGISTRY);
        report.put("from", side(changes.from()));
        report.put("to", side(changes.to()));
        report.put("columns", columns(changes.columns()));
        return report;
    }

    private static Map<String, @Nullable Object> side(Side side) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("label", side.label());
        object.put("sha256", side.sha256().digits());
        object.put("records", side.records());
        return object;
    }

    private static Map<String, @Nullable Object> columns(ColumnChanges columns) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("renamed", columns.renamed().stream().map(JsonReport::title).toList());
        object.put("added", columns.added());
        object.put("removed", columns.removed());
        return object;
    }

    private static Map<String, String> title(ColumnChanges.Title title) {
        Map<String, String> object = new LinkedHashMap<>();
        object.put("before", title.before());
        object.put("after", title.after());
        return object;
    }

    private static List<List<String>> values(List<Entry> rows) {
        return rows.stream().map(Entry::values).toList();
    }
}
