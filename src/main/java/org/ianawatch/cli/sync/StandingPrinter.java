package org.ianawatch.cli.sync;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.TableCsv;
import org.ianawatch.cli.console.TableFormat;
import org.ianawatch.report.Json;
import org.ianawatch.report.TerminalText;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.SyncRun;
import org.ianawatch.store.TimeToCome;
import org.ianawatch.watch.Standing;
import org.ianawatch.watch.StandingJson;
import org.jspecify.annotations.Nullable;

/** Says how the job is doing, the whole in the first line. */
final class StandingPrinter {
    private final Console console;
    private final TableFormat format;
    private final Instant now;
    private final @Nullable Duration maximumAge;

    /**
     * A printer of how things stand at a time.
     *
     * @param maximumAge how old the last success may be, or null
     */
    StandingPrinter(Console console, TableFormat format, Instant now, @Nullable Duration maximumAge) {
        this.console = console;
        this.format = format;
        this.now = now;
        this.maximumAge = maximumAge;
    }

    void print(Standing standing) throws IOException {
        if (format != TableFormat.TEXT) {
            Map<String, @Nullable Object> object = StandingJson.of(standing, now, maximumAge);
            if (format == TableFormat.CSV) {
                TableCsv.write(List.copyOf(object.keySet()), List.of(object), console.out());
            } else {
                Json.write(object, console.out());
            }
            return;
        }
        Duration age = standing.age(now);
        boolean stale = standing.isStale(now, maximumAge);
        String verdict = stale ? "STALE" : standing.lastSuccess() == null ? "NONE" : age == null ? "CLOCK" : "OK";
        String success = age == null ? standing.success(now) : "last success " + Standing.words(age) + " ago";
        String allowed = maximumAge != null && stale ? " (at most " + Standing.words(maximumAge) + ")" : "";
        String waiting = standing.quarantined() == 0 ? "" : "; " + standing.quarantined() + " in quarantine";
        String undelivered = standing.pending() + standing.parked() == 0 ? "" : "; " + deliveries(standing);
        console.out().println(console.style().bold(verdict) + ": " + success + allowed + waiting + undelivered);
        console.out().println("Last check    " + check(standing.lastCheck()));
        console.out().println("Last success  " + check(standing.lastSuccess()));
        SnapshotEntry newest = standing.newest();
        console.out()
                .println("Last change   " + (newest == null ? "none" : newest.observedAt() + "  " + newest.label()));
        SnapshotEntry toCome = standing.toCome();
        if (toCome != null) {
            console.out().println("Date to come  " + TimeToCome.words(toCome));
        }
        console.out()
                .println("Quarantine    "
                        + (standing.quarantined() == 0
                                ? "none waits"
                                : standing.quarantined() + ": 'ianawatch quarantine list' shows what waits"));
        console.out()
                .println("Deliveries    "
                        + (undelivered.isEmpty()
                                ? "none waits"
                                : deliveries(standing) + ": 'ianawatch deliveries list' shows them"));
    }

    private static String deliveries(Standing standing) {
        return standing.pending() + " pending, " + standing.parked() + " parked";
    }

    private static String check(@Nullable SyncRun run) {
        if (run == null) {
            return "none";
        }
        String message = run.message();
        String how = run.finishedAt() + "  " + run.outcome().word();
        if (message == null) {
            return how;
        }
        // A snapshot is stored all the same when the page that describes it cannot be read.
        return how + (run.outcome() == SyncRun.Outcome.STORED ? "; beside it: " : ": ") + TerminalText.safe(message);
    }
}
