package org.ianawatch.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ianawatch.answer.AnswerReader;
import org.ianawatch.answer.Answers;
import org.ianawatch.csv.CsvFile;
import org.ianawatch.csv.CsvReader;
import org.ianawatch.csv.MalformedFileException;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.diff.Differ;
import org.ianawatch.made.Writing;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Sha256;
import org.ianawatch.store.h2.Checksum;
import org.ianawatch.store.h2.Database;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.store.home.WriterLock;

/** A store in a folder of its own, a real file; gone when it is closed. */
public final class MadeStore implements AutoCloseable {
    /** When the first snapshot was observed; each later one is a day younger. */
    public static final Instant FIRST = Instant.parse("2020-01-01T12:00:00Z");

    public static final Duration NO_WAIT = Duration.ZERO;
    /** Migrations take longer than copies. */
    private static final Path EMPTY = makeEmpty();

    private final Path folder;
    private final List<ChangeSet> changes = new ArrayList<>();
    private final List<byte[]> files = new ArrayList<>();

    public MadeStore() {
        try {
            folder = Files.createTempDirectory("ianawatch");
            Files.copy(EMPTY, home().databaseFile());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A store with a snapshot for each registry, written IANA's way. */
    public static MadeStore of(List<List<Entry>> series) {
        MadeStore store = new MadeStore();
        store.append(series.stream().map(Writing.USUAL::bytes).toList());
        return store;
    }

    public Home home() {
        return new Home(folder, PortRegistry.REGISTRY);
    }

    /** The bytes of all snapshots. */
    public List<byte[]> files() {
        return files;
    }

    /** The changes that were written, a set for each snapshot but the first. */
    public List<ChangeSet> changes() {
        return changes;
    }

    public void append(List<byte[]> more) {
        write(store -> append(store, more));
    }

    public void append(WritableStore store, List<byte[]> more) {
        CsvReader reader = new CsvReader(PortRegistry.ROLES);
        CsvFile previous = store.newest().map(store::file).orElse(null);
        for (byte[] bytes : more) {
            CsvFile file = read(reader, bytes);
            ChangeSet set = previous == null ? null : Differ.diff(previous.snapshot("", ""), file.snapshot("", ""));
            store.commit(() -> store.append(snapshot(file, bytes, files.size()), set));
            files.add(bytes);
            if (set != null) {
                changes.add(set);
            }
            previous = file;
        }
    }

    private static NewSnapshot snapshot(CsvFile file, byte[] bytes, int index) {
        Instant observedAt = FIRST.plus(index, ChronoUnit.DAYS);
        return new NewSnapshot(
                file, Sha256.of(bytes).digits(), bytes.length, observedAt, Origin.IMPORT, "file " + (index + 1));
    }

    static CsvFile read(CsvReader reader, byte[] bytes) {
        try {
            return reader.read(bytes);
        } catch (MalformedFileException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Work on an open store. */
    public interface Work<S> {
        void on(S store) throws Exception;
    }

    public void write(Work<WritableStore> work) {
        try (WriterLock lock = WriterLock.acquire(home(), "test", FIRST, NO_WAIT);
                WritableStore store = WritableStore.open(lock, home(), NO_WAIT)) {
            work.on(store);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    public void read(Work<Store> work) {
        try (Store store = Stores.open(home(), NO_WAIT)) {
            work.on(store);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Asks what is published of it, which is done first where it was not. */
    public void ask(Work<Answers> work) {
        try {
            work.on(AnswerReader.open(home(), FIRST, NO_WAIT));
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Works with the file as a database client would, and hides that it did. */
    public void jdbc(Work<Statement> work) {
        Checksum.forget(home());
        try (Connection connection = Database.openForWriting(home(), NO_WAIT);
                Statement statement = connection.createStatement()) {
            work.on(statement);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** All values of a query as text, a list for each row; other statements may go before it. */
    public List<List<String>> query(String query, String... before) {
        List<List<String>> found = new ArrayList<>();
        jdbc(statement -> {
            for (String first : before) {
                statement.execute(first);
            }
            try (var rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    found.add(row(rows));
                }
            }
        });
        return found;
    }

    private static List<String> row(java.sql.ResultSet rows) throws SQLException {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            row.add(rows.getString(column));
        }
        return row;
    }

    /** What verification finds. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        read(store -> problems.addAll(Verification.problems(store)));
        return problems;
    }

    @Override
    public void close() {
        delete(folder);
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path makeEmpty() {
        try {
            Home home = new Home(Files.createTempDirectory("ianawatch-empty"), PortRegistry.REGISTRY);
            try (WriterLock lock = WriterLock.acquire(home, "test", FIRST, NO_WAIT)) {
                WritableStore.open(lock, home, NO_WAIT).close();
            }
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(home.directory())));
            return home.databaseFile();
        } catch (IOException | StoreBusyException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
