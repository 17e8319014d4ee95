package org.ianawatch.cli.sync;

import java.io.IOException;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Option;
import org.ianawatch.cli.command.Values;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.ExitCode;
import org.ianawatch.fetch.SourceUnreadableException;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.sync.DeliveryListener;
import org.ianawatch.sync.DueRegistries;
import org.ianawatch.sync.SyncResult;

/** {@code ianawatch sync}: the job for cron. */
public final class SyncCommand {
    private static final Option<Boolean> DRY_RUN =
            Option.flag("--dry-run", "Say what would be done, and store nothing.");
    private static final Option<Boolean> ACCEPT = Option.flag("--accept", "Take what the guard would refuse.");
    private static final Option<Boolean> EXIT_CODE =
            Option.flag("--exit-code", "End with 1 when something changed, as git diff does.");
    public static final Command COMMAND = Command.named(
                    "sync", "Download the registry, store it when it is new, and say what changed.")
            .options(DRY_RUN, ACCEPT, EXIT_CODE)
            .groups(SyncOptions.GROUPS)
            .notes(
                    "What the guard refuses goes to quarantine and changes nothing. Alerts that are due are sent after it.")
            .exits(ExitCode.DONE, "all is well, changed or not")
            .exits(ExitCode.DIFFERENT, "something changed (with --exit-code)")
            .exits(ExitCode.UNREADABLE, "the source could not be read")
            .exits(ExitCode.QUARANTINED, "the guard refused the download")
            .exits(ExitCode.BUSY, "another run holds the store")
            .exits(ExitCode.PENDING, "stored, and alerts are pending")
            .example("ianawatch sync")
            .example("ianawatch sync --quiet", "for cron: silent until something matters")
            .example("ianawatch sync --dry-run --format json", "what would be stored")
            .example("ianawatch sync --source ports-20240131.csv", "from a file")
            .example("ianawatch sync --exit-code || notify", "1 when something changed")
            .build();

    private final boolean dryRun;
    private final boolean accept;
    private final boolean exitCode;
    private final SyncOptions options;

    private final Console console;

    public SyncCommand(Console console, Values values) {
        this.console = console;
        this.dryRun = values.has(DRY_RUN);
        this.accept = values.has(ACCEPT);
        this.exitCode = values.has(EXIT_CODE);
        this.options = new SyncOptions(values);
    }

    public int run() throws IOException, StoreBusyException, InterruptedException {
        Syncing syncing = Syncing.of(options, accept, console);
        SyncPrinter printer = new SyncPrinter(console, options.format(), options.quiet(), exitCode, options.debug());
        DueRegistries.Listener listener =
                result -> printer.print(syncing.source().url() == null ? result : withDemo(result));
        if (dryRun) {
            syncing.rehearse(listener);
            return printer.exitCode();
        }
        DueRegistries due = syncing.due();
        boolean isPending = syncing.run("sync", writer -> due.check(writer, listener), printer, DeliveryListener.NONE);
        return ExitCode.with(printer.exitCode(), isPending);
    }

    private static SyncResult withDemo(SyncResult result) {
        if (!(result instanceof SyncResult.Unreadable unreadable) || unreadable.newest() != null) {
            return result;
        }
        SourceUnreadableException failure = unreadable.failure();
        return new SyncResult.Unreadable(
                new SourceUnreadableException(
                        failure.getMessage() + "; 'ianawatch demo' shows the whole job without a network", failure),
                null);
    }
}
