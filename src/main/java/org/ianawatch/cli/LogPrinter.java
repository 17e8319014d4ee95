package org.ianawatch.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.diff.Kind;
import org.ianawatch.report.ChangeJson;
import org.ianawatch.report.Json;
import org.ianawatch.report.Sentence;
import org.ianawatch.report.TextTable;
import org.ianawatch.store.RecordedChange;
import org.ianawatch.store.SnapshotEntry;
import org.jspecify.annotations.Nullable;

/** Shows snapshots and recorded changes. */
final class LogPrinter {
    private static final int SHOWN_DIGITS = 12;

    private final Console console;
    private final ListFormat format;

    LogPrinter(Console console, ListFormat format) {
        this.console = console;
        this.format = format;
    }

    void snapshots(List<SnapshotEntry> snapshots, Map<Integer, Map<Kind, Integer>> counts) throws IOException {
        if (format == ListFormat.JSON) {
            List<Object> list = new ArrayList<>();
            snapshots.forEach(entry -> list.add(json(entry, counts.getOrDefault(entry.number(), Map.of()))));
            Json.write(list, console.out());
            return;
        }
        if (snapshots.isEmpty()) {
            console.out().println("No snapshots.");
            return;
        }
        TextTable table =
                new TextTable(console.style()).number("#").text("observed").number("rows");
        for (Kind kind : Kind.values()) {
            table.number(kind == Kind.DEASSIGNED ? "de-assigned" : kind.word());
        }
        table.text("from").text("SHA-256");
        for (SnapshotEntry entry : snapshots) {
            table.row(row(entry, counts.getOrDefault(entry.number(), Map.of())));
        }
        table.write(console.out());
    }

    void changes(List<RecordedChange> changes) throws IOException {
        if (format == ListFormat.JSON) {
            List<Object> list = new ArrayList<>();
            changes.forEach(recorded -> list.add(json(recorded)));
            Json.write(list, console.out());
            return;
        }
        if (changes.isEmpty()) {
            console.out().println("No changes.");
            return;
        }
        TextTable table =
                new TextTable(console.style()).text("observed").number("#").text("change");
        for (RecordedChange recorded : changes) {
            table.row(
                    date(recorded.observedAt()),
                    Integer.toString(recorded.snapshot()),
                    Sentence.of(recorded.change()).text());
        }
        table.write(console.out());
    }

    /** A recorded change as {@code log --changes} and {@code port} have it in JSON. */
    static Map<String, @Nullable Object> json(RecordedChange recorded) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("snapshot", recorded.snapshot());
        object.put("observed_at", recorded.observedAt());
        object.putAll(ChangeJson.of(recorded.change()));
        return object;
    }

    private static Map<String, @Nullable Object> json(SnapshotEntry entry, Map<Kind, Integer> counts) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("snapshot", entry.number());
        object.put("observed_at", entry.observedAt());
        object.put("origin", entry.origin().word());
        object.put("source", entry.source());
        object.put("sha256", entry.sha256());
        object.put("bytes", entry.byteCount());
        object.put("records", entry.recordCount());
        object.put("last_updated", entry.lastUpdated());
        Map<String, @Nullable Object> byKind = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            byKind.put(kind.word(), counts.getOrDefault(kind, 0));
        }
        object.put("changes", byKind);
        return object;
    }

    private static String[] row(SnapshotEntry entry, Map<Kind, Integer> counts) {
        List<String> row = new ArrayList<>();
        row.add(Integer.toString(entry.number()));
        row.add(date(entry.observedAt()));
        row.add(Integer.toString(entry.recordCount()));
        for (Kind kind : Kind.values()) {
            row.add(counts.containsKey(kind) ? Integer.toString(counts.get(kind)) : "-");
        }
        row.add(entry.origin().word());
        row.add(entry.sha256().substring(0, SHOWN_DIGITS));
        return row.toArray(String[]::new);
    }

    /** The day in UTC. */
    static String date(Instant instant) {
        return instant.toString().substring(0, "2019-12-22".length());
    }
}
