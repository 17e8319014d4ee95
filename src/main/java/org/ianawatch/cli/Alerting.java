package org.ianawatch.cli;

import java.io.IOException;
import java.time.Duration;
import org.ianawatch.config.Configuration;
import org.ianawatch.fetch.UserAgent;
import org.ianawatch.fetch.WebClient;
import org.ianawatch.report.TerminalText;
import org.ianawatch.store.Home;
import org.ianawatch.store.StoreBusyException;
import org.ianawatch.store.WriterLock;
import org.ianawatch.sync.Alerts;
import org.ianawatch.sync.DeliveryJob;
import org.ianawatch.sync.DeliveryListener;
import org.ianawatch.sync.DeliveryReport;
import org.ianawatch.sync.OperatorAlerts;
import org.jspecify.annotations.Nullable;

/** Who is told what, after the configuration, for the commands that change what is stored. */
final class Alerting {
    private final @Nullable Configuration configuration;
    private final Console console;
    private final WebClient client;

    private Alerting(@Nullable Configuration configuration, Console console) {
        this.configuration = configuration;
        this.console = console;
        this.client = new WebClient(console.environment(), RequestPrinter.of(console));
    }

    /** After the configuration that is in force. Its parser is not loaded where there is no file. */
    static Alerting of(ConfigurationOptions options, Console console) throws IOException {
        return new Alerting(options.find(console).isPresent() ? options.read(console) : null, console);
    }

    /** What is in force, or null where there is no file. */
    @Nullable
    Configuration configuration() {
        return configuration;
    }

    /** The one client for what is read and what is sent. */
    WebClient client() {
        return client;
    }

    Alerts alerts() {
        return configuration == null ? Alerts.NONE : new Alerts(configuration.rules(), operators(configuration));
    }

    /** Sends what is due, with the configuration's contact; the listener hears of each try. */
    boolean send(WriterLock lock, Home home, Duration patience, DeliveryListener listener)
            throws StoreBusyException, InterruptedException {
        String contact = configuration == null ? null : configuration.source().contact();
        UserAgent userAgent = new UserAgent(RootCommand.version(), contact);
        return send(lock, home, patience, userAgent, listener);
    }

    /**
     * Sends what is due, and says what could not be delivered.
     *
     * @param listener hears of each try
     * @return whether something is pending after it
     */
    boolean send(WriterLock lock, Home home, Duration patience, UserAgent userAgent, DeliveryListener listener)
            throws StoreBusyException, InterruptedException {
        try {
            return configuration != null && send(configuration, lock, home, patience, userAgent, listener);
        } finally {
            // A run is over with what it sends, and the next one may be a day away.
            client.closeIdle();
        }
    }

    private boolean send(
            Configuration configuration,
            WriterLock lock,
            Home home,
            Duration patience,
            UserAgent userAgent,
            DeliveryListener listener)
            throws StoreBusyException, InterruptedException {
        Channels channels = new Channels(configuration.channels(), configuration.site(), client, console, userAgent);
        OperatorAlerts operators = operators(configuration);
        DeliveryReport report =
                new DeliveryJob(channels::find, console.clock(), home, patience, operators, listener).run(lock);
        report.failures().forEach(failure -> console.say(TerminalText.safe(failure)));
        long pending = report.pending();
        if (pending > 0 && report.failures().isEmpty()) {
            console.say((pending == 1 ? "1 delivery is" : pending + " deliveries are")
                    + " pending, and not due yet; 'ianawatch deliveries list' shows more");
        }
        return pending > 0;
    }

    private static OperatorAlerts operators(Configuration configuration) {
        return new OperatorAlerts(
                configuration.operators().channels(), configuration.operators().unreadableAfterDays());
    }
}
