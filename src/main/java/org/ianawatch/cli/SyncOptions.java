package org.ianawatch.cli;

import org.ianawatch.config.SourceSettings;
import org.ianawatch.fetch.Fetcher;
import org.ianawatch.fetch.WebClient;
import org.ianawatch.sync.Source;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the job, for the commands that do it: once, or again and again. */
final class SyncOptions {
    @Option(
            names = "--source",
            paramLabel = "URL|FILE|-",
            description =
                    "Where to read it; IANAWATCH_SOURCE, the configuration's source or IANA's address unless set. With -,"
                            + " sync reads standard input.")
    private @Nullable String source;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print only when something changed or went wrong.")
    private boolean quiet;

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

    boolean quiet() {
        return quiet;
    }

    ReportFormatOptions format() {
        return format;
    }

    GuardOptions guard() {
        return guard;
    }

    FetchOptions fetch() {
        return fetch;
    }

    ConfigurationOptions configuration() {
        return configuration;
    }

    CommonOptions common() {
        return common;
    }

    /** Where the registry is read, as the option, else the environment or the configuration has it. */
    Source source(Alerting alerting, Console console) {
        SourceSettings settings = alerting.configuration() == null
                ? new SourceSettings(console.environment().getOrDefault("IANAWATCH_SOURCE", Source.IANA), null)
                : alerting.configuration().source();
        String named = source == null ? settings.url() : source;
        try {
            return new Source(named, fetcher(alerting.client(), settings.contact(), console), console.in());
        } catch (IllegalArgumentException malformed) {
            // A password in it is nobody's business.
            String shown = named.replaceFirst("//[^/]*@", "//");
            throw new UsageException("'" + shown + "' is no address to read from; write it as " + Source.IANA);
        }
    }

    private Fetcher fetcher(WebClient client, @Nullable String contact, Console console) {
        try {
            return fetch.fetcher(client, console, contact);
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(wrong);
        }
    }
}
