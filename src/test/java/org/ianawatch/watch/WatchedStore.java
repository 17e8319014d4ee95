package org.ianawatch.watch;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ianawatch.fetch.Fetcher;
import org.ianawatch.fetch.Limits;
import org.ianawatch.fetch.UserAgent;
import org.ianawatch.fetch.WebClient;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.store.OutgoingMessage;
import org.ianawatch.store.SyncRun;
import org.ianawatch.store.WritableStore;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.WaitListener;
import org.ianawatch.store.home.WriterLock;
import org.ianawatch.sync.Alerts;
import org.ianawatch.sync.DueRegistries;
import org.ianawatch.sync.GuardLimits;
import org.ianawatch.sync.Run;
import org.ianawatch.sync.Sender;
import org.ianawatch.sync.Source;
import org.ianawatch.sync.SyncJob;
import org.ianawatch.sync.SyncRequest;

/** A store in a folder, and what other processes do with it. */
final class WatchedStore {
    static final Instant START = Instant.parse("2026-11-01T06:00:00Z");

    private final Home home;

    WatchedStore(Path folder) {
        this.home = new Home(folder, PortRegistry.REGISTRY);
    }

    Home home() {
        return home;
    }

    /** Changes it as another process would. */
    void change(Consumer<WritableStore> work) {
        try (WriterLock lock = WriterLock.acquire(home, "test", START, Duration.ZERO);
                WritableStore store = WritableStore.open(lock, home, Duration.ZERO)) {
            store.commit(() -> work.accept(store));
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Adds a message that is due at once by a channel. */
    void add(String id, String channel, Instant now) {
        OutgoingMessage message =
                new OutgoingMessage(id, now, "changes", "lab", "what happened", "{}", List.of(channel));
        change(store -> store.outbox().add(message, now));
    }

    /** Adds a check that ended within a second. */
    void checked(Instant began, SyncRun.Outcome outcome, String message) {
        change(store -> store.record(
                new SyncRun(began, began.plusSeconds(1), "https://example.org/ports.csv", outcome, null, message)));
    }

    /** Checks a source, which must be readable. */
    void sync(String source, Clock clock) throws Exception {
        Fetcher fetcher = new Fetcher(new WebClient(Map.of()), Limits.DEFAULT, clock, new UserAgent("test", null));
        SyncRequest request = new SyncRequest(GuardLimits.DEFAULT, false);
        Source read = new Source(PortRegistry.REGISTRY, source, fetcher, InputStream.nullInputStream());
        DueRegistries due = new DueRegistries(List.of(new SyncJob(read, clock, request, Alerts.NONE, note -> {})));
        new Run(home, Duration.ZERO, clock, WaitListener.NONE, Sender.NONE)
                .of("test", writer -> due.check(writer, result -> {}));
    }
}
