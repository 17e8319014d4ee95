package org.ianawatch.cli.alerts;

import java.io.IOException;
import java.util.function.Consumer;
import org.ianawatch.cli.console.CommonOptions;
import org.ianawatch.cli.console.ConfigurationOptions;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.Version;
import org.ianawatch.config.Configuration;
import org.ianawatch.fetch.UserAgent;
import org.ianawatch.fetch.WebClient;
import org.ianawatch.report.TerminalText;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.sync.Alerts;
import org.ianawatch.sync.DeliveryJob;
import org.ianawatch.sync.DeliveryListener;
import org.ianawatch.sync.DeliveryReport;
import org.ianawatch.sync.OperatorAlerts;
import org.ianawatch.sync.Run;
import org.ianawatch.sync.Sender;
import org.jspecify.annotations.Nullable;

/** Runs of the commands that change what is stored and have others told of it, after the configuration. */
public final class Alerting {
    private final @Nullable Configuration configuration;
    private final CommonOptions common;
    private final Console console;
    private final UserAgent userAgent;
    private final WebClient client;

    private Alerting(
            @Nullable Configuration configuration, CommonOptions common, Console console, @Nullable String contact) {
        this.configuration = configuration;
        this.common = common;
        this.console = console;
        String standard = configuration == null ? null : configuration.source().contact();
        this.userAgent = new UserAgent(Version.text(), contact == null ? standard : contact);
        this.client = new WebClient(console.environment(), RequestPrinter.of(console));
    }

    /** After the configuration that is in force. Its parser is not loaded where there is no file. */
    public static Alerting of(ConfigurationOptions options, CommonOptions common, Console console) throws IOException {
        return of(options, common, console, null);
    }

    /**
     * The same with another contact for servers.
     *
     * @param contact null for that of the configuration
     */
    public static Alerting of(
            ConfigurationOptions options, CommonOptions common, Console console, @Nullable String contact)
            throws IOException {
        Configuration read = options.find(console).isPresent() ? options.read(console) : null;
        return new Alerting(read, common, console, contact);
    }

    /** What is in force, or null where there is no file. */
    @Nullable
    public Configuration configuration() {
        return configuration;
    }

    /** The one client for what is read and what is sent. */
    public WebClient client() {
        return client;
    }

    /** How the program introduces itself to servers. */
    public UserAgent userAgent() {
        return userAgent;
    }

    public Alerts alerts() {
        return configuration == null ? Alerts.NONE : new Alerts(configuration.rules(), operators(configuration));
    }

    /** A run whose listener hears of each delivery that is tried. */
    public Run run(DeliveryListener listener) {
        return new Run(
                common.home(console), common.patience(), console.clock(), common.waits(console), sender(listener));
    }

    /**
     * Does work in a run, and says which channels were told, and what could not be delivered.
     *
     * @param tell hears which channels were told, in a sentence, if any were
     * @return whether something is pending after it
     */
    public <E extends Exception> boolean run(String command, Run.Work<E> work, Consumer<String> tell)
            throws E, StoreBusyException, InterruptedException {
        return run(command, work, tell, DeliveryListener.NONE);
    }

    /** The same, with a listener that hears of each delivery that is tried. */
    public <E extends Exception> boolean run(
            String command, Run.Work<E> work, Consumer<String> tell, DeliveryListener listener)
            throws E, StoreBusyException, InterruptedException {
        ToldChannels told = new ToldChannels(listener);
        try {
            DeliveryReport report = run(told).of(command, work);
            say(report);
            if (!told.sentence().isEmpty()) {
                tell.accept(told.sentence());
            }
            return report.pending() > 0;
        } finally {
            // The next run may be a day away.
            client.closeIdle();
        }
    }

    private Sender sender(DeliveryListener listener) {
        if (configuration == null) {
            return Sender.NONE;
        }
        Channels channels = new Channels(configuration.channels(), configuration.site(), client, console, userAgent);
        return new DeliveryJob(channels::find, console.clock(), operators(configuration), listener);
    }

    private void say(DeliveryReport report) {
        report.failures().forEach(failure -> console.say(TerminalText.safe(failure)));
        long pending = report.pending();
        if (pending > 0 && report.failures().isEmpty()) {
            console.say((pending == 1 ? "1 delivery is" : pending + " deliveries are")
                    + " pending, and not due yet; 'ianawatch deliveries list' shows more");
        }
    }

    private static OperatorAlerts operators(Configuration configuration) {
        return new OperatorAlerts(
                configuration.operators().channels(), configuration.operators().unreadableAfterDays());
    }
}
