package org.ianawatch.cli.sync;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.ListFormat;
import org.ianawatch.csv.CsvReader;
import org.ianawatch.csv.MalformedFileException;
import org.ianawatch.diff.Differ;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.report.Format;
import org.ianawatch.report.Json;
import org.ianawatch.report.Members;
import org.ianawatch.report.ReportOptions;
import org.ianawatch.report.Reports;
import org.ianawatch.report.TerminalText;
import org.ianawatch.report.TextTable;
import org.ianawatch.store.QuarantineEntry;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.Store;
import org.jspecify.annotations.Nullable;

/** Shows what the guard refused. */
final class QuarantinePrinter {
    private final Console console;
    private final ListFormat format;

    QuarantinePrinter(Console console, ListFormat format) {
        this.console = console;
        this.format = format;
    }

    void list(List<QuarantineEntry> entries) throws IOException {
        if (format == ListFormat.JSON) {
            Json.write(entries.stream().map(QuarantinePrinter::json).toList(), console.out());
            return;
        }
        if (entries.isEmpty()) {
            console.out().println("Nothing waits in quarantine.");
            return;
        }
        TextTable table = console.table()
                .number("#")
                .text("first seen")
                .text("last seen")
                .number("times")
                .text("state")
                .text("refused because");
        for (QuarantineEntry entry : entries) {
            table.row(
                    Long.toString(entry.number()),
                    seconds(entry.firstSeenAt()),
                    seconds(entry.lastSeenAt()),
                    Integer.toString(entry.timesSeen()),
                    entry.state().word(),
                    entry.message());
        }
        table.write(console.out());
    }

    void show(QuarantineEntry entry, Store store) throws IOException {
        if (format == ListFormat.JSON) {
            Json.write(json(entry), console.out());
            return;
        }
        TextTable table = console.table().text("quarantine").text(Long.toString(entry.number()));
        table.row("reason", entry.message());
        table.row("state", entry.state().word());
        table.row("source", entry.source());
        table.row("first seen", seconds(entry.firstSeenAt()));
        table.row(
                "last seen",
                seconds(entry.lastSeenAt()) + ", "
                        + (entry.timesSeen() == 1 ? "once" : entry.timesSeen() + " times in all"));
        table.row("SHA-256", entry.sha256());
        table.row("bytes", Integer.toString(entry.bytes()));
        table.row("file", entry.state().isOpen() ? entry.file().toString() : "removed");
        table.write(console.out());
        if (entry.state().isOpen()) {
            whatItWouldChange(entry, store);
        }
    }

    private void whatItWouldChange(QuarantineEntry entry, Store store) throws IOException {
        Optional<SnapshotEntry> newest = store.newest();
        try {
            var file = new CsvReader(PortRegistry.ROLES).read(store.quarantine().bytes(entry));
            if (newest.isPresent()) {
                console.out().println("\nWhat it would change:\n");
                var changes = Differ.diff(
                        store.read(newest.get()), file.snapshot("quarantine " + entry.number(), entry.sha256()));
                Reports.of(Format.TEXT)
                        .write(
                                changes,
                                new ReportOptions(
                                        false,
                                        false,
                                        console.style(),
                                        console.columns(),
                                        store.uses().all()),
                                console.out());
            }
            console.out().println("\nTake it:  ianawatch quarantine accept " + entry.number());
        } catch (MalformedFileException unreadable) {
            console.out()
                    .println("\nIt cannot be accepted: " + TerminalText.safe(String.valueOf(unreadable.getMessage())));
        }
        console.out().println("Drop it:  ianawatch quarantine drop " + entry.number());
    }

    /** The file of what nobody can decide about any more is removed. */
    private static Map<String, @Nullable Object> json(QuarantineEntry entry) {
        Map<String, @Nullable Object> object = Members.of(entry);
        object.put("file", entry.state().isOpen() ? entry.file() : null);
        return object;
    }

    private static String seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
