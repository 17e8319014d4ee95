package org.ianawatch.cli.sync;

import java.io.IOException;
import java.util.List;
import org.ianawatch.cli.alerts.Alerting;
import org.ianawatch.cli.console.Console;
import org.ianawatch.config.Configuration;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.sync.DeliveryListener;
import org.ianawatch.sync.DueRegistries;
import org.ianawatch.sync.Run;
import org.ianawatch.sync.Source;
import org.ianawatch.sync.SyncJob;
import org.ianawatch.sync.SyncRequest;
import org.jspecify.annotations.Nullable;

/** Checks as the options and the configuration have them, to be done any number of times. */
final class Syncing {
    private final Console console;
    private final Alerting alerting;
    private final Source source;
    private final SyncRequest request;

    private Syncing(Console console, Alerting alerting, Source source, SyncRequest request) {
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
        Alerting alerting = Alerting.of(
                options.configuration(),
                options.common(),
                console,
                options.fetch().contact());
        SyncRequest request = new SyncRequest(options.guard().limits(), accept);
        return new Syncing(console, alerting, options.source(alerting, console), request);
    }

    Source source() {
        return source;
    }

    /** What is in force, or null where there is no file. */
    @Nullable
    Configuration configuration() {
        return alerting.configuration();
    }

    /** The registries that are due, whose checks begin now. */
    DueRegistries due() {
        return new DueRegistries(
                List.of(new SyncJob(source, console.clock(), request, alerting.alerts(), console::say)));
    }

    /** How a check would end. */
    void rehearse(DueRegistries.Listener listener) throws IOException, StoreBusyException, InterruptedException {
        alerting.run(DeliveryListener.NONE).rehearse(due(), listener);
    }

    /**
     * Does work in a run, says what came of what was due, and prints which channels were told.
     *
     * @param listener hears of each delivery that is tried
     * @return whether something is pending after it
     */
    <E extends Exception> boolean run(String command, Run.Work<E> work, SyncPrinter printer, DeliveryListener listener)
            throws E, StoreBusyException, InterruptedException {
        return alerting.run(command, work, printer::tell, listener);
    }
}
