package org.ianawatch.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.ianawatch.config.Configuration;
import org.ianawatch.config.SourceSettings;
import org.ianawatch.fetch.Fetcher;
import org.ianawatch.fetch.SourceUnreadableException;
import org.ianawatch.store.StoreBusyException;
import org.ianawatch.store.WriterLock;
import org.ianawatch.sync.Source;
import org.ianawatch.sync.SyncJob;
import org.ianawatch.sync.SyncRequest;
import org.jspecify.annotations.Nullable;
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
    @Option(
            names = "--source",
            paramLabel = "URL|FILE|-",
            description =
                    "Where to read it; IANAWATCH_SOURCE, the configuration's source or IANA's address unless set; -"
                            + " is standard input.")
    private @Nullable String source;

    @Option(names = "--dry-run", description = "Say what would be done, and store nothing.")
    private boolean dryRun;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print only when something changed or went wrong.")
    private boolean quiet;

    @Option(names = "--accept", description = "Take what the guard would refuse.")
    private boolean accept;

    @Option(names = "--exit-code", description = "End with 1 when something changed, as git diff does.")
    private boolean exitCode;

    @Mixin
    private ReportFormatOptions format = new ReportFormatOptions();

    @Mixin
    private GuardOptions guard = new GuardOptions();

    @Mixin
    private FetchOptions fetch = new FetchOptions();

    @Mixin
    private ConfigurationOptions configuration = new ConfigurationOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    private final Console console;

    SyncCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, SourceUnreadableException, StoreBusyException, InterruptedException {
        Alerting alerting = Alerting.of(configuration, console);
        SyncRequest request = new SyncRequest(common.home(console), guard.limits(), common.patience(), accept);
        SyncJob job = new SyncJob(source(alerting.configuration()), console.clock(), request, alerting.alerts());
        SyncPrinter printer = new SyncPrinter(console, format, quiet, exitCode);
        if (dryRun) {
            return printer.print(job.rehearse());
        }
        try (WriterLock lock = common.lock(console, "sync")) {
            int code;
            try {
                code = printer.print(job.run(lock));
            } catch (SourceUnreadableException unreadable) {
                send(alerting, lock);
                throw unreadable;
            }
            boolean isPending = send(alerting, lock);
            return isPending && (code == ExitCode.DONE || code == ExitCode.DIFFERENT) ? ExitCode.PENDING : code;
        }
    }

    private boolean send(Alerting alerting, WriterLock lock) throws StoreBusyException, InterruptedException {
        Configuration read = alerting.configuration();
        String contact = read == null ? null : read.source().contact();
        return alerting.send(lock, common.home(console), common.patience(), fetch.userAgent(contact));
    }

    private Source source(@Nullable Configuration read) {
        SourceSettings settings = read == null ? standard() : read.source();
        String named = source == null ? settings.url() : source;
        Fetcher fetcher = fetcher(settings.contact());
        try {
            return new Source(named, fetcher, console.in());
        } catch (IllegalArgumentException malformed) {
            // A password in it is nobody's business.
            String shown = named.replaceFirst("//[^/]*@", "//");
            throw new UsageException("'" + shown + "' is no address to read from; write it as " + Source.IANA);
        }
    }

    private Fetcher fetcher(@Nullable String contact) {
        try {
            return fetch.fetcher(console, contact);
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(wrong);
        }
    }

    private SourceSettings standard() {
        return new SourceSettings(console.environment().getOrDefault("IANAWATCH_SOURCE", Source.IANA), null);
    }
}
