package org.ianawatch.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.h2.store.fs.FilePath;
import org.ianawatch.csv.CsvRecord;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Entry;
import org.ianawatch.store.h2.Checksum;
import org.ianawatch.store.h2.Database;
import org.ianawatch.store.h2.OtherWay;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.WriterLock;
import org.ianawatch.store.jdbc.Sql;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process may end after any of its writes: of a commit there is all, or nothing. */
class CommitTest {
    /** So many that H2 writes the file several times during the commit, and cannot complete some in memory. */
    private static final int ROWS = 60_000;

    private static final String COUNTS = "SELECT COUNT(*) || ' ' || COUNT(code_low) FROM store.row_now";

    @TempDir
    Path folder;

    @BeforeAll
    static void register() {
        FilePath.register(new WrittenFile());
    }

    @Test
    void isWholeOrNotThereAfterEachWrite() throws Exception {
        try (MadeStore store = new MadeStore()) {
            Path before = Files.copy(store.home().databaseFile(), folder.resolve("before.mv.db"));
            writeRows(store.home().databaseFile());
            List<String> counts = new ArrayList<>();
            for (int writes : writesDone()) {
                Home home = new Home(folder, PortRegistry.REGISTRY);
                cut(before, home, writes);
                String read = counts(Stores.open(home, Duration.ZERO).sql());
                cut(before, home, writes);
                try (WriterLock lock = WriterLock.acquire(home, "test", MadeStore.FIRST, Duration.ZERO)) {
                    assertEquals(
                            read,
                            counts(Stores.open(home, Duration.ZERO).sql()),
                            "for a reader in the process that holds the writer's lock, after " + writes + " writes");
                    assertTrue(lock.isHeld(), "the reader gave back the lock of the process");
                }
                cut(before, home, writes);
                assertEquals(
                        read,
                        counts(writing(home)),
                        "for readers, and for the next writer, after " + writes + " writes");
                assertEquals(read, counts(writing(home)), "once that writer has closed it");
                counts.add(read);
            }

            Set<String> seen = new LinkedHashSet<>(counts);
            assertEquals(List.of("0 0", ROWS + " " + ROWS), List.copyOf(seen));
            assertTrue(counts.size() > 5, "it was written " + counts.size() + " times");
        }
    }

    /** How many writes a process got done: every number with {@code -Ddeep=true}, or else a sample that has nothing and everything. */
    private static int[] writesDone() {
        int all = WrittenFile.WRITES.size();
        return IntStream.rangeClosed(0, all)
                .filter(writes -> Boolean.getBoolean("deep") || writes % 6 == 0 || writes == all)
                .toArray();
    }

    private static void cut(Path before, Home home, int writes) throws Exception {
        Checksum.forget(home);
        Path cut = Files.copy(before, home.databaseFile(), StandardCopyOption.REPLACE_EXISTING);
        WrittenFile.replay(cut, writes);
    }

    private static void writeRows(Path file) throws Exception {
        List<RowVersions.Placed> rows = IntStream.range(0, ROWS)
                .mapToObj(row -> new RowVersions.Placed(0, 1, row, new CsvRecord(registration(row), null, null)))
                .toList();
        WrittenFile.WRITES.clear();
        try (Connection connection = OtherWay.open(WrittenFile.SCHEME, file)) {
            connection.setAutoCommit(false);
            Sql sql = new Sql(connection);
            SnapshotRoles roles = new SnapshotRoles(PortRegistry.ROLES, number -> "");
            new RowVersions(sql, 1, roles).begin(1, Instant.EPOCH, rows);
            connection.commit();
        }
    }

    private static Entry registration(int row) {
        return Entry.of(
                PortRegistry.ROLES,
                "service-" + row,
                String.valueOf(row),
                "tcp",
                "The service of number " + row,
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "");
    }

    private static String counts(Sql opened) {
        try {
            return opened.first(COUNTS, row -> row.getString(1)).orElseThrow();
        } finally {
            opened.close();
        }
    }

    private static Sql writing(Home home) throws Exception {
        return new Sql(Database.openForWriting(home, Duration.ZERO));
    }
}
