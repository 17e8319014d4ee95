package org.ianawatch.cli.changes;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ianawatch.answer.Answers;
import org.ianawatch.answer.LoggedSnapshot;
import org.ianawatch.answer.Snapshots;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.TableFormat;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.ChangeFilter;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.diff.ColumnChanges;
import org.ianawatch.diff.Kind;
import org.ianawatch.diff.Side;
import org.ianawatch.registry.Sha256;
import org.ianawatch.registry.SiteUse;
import org.ianawatch.report.Format;
import org.ianawatch.report.Json;
import org.ianawatch.report.ReportOptions;
import org.ianawatch.report.Reports;
import org.ianawatch.report.TerminalText;
import org.ianawatch.store.RecordedChange;
import org.ianawatch.store.SnapshotEntry;

/** Shows snapshots, each with what it changed below it. */
final class PatchPrinter {
    private final Console console;
    private final Answers answers;
    private final ChangeFilter wanted;
    private final boolean cosmetic;
    private final List<SiteUse> uses;
    private final Snapshots snapshots;

    /**
     * A printer of snapshots of a store.
     *
     * @param wanted which changes are shown; a snapshot without one is left out where it picks any
     */
    PatchPrinter(Console console, Answers answers, ChangeFilter wanted, boolean cosmetic) {
        this.console = console;
        this.answers = answers;
        this.wanted = wanted;
        this.cosmetic = cosmetic;
        this.uses = answers.site().uses();
        this.snapshots = answers.snapshots();
    }

    /**
     * Prints some.
     *
     * @param newestFirst those that may be shown
     * @param limit at most so many
     */
    void print(List<SnapshotEntry> newestFirst, int limit, TableFormat format) throws IOException {
        List<LoggedSnapshot> list = new ArrayList<>();
        int count = 0;
        String gap = "";
        for (SnapshotEntry entry : newestFirst) {
            if (count == limit) {
                break;
            }
            List<Change> changes = changes(entry);
            if (!wanted.isEmpty() && changes.isEmpty()) {
                continue;
            }
            count++;
            if (format == TableFormat.JSON) {
                list.add(json(entry, changes));
            } else {
                console.out().print(gap);
                text(entry, changes);
                gap = "\n";
            }
        }
        if (format == TableFormat.JSON) {
            Json.write(list, console.out());
        } else if (gap.isEmpty()) {
            console.out().println(wanted.isEmpty() ? "No snapshots." : "No changes.");
        }
    }

    private List<Change> changes(SnapshotEntry entry) {
        return answers.changes(entry.number(), entry.number()).stream()
                .map(RecordedChange::change)
                .filter(wanted)
                .toList();
    }

    private void text(SnapshotEntry entry, List<Change> changes) throws IOException {
        header(entry, console);
        SnapshotEntry before = snapshots.find(entry.number() - 1);
        if (before == null) {
            return;
        }
        console.out().println();
        ChangeSet set = new ChangeSet(
                side(before),
                side(entry),
                new ColumnChanges(List.of(), List.of(), List.of()),
                changes,
                List.of(),
                List.of());
        Reports.of(Format.TEXT)
                .write(
                        set,
                        new ReportOptions(cosmetic, false, console.style(), console.columns(), uses),
                        console.out());
    }

    /** What the snapshot is, without what it changed. */
    static void header(SnapshotEntry entry, Console console) {
        PrintStream out = console.out();
        out.println(console.style().yellow(entry.label()));
        out.println("Observed  " + entry.observedAt() + ", by " + entry.origin().word() + " from "
                + TerminalText.safe(entry.source()));
        out.println("SHA-256   " + entry.sha256());
        out.println(String.format(
                Locale.ROOT,
                "Size      %,d registrations, %,d bytes%s",
                entry.recordCount(),
                entry.byteCount(),
                entry.number() == 1 ? "; the first snapshot" : ""));
    }

    private static Side side(SnapshotEntry entry) {
        return new Side(entry.label(), Sha256.known(entry.sha256()), entry.recordCount());
    }

    private static LoggedSnapshot json(SnapshotEntry entry, List<Change> changes) {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        changes.forEach(change -> counts.merge(change.kind(), 1, Integer::sum));
        return LoggedSnapshot.of(entry, counts, changes);
    }
}
