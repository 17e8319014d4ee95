package org.ianawatch.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.h2.tools.Csv;
import org.h2.tools.SimpleResultSet;

/** Writes all that a store knows into one ZIP archive. The store is open for reading meanwhile, so nobody changes it. */
public final class Backup {
    static final String DATABASE = "ianawatch.mv.db";
    static final String SNAPSHOTS = "snapshots.csv";
    static final String REGISTRY = "tables/registry.csv";
    static final String QUARANTINE = "quarantine/";

    static final List<String> REGISTRY_COLUMNS =
            List.of("title", "registration_rules", "source", "entity_tag", "last_modified", "validated_sha256");

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
     */
    public static BackupManifest write(Store store, BackupForm form, String program, Instant now, OutputStream out)
            throws IOException {
        BackupManifest manifest =
                new BackupManifest(form, program, now, store.snapshots().size());
        // Read before the file is copied: where locks are POSIX's, to close it gives back H2's lock on it, and a writer
        // may come.
        List<QuarantineEntry> quarantined = store.quarantine().newestFirst();
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        Backup backup = new Backup(store, zip);
        backup.entry(BackupManifest.NAME, manifest::write);
        if (form == BackupForm.DATABASE) {
            backup.entry(DATABASE, to -> Files.copy(store.home.databaseFile(), to));
        } else {
            backup.portable();
        }
        backup.quarantine(quarantined);
        zip.finish();
        return manifest;
    }

    static String table(CompanionTable table) {
        return "tables/" + table.name().toLowerCase(Locale.ROOT) + ".csv";
    }

    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    private void entry(String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        content.write(zip);
        zip.closeEntry();
    }

    private void quarantine(List<QuarantineEntry> entries) throws IOException {
        for (QuarantineEntry entry : entries) {
            if (entry.state().isOpen() && Files.isReadable(entry.file())) {
                entry(QUARANTINE + entry.file().getFileName(), to -> Files.copy(entry.file(), to));
            }
        }
    }

    private void portable() throws IOException {
        List<SnapshotEntry> snapshots = new ArrayList<>(store.snapshots());
        snapshots.sort(Comparator.comparing(SnapshotEntry::number));
        SimpleResultSet rows = new SimpleResultSet();
        for (String column : List.of("number", "file", "observed_at", "origin", "source", "sha256", "last_updated")) {
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
        csv(SNAPSHOTS, rows);
        for (SnapshotEntry entry : snapshots) {
            entry(file(entry), to -> to.write(store.file(entry).bytes()));
        }
        for (CompanionTable table : CompanionTable.values()) {
            query(table(table), table.select());
        }
        query(REGISTRY, "SELECT " + String.join(", ", REGISTRY_COLUMNS) + " FROM store.registry WHERE id = ?");
    }

    private static String file(SnapshotEntry entry) {
        return String.format(
                Locale.ROOT, "snapshots/%05d-%s.csv", entry.number(), FILE_DATE.format(entry.observedAt()));
    }

    private void query(String name, String select) throws IOException {
        try (var statement = store.connection.prepareStatement(select)) {
            statement.setInt(1, Store.REGISTRY);
            try (var rows = statement.executeQuery()) {
                csv(name, rows);
            }
        } catch (SQLException failed) {
            throw new StoreException("the store could not be read: " + failed.getMessage(), failed);
        }
    }

    private void csv(String name, java.sql.ResultSet rows) throws IOException {
        StringWriter text = new StringWriter();
        try {
            new Csv().write(text, rows);
        } catch (SQLException failed) {
            throw new StoreException("the store could not be read: " + failed.getMessage(), failed);
        }
        entry(name, to -> to.write(text.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
