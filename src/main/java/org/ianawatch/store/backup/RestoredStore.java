package org.ianawatch.store.backup;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.ianawatch.registry.Sha256;
import org.ianawatch.store.CompanionTable;
import org.ianawatch.store.QuarantineEntry;
import org.ianawatch.store.Store;
import org.ianawatch.store.Verification;
import org.jspecify.annotations.Nullable;

/** Proves a store that a backup was made into, before it takes its place: somebody else may have made the backup. */
final class RestoredStore {
    private static final String RUNNABLE =
            "SELECT (SELECT COUNT(*) FROM information_schema.routines) + (SELECT COUNT(*) FROM information_schema.triggers)"
                    + " + (SELECT COUNT(*) FROM information_schema.tables WHERE storage_type = 'TABLE LINK')";

    private final BackupArchive archive;
    private final Store store;

    private final RestoredRows rows;

    RestoredStore(BackupArchive archive, Store store, RestoredWords words) {
        this.archive = archive;
        this.store = store;
        this.rows = new RestoredRows(store, words);
    }

    /**
     * Checks all of it.
     *
     * @throws IOException when something is wrong; the message says what, of the backup
     */
    void check() throws IOException {
        checkObjects();
        checkRows();
        checkIds();
        checkQuarantine();
        List<String> problems = Verification.problems(store);
        if (!problems.isEmpty()) {
            throw new IOException("it is not sound: " + problems.get(0));
        }
        int snapshots = store.snapshots().size();
        int said = archive.manifest().snapshots();
        if (snapshots != said) {
            throw new IOException("it has " + snapshots + " snapshots, and says that it has " + said);
        }
    }

    /** What a database runs by itself, whoever asks it. */
    private void checkObjects() throws IOException {
        if (store.sql().number(RUNNABLE) > 0) {
            throw new IOException("its database has functions, triggers or linked tables, and no ianawatch makes any");
        }
    }

    private void checkRows() throws IOException {
        read("registry", Backup.DESCRIPTION + " ORDER BY r.id", RestoredRows::registry);
        read("registry", "SELECT name FROM store.registry ORDER BY id", row -> row.line("name"));
        read(
                "snapshot",
                "SELECT number, observed_at, origin, source, sha256, last_updated FROM store.snapshot ORDER BY 1",
                RestoredRows::snapshot);
        for (CompanionTable table : CompanionTable.values()) {
            read(table.name().toLowerCase(Locale.ROOT), table.selectAll(), row -> rows.check(table, row));
        }
    }

    private void read(String table, String select, Consumer<RestoredCells> check) throws IOException {
        AtomicLong number = new AtomicLong();
        try {
            store.sql().each(select, row -> {
                number.incrementAndGet();
                check.accept(new RestoredCells(cells(row)));
            });
        } catch (IllegalArgumentException wrong) {
            throw new IOException(
                    "row " + number + " of " + table + " in it cannot be taken: " + wrong.getMessage(), wrong);
        }
    }

    private static Map<String, @Nullable String> cells(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, @Nullable String> cells = new HashMap<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            cells.put(
                    Objects.requireNonNull(columns.getColumnLabel(column)).toLowerCase(Locale.ROOT),
                    row.getString(column));
        }
        return cells;
    }

    /** There is room for the rows that the next snapshots bring. */
    private void checkIds() throws IOException {
        for (String table : List.of("change", "row_now", "row_past")) {
            long count = store.sql()
                    .number(
                            "SELECT COUNT(*) FROM store." + table + " WHERE id NOT BETWEEN 0 AND ?",
                            RestoredRows.LAST_ID);
            if (count > 0) {
                throw new IOException("a row of " + table
                        + " in it cannot be taken: its id is no whole number from 0 to " + RestoredRows.LAST_ID);
            }
        }
    }

    /** The files of what waits are there as they were downloaded, and no others are. */
    private void checkQuarantine() throws IOException {
        Set<String> files = new HashSet<>(archive.names(Backup.QUARANTINE));
        for (QuarantineEntry entry : store.quarantine().newestFirst()) {
            String name = Backup.QUARANTINE + entry.file().getFileName();
            if (!entry.state().isOpen()) {
                continue;
            }
            if (!files.remove(name)) {
                throw new IOException("there is no " + name + " in it, which waits in quarantine");
            }
            String sha256 = Sha256.of(archive.file(name)).digits();
            if (!sha256.equals(entry.sha256())) {
                throw new IOException(name + " in it is not what was downloaded: its SHA-256 is " + sha256);
            }
        }
        if (!files.isEmpty()) {
            throw new IOException(
                    "it has " + files.iterator().next() + ", which belongs to nothing that waits in quarantine");
        }
    }
}
