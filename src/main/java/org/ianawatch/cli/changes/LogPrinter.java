package org.ianawatch.cli.changes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.Dates;
import org.ianawatch.cli.console.TableCsv;
import org.ianawatch.cli.console.TableFormat;
import org.ianawatch.diff.Kind;
import org.ianawatch.report.Json;
import org.ianawatch.report.Members;
import org.ianawatch.report.Sentence;
import org.ianawatch.report.TextTable;
import org.ianawatch.store.RecordedChange;
import org.ianawatch.store.SnapshotEntry;
import org.jspecify.annotations.Nullable;

/** Shows snapshots and recorded changes. */
public final class LogPrinter {
    private static final int SHOWN_DIGITS = 12;
    private static final List<String> SNAPSHOT_COLUMNS = Stream.concat(
                    Stream.of(
                            "snapshot",
                            "observed_at",
                            "origin",
                            "source",
                            "sha256",
                            "bytes",
                            "records",
                            "last_updated"),
                    Kind.OF_PORTS.stream().map(Kind::word))
            .toList();
    private static final List<String> CHANGE_COLUMNS = List.of(
            "snapshot",
            "observed_at",
            "kind",
            "ports",
            "transports",
            "service",
            "service_before",
            "was",
            "now",
            "block",
            "cosmetic",
            "silent");

    private final Console console;
    private final TableFormat format;
    private final Dates dates;

    LogPrinter(Console console, TableFormat format, Dates dates) {
        this.dates = dates;
        this.console = console;
        this.format = format;
    }

    void snapshots(List<SnapshotEntry> snapshots, IntFunction<Map<Kind, Integer>> counts) throws IOException {
        if (format != TableFormat.TEXT) {
            List<Map<String, @Nullable Object>> list = new ArrayList<>();
            snapshots.forEach(entry -> list.add(json(entry, counts.apply(entry.number()))));
            write(list, SNAPSHOT_COLUMNS);
            return;
        }
        if (snapshots.isEmpty()) {
            console.out().println("No snapshots.");
            return;
        }
        TextTable table = console.table()
                .number("#")
                .text("observed")
                .number("rows")
                .text("from")
                .text("SHA-256")
                .text("changes");
        for (SnapshotEntry entry : snapshots) {
            table.row(
                    Integer.toString(entry.number()),
                    dates.of(entry.observedAt()),
                    Integer.toString(entry.recordCount()),
                    entry.origin().word(),
                    entry.sha256().substring(0, SHOWN_DIGITS),
                    words(counts.apply(entry.number())));
        }
        table.write(console.out());
    }

    void changes(List<RecordedChange> changes) throws IOException {
        if (format != TableFormat.TEXT) {
            List<Map<String, @Nullable Object>> list = new ArrayList<>();
            changes.forEach(recorded -> list.add(Members.of(recorded)));
            write(list, CHANGE_COLUMNS);
            return;
        }
        if (changes.isEmpty()) {
            console.out().println("No changes.");
            return;
        }
        TextTable table = console.table().text("observed").number("#").text("change");
        for (RecordedChange recorded : changes) {
            table.row(
                    dates.of(recorded.observedAt()),
                    Integer.toString(recorded.snapshot()),
                    Sentence.of(recorded.change()).text());
        }
        table.write(console.out());
    }

    /** Of the counts, which are an object in JSON, each kind has a column. */
    private void write(List<Map<String, @Nullable Object>> list, List<String> columns) throws IOException {
        if (format == TableFormat.JSON) {
            Json.write(list, console.out());
            return;
        }
        for (Map<String, @Nullable Object> row : list) {
            if (row.get("changes") instanceof Map<?, ?> counts) {
                counts.forEach((kind, count) -> row.put(String.valueOf(kind), count));
            }
            row.put("service_before", row.get("before"));
            row.putIfAbsent("cosmetic", false);
            row.putIfAbsent("silent", false);
        }
        TableCsv.write(columns, list, console.out());
    }

    /** A snapshot as {@code log} has it in JSON, to which more keys may be added. */
    public static Map<String, @Nullable Object> json(SnapshotEntry entry, Map<Kind, Integer> counts) {
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
        for (Kind kind : Kind.OF_PORTS) {
            byKind.put(kind.word(), counts.getOrDefault(kind, 0));
        }
        object.put("changes", byKind);
        return object;
    }

    private static String words(Map<Kind, Integer> counts) {
        return counts.isEmpty()
                ? "-"
                : Kind.OF_PORTS.stream()
                        .filter(counts::containsKey)
                        .map(kind -> counts.get(kind) + " " + (kind == Kind.DEASSIGNED ? "de-assigned" : kind.word()))
                        .collect(Collectors.joining(", "));
    }
}
