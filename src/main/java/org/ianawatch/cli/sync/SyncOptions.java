package org.ianawatch.cli.sync;

import java.util.List;
import org.ianawatch.cli.alerts.Alerting;
import org.ianawatch.cli.command.Option;
import org.ianawatch.cli.command.OptionGroup;
import org.ianawatch.cli.command.Reading;
import org.ianawatch.cli.command.Values;
import org.ianawatch.cli.console.CommonOptions;
import org.ianawatch.cli.console.ConfigurationOptions;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.GeneralOptions;
import org.ianawatch.cli.console.ReportFormatOptions;
import org.ianawatch.cli.console.SharedOptions;
import org.ianawatch.cli.console.UsageException;
import org.ianawatch.config.SourceSettings;
import org.ianawatch.fetch.Fetcher;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.sync.Source;
import org.jspecify.annotations.Nullable;

/** The options of the job, for the commands that do it: once, or again and again. */
public final class SyncOptions {
    static final Option<String> SOURCE = Option.of(
            "--source",
            "URL|FILE|-",
            Reading.text(),
            "Where to read it; IANAWATCH_SOURCE, the configuration's source or IANA's address unless set. With -, sync reads standard input.");
    static final List<OptionGroup> GROUPS = List.of(
            new OptionGroup("The source", List.of(SOURCE, SharedOptions.QUIET_WITHOUT_CHANGES)),
            ReportFormatOptions.GROUP,
            GuardOptions.GROUP,
            FetchOptions.GROUP,
            ConfigurationOptions.GROUP,
            CommonOptions.STORE,
            GeneralOptions.GROUP);

    private final @Nullable String source;
    private final boolean quiet;
    private final ReportFormatOptions format;
    private final GuardOptions guard;
    private final FetchOptions fetch;
    private final ConfigurationOptions configuration;
    private final CommonOptions common;
    private final boolean debug;

    public SyncOptions(Values values) {
        this.source = values.find(SOURCE);
        this.quiet = values.has(SharedOptions.QUIET_WITHOUT_CHANGES);
        this.format = new ReportFormatOptions(values);
        this.guard = new GuardOptions(values);
        this.fetch = new FetchOptions(values);
        this.configuration = new ConfigurationOptions(values);
        this.common = new CommonOptions(values);
        this.debug = values.has(GeneralOptions.DEBUG);
    }

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

    /** Whether to show where in the program a failure came from. */
    boolean debug() {
        return debug;
    }

    /** Where the registry is read, as the option, else the environment or the configuration has it. */
    Source source(Alerting alerting, Console console) {
        SourceSettings settings = alerting.configuration() == null
                ? new SourceSettings(console.environment().getOrDefault("IANAWATCH_SOURCE", Source.IANA), null)
                : alerting.configuration().source();
        String named = source == null ? settings.url() : source;
        try {
            return new Source(PortRegistry.REGISTRY, named, fetcher(alerting, console), console.in());
        } catch (IllegalArgumentException malformed) {
            // A password in it is nobody's business.
            String shown = named.replaceFirst("//[^/]*@", "//");
            throw new UsageException("'" + shown + "' is no address to read from; write it as " + Source.IANA);
        }
    }

    private Fetcher fetcher(Alerting alerting, Console console) {
        try {
            return fetch.fetcher(alerting.client(), console, alerting.userAgent());
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(wrong);
        }
    }
}
