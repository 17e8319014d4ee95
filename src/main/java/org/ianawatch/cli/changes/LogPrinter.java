package org.ianawatch.cli.changes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.ianawatch.answer.LoggedSnapshot;
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
final class LogPrinter {
    private static final int SHOWN_DIGITS = 12;
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
            List<LoggedSnapshot> list = snapshots.stream()
                    .map(entry -> LoggedSnapshot.of(entry, counts.apply(entry.number()), null))
                    .toList();
            if (format == TableFormat.JSON) {
                Json.write(list, console.out());
            } else {
                csv(list);
            }
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
        if (format == TableFormat.JSON) {
            Json.write(changes, console.out());
            return;
        } else if (format == TableFormat.CSV) {
            changesCsv(changes);
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
    private void csv(List<LoggedSnapshot> snapshots) throws IOException {
        List<String> columns = new ArrayList<>(Members.keys(LoggedSnapshot.class));
        columns.removeAll(List.of("changes", "diff"));
        Kind.OF_PORTS.forEach(kind -> columns.add(kind.word()));
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (LoggedSnapshot snapshot : snapshots) {
            Map<String, @Nullable Object> row = Members.of(snapshot);
            snapshot.changes().forEach((kind, count) -> row.put(kind.word(), count));
            rows.add(row);
        }
        TableCsv.write(columns, rows, console.out());
    }

    private void changesCsv(List<RecordedChange> changes) throws IOException {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (RecordedChange recorded : changes) {
            Map<String, @Nullable Object> row = Members.of(recorded);
            row.put("service_before", row.get("before"));
            row.putIfAbsent("cosmetic", false);
            row.putIfAbsent("silent", false);
            rows.add(row);
        }
        TableCsv.write(CHANGE_COLUMNS, rows, console.out());
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
