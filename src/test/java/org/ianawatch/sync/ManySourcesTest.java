package org.ianawatch.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ianawatch.fetch.Fetcher;
import org.ianawatch.fetch.UserAgent;
import org.ianawatch.fetch.WebClient;
import org.ianawatch.made.Foreign;
import org.ianawatch.made.MovableClock;
import org.ianawatch.registry.Registry;
import org.ianawatch.store.Store;
import org.ianawatch.store.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run over many registries. */
class ManySourcesTest {
    private static final int REGISTRIES = 30;
    private static final int ROWS = 30;

    private final MovableClock clock = new MovableClock(MadeHome.start());
    private final List<Registry> registries = new ArrayList<>();

    @TempDir
    private Path folder;

    private Path file(Registry registry) {
        return folder.resolve(registry.id().name());
    }

    private void write(Registry registry, int rows) throws Exception {
        StringBuilder text = new StringBuilder("Method Name,Safe,Reference\r\n");
        for (int row = 0; row < rows; row++) {
            text.append("M").append(row).append(",yes,\r\n");
        }
        Files.write(file(registry), Foreign.bytes(text.toString()));
    }

    private List<SyncResult> run(MadeHome home) throws Exception {
        clock.move(Duration.ofDays(1));
        Fetcher fetcher =
                new Fetcher(new WebClient(Map.of()), MadeHome.WITHOUT_RETRIES, clock, new UserAgent("test", null));
        SyncRequest request = new SyncRequest(GuardLimits.DEFAULT, false);
        List<SyncJob> jobs = new ArrayList<>();
        for (Registry registry : registries) {
            Source source = new Source(registry, file(registry).toString(), fetcher, InputStream.nullInputStream());
            jobs.add(new SyncJob(source, clock, request, Alerts.NONE, note -> {}));
        }
        List<SyncResult> results = new ArrayList<>();
        DueRegistries due = new DueRegistries(jobs);
        home.run(Sender.NONE).of("sync", writer -> due.check(writer, results::add));
        return results;
    }

    @Test
    void whatChangedIsStoredAndWhatDidNotIsRecordedTogether() throws Exception {
        MadeHome home = new MadeHome(folder.resolve("home"), clock, Foreign.METHODS);
        for (int number = 0; number < REGISTRIES; number++) {
            Registry registry = new Registry(new Registry.Id("made", "made-" + number), Foreign.METHODS.roles());
            registries.add(registry);
            write(registry, ROWS);
        }
        run(home).forEach(result -> assertInstanceOf(SyncResult.Changed.class, result));
        Registry changed = registries.get(REGISTRIES / 2);
        write(changed, ROWS + 1);

        List<SyncResult> results = run(home);

        assertEquals(
                1, results.stream().filter(SyncResult.Changed.class::isInstance).count());
        try (Store store = Stores.open(home.home(), Duration.ZERO)) {
            assertEquals(2, store.of(changed).snapshots().size());
            assertEquals(1, store.of(registries.get(0)).snapshots().size());
            assertEquals(2, store.of(registries.get(0)).checks());
        }
    }
}
