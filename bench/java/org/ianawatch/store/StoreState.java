package org.ianawatch.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ianawatch.csv.CsvFile;
import org.ianawatch.csv.CsvReader;
import org.ianawatch.csv.MalformedFileException;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.diff.Differ;
import org.ianawatch.made.FilePair;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Sha256;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.store.home.WriterLock;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A store in a folder of its own, with two snapshots at first. What is appended is in turn the one file and the other. */
@State(Scope.Benchmark)
public class StoreState {
    private static final Instant FIRST = Instant.parse("2020-01-01T12:00:00Z");

    private Path folder;
    private WriterLock lock;
    private CsvFile older;
    private CsvFile newer;
    private ChangeSet forth;
    private ChangeSet back;
    private byte[] olderBytes;
    private byte[] newerBytes;
    private int snapshots;
    private Optional<WritableStore> opened = Optional.empty();

    @Setup
    public void read(FilePair pair) throws MalformedFileException {
        olderBytes = pair.older;
        newerBytes = pair.newer;
        older = new CsvReader(PortRegistry.ROLES).read(olderBytes);
        newer = new CsvReader(PortRegistry.ROLES).read(newerBytes);
        forth = Differ.diff(older.snapshot("", ""), newer.snapshot("", ""));
        back = Differ.diff(newer.snapshot("", ""), older.snapshot("", ""));
    }

    /** Anew for each iteration, so that it does not grow with their number. */
    @Setup(Level.Iteration)
    public void make() throws Exception {
        folder = Files.createTempDirectory("ianawatch-bench");
        lock = WriterLock.acquire(home(), "bench", FIRST, Duration.ZERO);
        snapshots = 0;
        try (WritableStore store = open()) {
            append(store);
            append(store);
        }
    }

    @TearDown(Level.Iteration)
    public void delete() throws IOException {
        opened.ifPresent(WritableStore::close);
        opened = Optional.empty();
        lock.close();
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }

    Home home() {
        return new Home(folder, PortRegistry.REGISTRY);
    }

    WritableStore open() throws StoreBusyException, InterruptedException {
        return WritableStore.open(lock, home(), Duration.ZERO);
    }

    /** Opens the store of this iteration, which closes it in its end. */
    WritableStore openUntilDeleted() throws StoreBusyException, InterruptedException {
        WritableStore store = open();
        opened = Optional.of(store);
        return store;
    }

    SnapshotEntry append(WritableStore store) {
        boolean toOlder = snapshots % 2 == 0;
        CsvFile file = toOlder ? older : newer;
        byte[] bytes = toOlder ? olderBytes : newerBytes;
        Instant observedAt = FIRST.plus(snapshots, ChronoUnit.DAYS);
        NewSnapshot snapshot =
                new NewSnapshot(file, Sha256.of(bytes).digits(), bytes.length, observedAt, Origin.IMPORT, "made");
        ChangeSet changes = snapshots == 0 ? null : toOlder ? back : forth;
        snapshots++;
        store.commit(() -> store.append(snapshot, changes));
        return store.newest().orElseThrow();
    }
}
