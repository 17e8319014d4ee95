package org.ianawatch.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.ianawatch.config.SourceSettings;
import org.ianawatch.fetch.Fetcher;
import org.ianawatch.fetch.SourceUnreadableException;
import org.ianawatch.store.StoreBusyException;
import org.ianawatch.sync.Source;
import org.ianawatch.sync.SyncJob;
import org.ianawatch.sync.SyncRequest;
import org.ianawatch.sync.SyncResult;
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
            "What the guard refuses goes to quarantine and changes nothing (exit code 4).",
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
        SyncResult result = new SyncJob(source(), console.clock(), request).run();
        return new SyncPrinter(console, format, quiet, exitCode).print(result);
    }

    private Source source() throws IOException {
        SourceSettings settings = settings();
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
    private SourceSettings settings() throws IOException {
        return configuration.find(console).isPresent()
                ? configuration.read(console).source()
                : new SourceSettings(console.environment().getOrDefault("IANAWATCH_SOURCE", Source.IANA), null);
    }
}
