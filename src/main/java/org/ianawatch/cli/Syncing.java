package org.ianawatch.cli;

import java.io.IOException;
import org.ianawatch.config.Configuration;
import org.ianawatch.store.StoreBusyException;
import org.ianawatch.store.WriterLock;
import org.ianawatch.sync.DeliveryListener;
import org.ianawatch.sync.Source;
import org.ianawatch.sync.SyncJob;
import org.ianawatch.sync.SyncRequest;
import org.jspecify.annotations.Nullable;

/** The job as the options and the configuration have it, to be done any number of times. */
final class Syncing {
    private final SyncOptions options;
    private final Console console;
    private final Alerting alerting;
    private final Source source;
    private final SyncRequest request;

    private Syncing(SyncOptions options, Console console, Alerting alerting, Source source, SyncRequest request) {
        this.options = options;
        this.console = console;
        this.alerting = alerting;
        this.source = source;
        this.request = request;
    }

    /**
     * After the configuration that is there now. All that is wrong with it is said before it is refused.
     *
     * @param accept whether to take what the guard refuses
     */
    static Syncing of(SyncOptions options, boolean accept, Console console) throws IOException {
        Alerting alerting = Alerting.of(options.configuration(), console);
        CommonOptions common = options.common();
        SyncRequest request =
                new SyncRequest(common.home(console), options.guard().limits(), common.patience(), accept);
        return new Syncing(options, console, alerting, options.source(alerting, console), request);
    }

    Source source() {
        return source;
    }

    /** What is in force, or null where there is no file. */
    @Nullable
    Configuration configuration() {
        return alerting.configuration();
    }

    /** The job, which begins now. */
    SyncJob job() {
        return new SyncJob(source, console.clock(), request, alerting.alerts(), console::say);
    }

    /** The right to do it. */
    WriterLock lock(String command) throws StoreBusyException, InterruptedException {
        return options.common().lock(console, command);
    }

    /**
     * Sends what is due, and says what could not be delivered.
     *
     * @param listener hears of each try
     * @return whether something is pending after it
     */
    boolean send(WriterLock lock, DeliveryListener listener) throws StoreBusyException, InterruptedException {
        Configuration read = configuration();
        String contact = read == null ? null : read.source().contact();
        return alerting.send(
                lock, request.home(), request.patience(), options.fetch().userAgent(contact), listener);
    }
}
