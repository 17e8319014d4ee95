package org.ianawatch.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ianawatch.report.Json;
import org.ianawatch.report.TerminalText;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.SyncRun;
import org.jspecify.annotations.Nullable;

/** Says how the job is doing, the whole in the first line. */
final class StandingPrinter {
    private final Console console;
    private final ListFormat format;

    StandingPrinter(Console console, ListFormat format) {
        this.console = console;
        this.format = format;
    }

    void print(Standing standing) throws IOException {
        if (format == ListFormat.JSON) {
            Json.write(json(standing), console.out());
            return;
        }
        Duration age = standing.age();
        Duration limit = standing.maximumAge();
        String verdict = standing.isStale() ? "STALE" : age == null ? "NONE" : "OK";
        String success = age == null ? "no check has succeeded yet" : "last success " + words(age) + " ago";
        String allowed = limit == null ? "" : standing.isStale() ? " (at most " + words(limit) + ")" : "";
        String waiting = standing.quarantined() == 0 ? "" : "; " + standing.quarantined() + " in quarantine";
        String undelivered = standing.pending() + standing.parked() == 0 ? "" : "; " + deliveries(standing);
        console.out().println(console.style().bold(verdict) + ": " + success + allowed + waiting + undelivered);
        console.out().println("Last check    " + check(standing.lastCheck()));
        console.out().println("Last success  " + check(standing.lastSuccess()));
        SnapshotEntry newest = standing.newest();
        console.out()
                .println("Last change   " + (newest == null ? "none" : newest.observedAt() + "  " + newest.label()));
        console.out()
                .println("Quarantine    "
                        + (standing.quarantined() == 0
                                ? "empty"
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
        return run.finishedAt() + "  " + run.outcome().word()
                + (message == null ? "" : ": " + TerminalText.safe(message));
    }

    /** {@code 3d 4h}, {@code 4h 12min}, {@code 12min}: two units, cut and not rounded. */
    private static String words(Duration time) {
        if (time.toDays() > 0) {
            return time.toDays() + "d " + time.toHoursPart() + "h";
        }
        return (time.toHours() > 0 ? time.toHours() + "h " : "") + time.toMinutesPart() + "min";
    }

    private static Map<String, @Nullable Object> json(Standing standing) {
        SyncRun check = standing.lastCheck();
        SyncRun success = standing.lastSuccess();
        SnapshotEntry newest = standing.newest();
        Duration age = standing.age();
        Duration limit = standing.maximumAge();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("stale", standing.isStale());
        object.put("age_seconds", age == null ? null : age.toSeconds());
        object.put("max_age_seconds", limit == null ? null : limit.toSeconds());
        object.put("checked_at", check == null ? null : check.finishedAt());
        object.put("outcome", check == null ? null : check.outcome().word());
        object.put("message", check == null ? null : check.message());
        object.put("succeeded_at", success == null ? null : success.finishedAt());
        object.put("snapshot", newest == null ? null : newest.number());
        object.put("changed_at", time(newest));
        object.put("quarantined", standing.quarantined());
        object.put("deliveries_pending", standing.pending());
        object.put("deliveries_parked", standing.parked());
        return object;
    }

    private static @Nullable Instant time(@Nullable SnapshotEntry entry) {
        return entry == null ? null : entry.observedAt();
    }
}
