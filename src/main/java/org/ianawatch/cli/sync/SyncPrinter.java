package org.ianawatch.cli.sync;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.ExitCode;
import org.ianawatch.cli.console.Failures;
import org.ianawatch.cli.console.ReportFormatOptions;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.report.TerminalText;
import org.ianawatch.store.QuarantineEntry;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.sync.Refusal;
import org.ianawatch.sync.SyncResult;
import org.ianawatch.watch.Standing;

/** Says how syncs ended, and gives the exit code. The report is the answer; all else is said beside it in text only. */
final class SyncPrinter {
    private final Console console;
    private final ReportFormatOptions format;
    private final boolean quiet;
    private final boolean differs;
    private final boolean debug;
    private int exitCode = ExitCode.DONE;

    /**
     * A printer of one run after the other.
     *
     * @param differs whether a change is an exit code of its own
     * @param debug whether to show where in the program a failure came from
     */
    SyncPrinter(Console console, ReportFormatOptions format, boolean quiet, boolean differs, boolean debug) {
        this.console = console;
        this.format = format;
        this.quiet = quiet;
        this.differs = differs;
        this.debug = debug;
    }

    /** Nothing of it waits for the alerts, which may take their time. */
    void print(SyncResult result) throws IOException {
        exitCode = Math.max(exitCode, write(result));
        console.out().flush();
    }

    /** The exit code of all that was printed: the highest. */
    int exitCode() {
        return exitCode;
    }

    private int write(SyncResult result) throws IOException {
        if (result instanceof SyncResult.Unreadable unreadable) {
            return Failures.say(unreadable.failure(), debug, console);
        }
        if (result instanceof SyncResult.Unchanged unchanged) {
            return unchanged(unchanged);
        }
        if (result instanceof SyncResult.Refused refused) {
            return refused(refused);
        }
        return changed((SyncResult.Changed) result);
    }

    private int unchanged(SyncResult.Unchanged unchanged) {
        String how = unchanged.notModified() ? "the server says so" : "the content is the same";
        tell("No changes since " + unchanged.newest().label() + " (" + how + ").");
        return ExitCode.DONE;
    }

    private int changed(SyncResult.Changed changed) throws IOException {
        Refusal overruled = changed.overruled();
        if (overruled != null) {
            console.say("taken all the same: " + TerminalText.safe(overruled.message()));
        }
        SnapshotEntry snapshot = changed.snapshot();
        ChangeSet changes = changed.changes();
        if (changes != null) {
            format.write(changes, changed.uses(), console);
            tell(snapshot == null ? "Nothing stored (--dry-run)." : "Stored as " + snapshot.label() + ".");
            Duration settle = changed.settle();
            if (settle != null) {
                console.say("should the source give " + changes.from().label()
                        + " again, that is a step back from this one, and is taken by itself when it is still there after "
                        + Standing.words(settle));
            }
            return differs ? ExitCode.DIFFERENT : ExitCode.DONE;
        }
        String rows = String.format(Locale.ROOT, "%,d registrations", changed.records());
        tell(
                snapshot == null
                        ? "The first snapshot would have " + rows + ". Nothing stored (--dry-run)."
                        : "Stored " + snapshot.label() + ", the first: " + rows
                                + ". The next sync says what changed since.");
        return differs ? ExitCode.DIFFERENT : ExitCode.DONE;
    }

    private int refused(SyncResult.Refused refused) {
        Refusal refusal = refused.refusal();
        SnapshotEntry newest = refused.newest();
        QuarantineEntry entry = refused.entry();
        console.say("refused the download: " + TerminalText.safe(refusal.message()));
        console.say(newest == null ? "nothing is stored" : newest.label() + " stays the newest");
        if (entry != null) {
            console.say("it is kept as quarantine " + entry.number() + ": 'ianawatch quarantine show " + entry.number()
                    + "' shows it" + (refusal.canBeOverruled() ? ", 'accept' takes it" : "") + ", 'drop' removes it");
        }
        Instant settlesAt = refused.settlesAt();
        if (settlesAt != null) {
            console.say("it is taken by itself if the source still gives it at "
                    + settlesAt.truncatedTo(ChronoUnit.SECONDS));
        }
        return ExitCode.QUARANTINED;
    }

    /** Says something beside the report, in text. */
    void tell(String sentence) {
        if (!quiet && format.isText() && !sentence.isEmpty()) {
            console.out().println(sentence);
        }
    }
}
