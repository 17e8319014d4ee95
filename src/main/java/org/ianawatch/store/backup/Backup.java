package org.ianawatch.store.backup;

import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.h2.tools.Csv;
import org.h2.tools.SimpleResultSet;
import org.ianawatch.store.CompanionTable;
import org.ianawatch.store.QuarantineEntry;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.Store;
import org.ianawatch.store.home.StoreException;
import org.ianawatch.store.home.UnusableStoreException;
import org.ianawatch.store.jdbc.SqlFailures;

/** Writes all that a store knows into one ZIP archive. The store is open for reading meanwhile, so nobody changes it. */
public final class Backup {
    static final String DATABASE = "ianawatch.mv.db";
    static final String SNAPSHOTS = "snapshots.csv";
    static final String REGISTRY = "tables/registry.csv";
    static final String QUARANTINE = "quarantine/";

    static final List<String> SNAPSHOT_COLUMNS =
            List.of("number", "file", "observed_at", "origin", "source", "sha256", "last_updated");

    static final List<String> REGISTRY_COLUMNS =
            List.of("title", "registration_rules", "source", "entity_tag", "last_modified", "validated_sha256");

    /** What stands in the registry's own row and in that of its source, under {@link #REGISTRY_COLUMNS}. */
    static final String DESCRIPTION =
            "SELECT r.title, r.registration_rules, s.url AS source, s.entity_tag, s.last_modified, s.validated_sha256"
                    + " FROM store.registry r JOIN store.source s ON s.id = r.source_id";

    /** {@code 2016-01-01T000000Z}, as files to import are named. */
    private static final DateTimeFormatter FILE_DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Store store;
    private final ZipOutputStream zip;

    private Backup(Store store, ZipOutputStream zip) {
        this.store = store;
        this.zip = zip;
    }

    /**
     * Writes a backup.
     *
     * @param store open for reading
     * @param program the version of the program
     * @param out stays open
     * @throws UnusableStoreException when a file that waits in quarantine is not there as it was downloaded
     */
    public static BackupManifest write(Store store, BackupForm form, String program, Instant now, OutputStream out)
            throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        Backup backup = new Backup(store, zip);
        // Read before the file is copied: where locks are POSIX's, to close it gives back H2's lock on it, and a writer
        // may come.
        List<Entry> quarantined = backup.quarantine();
        List<Entry> entries = new ArrayList<>();
        if (form == BackupForm.DATABASE) {
            Path file = store.home().databaseFile();
            entries.add(new Entry(DATABASE, Files.size(file), to -> Files.copy(file, to)));
        } else {
            backup.portable(entries);
        }
        entries.addAll(quarantined);
        Map<String, Long> sizes = new LinkedHashMap<>();
        entries.forEach(entry -> sizes.put(entry.name(), entry.bytes()));
        BackupManifest manifest =
                new BackupManifest(form, program, now, store.snapshots().size(), sizes);
        backup.write(BackupManifest.NAME, manifest::write);
        for (Entry entry : entries) {
            backup.write(entry.name(), entry.content());
        }
        zip.finish();
        return manifest;
    }

    static String table(CompanionTable table) {
        return "tables/" + table.name().toLowerCase(Locale.ROOT) + ".csv";
    }

    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    private record Entry(String name, long bytes, Content content) {
        /** The size is that of the content, written once more: nobody changes the store meanwhile. */
        static Entry measured(String name, Content content) throws IOException {
            Measure measure = new Measure();
            content.write(measure);
            return new Entry(name, measure.bytes, content);
        }
    }

    private static final class Measure extends OutputStream {
        private long bytes;

        @Override
        public void write(int value) {
            bytes++;
        }

        @Override
        public void write(byte[] content, int offset, int length) {
            bytes += length;
        }
    }

    private void write(String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        content.write(zip);
        zip.closeEntry();
    }

    private List<Entry> quarantine() {
        List<Entry> entries = new ArrayList<>();
        for (QuarantineEntry entry : store.quarantine().newestFirst()) {
            if (entry.state().isOpen()) {
                byte[] bytes = store.quarantine().bytes(entry);
                entries.add(new Entry(
                        QUARANTINE + entry.file().getFileName(),
                        bytes.length,
                        to -> to.write(store.quarantine().bytes(entry))));
            }
        }
        return entries;
    }

    private void portable(List<Entry> entries) throws IOException {
        if (store.registries().size() > 1) {
            throw new StoreException(
                    "a portable backup holds one registry, and the store has "
                            + store.registries().size(),
                    ": leave out --portable",
                    new IllegalStateException("more than one registry"));
        }
        List<SnapshotEntry> snapshots = new ArrayList<>(store.snapshots());
        snapshots.sort(Comparator.comparing(SnapshotEntry::number));
        entries.add(Entry.measured(SNAPSHOTS, to -> csv(list(snapshots), to)));
        for (SnapshotEntry entry : snapshots) {
            entries.add(new Entry(
                    file(entry),
                    entry.byteCount(),
                    to -> to.write(store.file(entry).bytes())));
        }
        for (CompanionTable table : CompanionTable.values()) {
            entries.add(Entry.measured(table(table), to -> query(table.select(), to)));
        }
        entries.add(Entry.measured(REGISTRY, to -> query(DESCRIPTION + " WHERE r.id = ?", to)));
    }

    private static SimpleResultSet list(List<SnapshotEntry> snapshots) {
        SimpleResultSet rows = new SimpleResultSet();
        for (String column : SNAPSHOT_COLUMNS) {
            rows.addColumn(column, Types.VARCHAR, 0, 0);
        }
        for (SnapshotEntry entry : snapshots) {
            rows.addRow(
                    Integer.toString(entry.number()),
                    file(entry),
                    entry.observedAt().toString(),
                    entry.origin().word(),
                    entry.source(),
                    entry.sha256(),
                    entry.lastUpdated());
        }
        return rows;
    }

    private static String file(SnapshotEntry entry) {
        return String.format(
                Locale.ROOT, "snapshots/%05d-%s.csv", entry.number(), FILE_DATE.format(entry.observedAt()));
    }

    private void query(String select, OutputStream out) throws IOException {
        try (var statement = store.sql().connection().prepareStatement(select)) {
            statement.setInt(1, store.registryNumber());
            try (var rows = statement.executeQuery()) {
                csv(rows, out);
            }
        } catch (SQLException failed) {
            throw new StoreException("the store could not be read: " + SqlFailures.withoutNoise(failed), failed);
        }
    }

    private static void csv(ResultSet rows, OutputStream out) throws IOException {
        // H2 closes what it writes to.
        OutputStream kept = new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() {}
        };
        try (Writer text = new BufferedWriter(new OutputStreamWriter(kept, StandardCharsets.UTF_8))) {
            new Csv().write(text, rows);
        } catch (SQLException failed) {
            throw new StoreException("the store could not be read: " + SqlFailures.withoutNoise(failed), failed);
        }
    }
}
