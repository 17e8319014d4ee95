package org.ianawatch.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.ianawatch.config.Configuration;
import org.ianawatch.config.SourceSettings;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.UseFilter;
import org.ianawatch.fetch.Fetcher;
import org.ianawatch.fetch.SourceUnreadableException;
import org.ianawatch.registry.SiteUse;
import org.ianawatch.report.TerminalText;
import org.ianawatch.report.UseSentence;
import org.ianawatch.store.StoreBusyException;
import org.ianawatch.store.WriterLock;
import org.ianawatch.sync.Alerts;
import org.ianawatch.sync.DeliveryJob;
import org.ianawatch.sync.DeliveryReport;
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
        SyncRequest request = new SyncRequest(common.home(console), guard.limits(), common.patience(), accept, dryRun);
        Configuration read = configuration();
        SyncJob job = new SyncJob(source(read), console.clock(), request, alerts(read));
        int code;
        try {
            code = new SyncPrinter(console, format, quiet, exitCode).print(job.run());
        } catch (SourceUnreadableException unreadable) {
            deliver(read);
            throw unreadable;
        }
        boolean isPending = deliver(read);
        return isPending && (code == ExitCode.DONE || code == ExitCode.DIFFERENT) ? ExitCode.PENDING : code;
    }

    /** Sends what is due, and says whether something is pending after it. */
    private boolean deliver(@Nullable Configuration read) throws StoreBusyException, InterruptedException {
        if (read == null || dryRun) {
            return false;
        }
        Channels channels = new Channels(
                read.channels(), console, fetch.userAgent(read.source().contact()));
        DeliveryJob job = new DeliveryJob(channels::find, console.clock(), common.home(console), common.patience());
        try (WriterLock lock = common.lock(console, "sync")) {
            DeliveryReport report = job.run(lock);
            report.failures().forEach(failure -> console.say(TerminalText.safe(failure)));
            return report.pending() > 0;
        }
    }

    private static Alerts alerts(@Nullable Configuration read) {
        return read == null ? Alerts.NONE : new Alerts(read.rules(), SyncCommand::meaning);
    }

    private static @Nullable String meaning(List<SiteUse> uses, Change change) {
        return uses.stream()
                .filter(siteUse -> new UseFilter(siteUse.use()).test(change))
                .map(siteUse -> UseSentence.of(siteUse, change).text())
                .findFirst()
                .orElse(null);
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

    /** The parser is not loaded where there is no file. */
    private @Nullable Configuration configuration() throws IOException {
        return configuration.find(console).isPresent() ? configuration.read(console) : null;
    }

    private SourceSettings standard() {
        return new SourceSettings(console.environment().getOrDefault("IANAWATCH_SOURCE", Source.IANA), null);
    }
}
