package org.ianawatch.store.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.ianawatch.csv.CsvFile;
import org.ianawatch.csv.CsvReader;
import org.ianawatch.csv.MalformedFileException;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.diff.Differ;
import org.ianawatch.registry.Sha256;
import org.ianawatch.registry.Snapshot;
import org.ianawatch.store.CompanionTable;
import org.ianawatch.store.NewSnapshot;
import org.ianawatch.store.Origin;
import org.ianawatch.store.WritableStore;
import org.ianawatch.store.backup.BackupTable.Row;
import org.ianawatch.store.home.StoreException;
import org.ianawatch.store.jdbc.SqlFailures;
import org.jspecify.annotations.Nullable;

/** Fills an empty store from a portable backup. */
final class PortableReading {
    private static final String FILES = "snapshots/";
    /** Of {@link Backup#REGISTRY_COLUMNS} those that stand in the registry's own row; the others are of its source. */
    private static final Set<String> OF_REGISTRY = Set.of("title", "registration_rules");

    private final BackupArchive archive;
    private final WritableStore store;
    private final CsvReader reader;
    private final RestoredRows rows;
    private @Nullable Snapshot before;

    PortableReading(BackupArchive archive, WritableStore store, RestoredWords words) {
        this.archive = archive;
        this.store = store;
        this.reader = new CsvReader(store.roles());
        this.rows = new RestoredRows(store, words);
    }

    void read() throws IOException {
        Set<String> unused = new HashSet<>(archive.names(FILES));
        BackupTable.read(archive, Backup.SNAPSHOTS, Backup.SNAPSHOT_COLUMNS, row -> {
            if (!unused.remove(row.value("file"))) {
                throw new IOException(row.place() + " names '" + row.value("file")
                        + "', which is not in it, or belongs to another snapshot");
            }
            append(row);
        });
        if (!unused.isEmpty()) {
            throw new IOException("it has " + unused.iterator().next() + ", which belongs to no snapshot");
        }
        describe();
        for (CompanionTable table : CompanionTable.values()) {
            // Earlier versions knew fewer of them; whoever says the sizes of all has all.
            if (archive.has(Backup.table(table)) || archive.manifest().hasSizes()) {
                inTransaction(() ->
                        BackupTable.read(archive, Backup.table(table), table.columns(), row -> insert(table, row)));
            }
        }
        inTransaction(store::noteLastChecks);
    }

    private void append(Row row) throws IOException {
        RestoredCells cells = new RestoredCells(row.cells());
        String name = row.value("file");
        byte[] bytes = archive.file(name);
        String sha256 = Sha256.of(bytes).digits();
        if (!sha256.equals(row.value("sha256"))) {
            throw new IOException(name + " is not what was stored: its SHA-256 is " + sha256);
        }
        try {
            RestoredRows.snapshot(cells);
            CsvFile file = reader.read(bytes);
            NewSnapshot snapshot = new NewSnapshot(
                    file,
                    sha256,
                    bytes.length,
                    cells.time("observed_at"),
                    Origin.ofWord(row.value("origin")),
                    row.value("source"));
            Snapshot now = file.snapshot(name, sha256);
            ChangeSet changes = before == null ? null : Differ.diff(before, now);
            int expected = Integer.parseInt(row.value("number"));
            store.commitUnsynced(() -> {
                int number = store.append(snapshot, changes).number();
                if (number != expected) {
                    throw new IllegalArgumentException(
                            "it is snapshot " + number + ", and says that it is " + expected);
                }
                store.describe(number, null, row.cells().get("last_updated"), null);
            });
            before = now;
        } catch (MalformedFileException | IllegalArgumentException damaged) {
            throw cannotBeTaken(row, damaged);
        }
    }

    private void describe() throws IOException {
        List<Row> rows = new ArrayList<>();
        BackupTable.read(archive, Backup.REGISTRY, Backup.REGISTRY_COLUMNS, row -> {
            if (!rows.isEmpty()) {
                throw new IOException(Backup.REGISTRY + " has more than one row");
            }
            check(row, RestoredRows::registry);
            rows.add(row);
        });
        inTransaction(() -> {
            for (Row row : rows) {
                for (String column : row.cells().keySet()) {
                    update(row, describing(column), row.cells().get(column), store.registryNumber());
                }
            }
        });
    }

    private static String describing(String column) {
        return OF_REGISTRY.contains(column)
                ? "UPDATE store.registry SET " + column + " = ? WHERE id = ?"
                : "UPDATE store.source SET " + (column.equals("source") ? "url" : column)
                        + " = ? WHERE id = (SELECT source_id FROM store.registry WHERE id = ?)";
    }

    private void insert(CompanionTable table, Row row) throws IOException {
        check(row, cells -> rows.check(table, cells));
        List<String> columns = List.copyOf(row.cells().keySet());
        update(row, table.insert(columns), row.cells().values().toArray(new @Nullable Object[0]));
    }

    private static void check(Row row, Consumer<RestoredCells> check) throws IOException {
        try {
            check.accept(new RestoredCells(row.cells()));
        } catch (IllegalArgumentException wrong) {
            throw cannotBeTaken(row, wrong);
        }
    }

    private static IOException cannotBeTaken(Row row, Exception why) {
        return new IOException(row.place() + " cannot be taken: " + why.getMessage(), why);
    }

    private void update(Row row, String statement, @Nullable Object... values) throws IOException {
        try {
            store.sql().update(statement, values);
        } catch (StoreException refused) {
            String why = refused.getCause() instanceof SQLException cause
                    ? SqlFailures.withoutNoise(cause)
                    : String.valueOf(refused.getMessage());
            throw new IOException(row.place() + " cannot be taken: " + why, refused);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private void inTransaction(Work work) throws IOException {
        try {
            store.commit(() -> {
                try {
                    work.run();
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }
}
