package org.ianawatch.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.ianawatch.fetch.SourceUnreadableException;
import org.ianawatch.store.StoreBusyException;
import org.ianawatch.store.WriterLock;
import org.ianawatch.sync.DeliveryListener;
import org.ianawatch.sync.SyncJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ianawatch sync}: the job for cron. */
@Command(
        name = "sync",
        description = "Download the registry, store it when it is new, and say what changed.",
        sortOptions = false,
        footer = {
            "",
            "What the guard refuses goes to quarantine and changes nothing (exit code 4). Alerts that are due are sent after it.",
            "",
            "Examples:",
            "  ianawatch sync",
            "  ianawatch sync --quiet                        for cron: silent until something matters",
            "  ianawatch sync --dry-run --format json        what would be stored",
            "  ianawatch sync --source ports-20240131.csv    from a file",
            "  ianawatch sync --exit-code || notify          1 when something changed"
        })
final class SyncCommand implements Callable<Integer> {
    @Option(names = "--dry-run", description = "Say what would be done, and store nothing.")
    private boolean dryRun;

    @Option(names = "--accept", description = "Take what the guard would refuse.")
    private boolean accept;

    @Option(names = "--exit-code", description = "End with 1 when something changed, as git diff does.")
    private boolean exitCode;

    @Mixin
    private SyncOptions options = new SyncOptions();

    private final Console console;

    SyncCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, SourceUnreadableException, StoreBusyException, InterruptedException {
        Syncing syncing = Syncing.of(options, accept, console);
        SyncJob job = syncing.job();
        SyncPrinter printer = new SyncPrinter(console, options.format(), options.quiet(), exitCode);
        if (dryRun) {
            return printer.print(job.rehearse());
        }
        try (WriterLock lock = syncing.lock("sync")) {
            int code;
            try {
                code = printer.print(job.run(lock));
            } catch (SourceUnreadableException unreadable) {
                syncing.send(lock, DeliveryListener.NONE);
                throw unreadable;
            }
            boolean isPending = syncing.send(lock, DeliveryListener.NONE);
            return isPending && (code == ExitCode.DONE || code == ExitCode.DIFFERENT) ? ExitCode.PENDING : code;
        }
    }
}
