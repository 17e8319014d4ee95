package org.ianawatch.sync;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.ianawatch.fetch.Fetcher;
import org.ianawatch.fetch.Limits;
import org.ianawatch.fetch.SourceUnreadableException;
import org.ianawatch.fetch.UserAgent;
import org.ianawatch.fetch.WebClient;
import org.ianawatch.made.Hang;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Registry;
import org.ianawatch.registry.Sha256;
import org.ianawatch.store.Store;
import org.ianawatch.store.Stores;
import org.ianawatch.store.Verification;
import org.ianawatch.store.WritableStore;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.store.home.WaitListener;
import org.ianawatch.store.home.WriterLock;

/** A home in a folder, and what a test does with it: jobs, questions, and looks at the disk. */
final class MadeHome {
    static final Limits WITHOUT_RETRIES =
            new Limits(Hang.LIMIT, Hang.LIMIT, Hang.LIMIT, 1 << 24, 0, Duration.ofMillis(1), Duration.ofMillis(1));

    /** Migrations take longer than copies. */
    private static final Path EMPTY = makeEmpty();

    private final Home home;
    private final Clock clock;
    private final List<String> notes = new ArrayList<>();

    /** A home that is not there yet. */
    MadeHome(Path folder, Clock clock) {
        this(folder, clock, PortRegistry.REGISTRY);
    }

    /** A home, there or not, in which another registry than the ports is meant. */
    MadeHome(Path folder, Clock clock, Registry registry) {
        this.home = new Home(folder, registry);
        this.clock = clock;
    }

    /** A home with a store without snapshots. */
    static MadeHome withStore(Path folder, Clock clock) throws IOException {
        MadeHome made = new MadeHome(folder, clock);
        Files.createDirectories(folder);
        Files.copy(EMPTY, made.home.databaseFile());
        return made;
    }

    private static Path makeEmpty() {
        try {
            Home home = new Home(Files.createTempDirectory("ianawatch-empty"), PortRegistry.REGISTRY);
            try (WriterLock lock = WriterLock.acquire(home, "test", start(), Duration.ZERO)) {
                WritableStore.open(lock, home, Duration.ZERO).close();
            }
            for (Path file : List.of(home.directory(), home.directory().resolve("writer.lock"), home.databaseFile())) {
                file.toFile().deleteOnExit();
            }
            return home.databaseFile();
        } catch (IOException | StoreBusyException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    Home home() {
        return home;
    }

    /** A sync with the guard's usual limits. */
    SyncResult sync(String source) throws Exception {
        return sync(source, request -> request);
    }

    /** A sync that is asked for otherwise. */
    SyncResult sync(String source, UnaryOperator<SyncRequest> wish) throws Exception {
        return sync(source, new byte[0], wish);
    }

    /** A sync with the guard's usual limits that writes alerts. */
    SyncResult sync(String source, Alerts alerts, UnaryOperator<SyncRequest> wish) throws Exception {
        return sync(source, new byte[0], alerts, wish);
    }

    SyncResult sync(String source, byte[] standardInput, UnaryOperator<SyncRequest> wish) throws Exception {
        return sync(source, standardInput, Alerts.NONE, wish);
    }

    private SyncResult sync(String source, byte[] standardInput, Alerts alerts, UnaryOperator<SyncRequest> wish)
            throws Exception {
        List<SyncResult> results = new ArrayList<>();
        DueRegistries due = new DueRegistries(List.of(job(source, standardInput, alerts, wish)));
        run(Sender.NONE).of("sync", writer -> due.check(writer, results::add));
        return read(results);
    }

    /** A run that waits for nobody. */
    Run run(Sender sender) {
        return new Run(home, Duration.ZERO, clock, WaitListener.NONE, sender);
    }

    private static SyncResult read(List<SyncResult> results) throws SourceUnreadableException {
        if (results.get(0) instanceof SyncResult.Unreadable unreadable) {
            throw unreadable.failure();
        }
        return results.get(0);
    }

    /** What all jobs said of the clock, oldest first. */
    List<String> notes() {
        return notes;
    }

    /** How a sync would end. */
    SyncResult rehearse(String source) throws Exception {
        return rehearse(source, new byte[0], UnaryOperator.identity());
    }

    SyncResult rehearse(String source, byte[] standardInput, UnaryOperator<SyncRequest> wish) throws Exception {
        List<SyncResult> results = new ArrayList<>();
        run(Sender.NONE)
                .rehearse(new DueRegistries(List.of(job(source, standardInput, Alerts.NONE, wish))), results::add);
        return read(results);
    }

    private SyncJob job(String source, byte[] standardInput, Alerts alerts, UnaryOperator<SyncRequest> wish) {
        Fetcher fetcher = new Fetcher(new WebClient(Map.of()), WITHOUT_RETRIES, clock, new UserAgent("test", null));
        SyncRequest request = new SyncRequest(GuardLimits.DEFAULT, false);
        return new SyncJob(
                new Source(home.registry(), source, fetcher, new ByteArrayInputStream(standardInput)),
                clock,
                wish.apply(request),
                alerts,
                notes::add);
    }

    static UnaryOperator<SyncRequest> accepting() {
        return request -> new SyncRequest(request.limits(), true);
    }

    static UnaryOperator<SyncRequest> within(GuardLimits limits) {
        return request -> new SyncRequest(limits, false);
    }

    /** All rows of a query on the store, their values joined by commas. */
    List<String> query(String query) throws SQLException {
        String file = home.directory().resolve("ianawatch").toAbsolutePath().toString();
        List<String> found = new ArrayList<>();
        try (var connection = DriverManager.getConnection(
                        "jdbc:h2:file:" + file + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE;TRACE_LEVEL_FILE=0", "sa", "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(row(rows));
            }
        }
        return found;
    }

    private static String row(ResultSet rows) throws SQLException {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            row.add(rows.getString(column));
        }
        return String.join(",", row);
    }

    /** The outcomes of all checks, oldest first, each with the number of its snapshot. */
    List<String> checks() throws SQLException {
        return query("SELECT outcome, snapshot_number FROM sync_run ORDER BY id");
    }

    /** The number, the origin and the time of each snapshot, oldest first. */
    List<String> snapshots() throws Exception {
        List<String> lines = new ArrayList<>();
        try (Store store = Stores.open(home, Duration.ZERO)) {
            store.snapshots()
                    .forEach(entry ->
                            lines.add(0, entry.number() + " " + entry.origin().word() + " " + entry.observedAt()));
        }
        return lines;
    }

    /** The bytes of the newest snapshot. */
    byte[] newest() throws Exception {
        try (Store store = Stores.open(home, Duration.ZERO)) {
            return store.file(store.newest().orElseThrow()).bytes();
        }
    }

    /** What the quarantine holds, newest first: number, reason, state, times. */
    List<String> quarantine() throws Exception {
        try (Store store = Stores.open(home, Duration.ZERO)) {
            return store.quarantine().newestFirst().stream()
                    .map(entry -> entry.number() + " " + entry.reason() + " "
                            + entry.state().word() + " " + entry.timesSeen())
                    .toList();
        }
    }

    /** What verification finds. */
    List<String> problems() throws Exception {
        try (Store store = Stores.open(home, Duration.ZERO)) {
            return Verification.problems(store);
        }
    }

    /** Every file below the home with the hash of its bytes. */
    Map<String, String> disk() throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (Files.exists(home.directory())) {
            try (Stream<Path> paths = Files.walk(home.directory())) {
                paths.forEach(path -> files.put(path.toString(), hash(path)));
            }
        }
        return files;
    }

    private static String hash(Path path) {
        try {
            return Files.isDirectory(path)
                    ? "a folder"
                    : Sha256.of(Files.readAllBytes(path)).digits();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A time of day on the first of November, when all stories begin. */
    static Instant start() {
        return Instant.parse("2026-11-01T06:00:00Z");
    }
}
