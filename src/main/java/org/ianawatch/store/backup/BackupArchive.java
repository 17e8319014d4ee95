package org.ianawatch.store.backup;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.ianawatch.store.CompanionTable;

/**
 * The archive of a backup. Before anything else is read of it, its entries are those that a backup has, each of them once and as
 * large as the manifest says.
 */
final class BackupArchive implements Closeable {
    /** What a sync takes, unless it is told otherwise; more is not held in memory. */
    private static final long FILE_LIMIT_BYTES = 64 << 20;

    private static final long MANIFEST_LIMIT_BYTES = 16 << 20;
    private static final Pattern SNAPSHOT = Pattern.compile("snapshots/[0-9]+-[-+0-9TZ]+\\.csv");
    private static final Pattern QUARANTINE = Pattern.compile("quarantine/[0-9]+-[0-9a-f]{12}\\.csv");
    /** Archives that were packed anew have them. */
    private static final Set<String> FOLDERS = Set.of("snapshots/", "tables/", "quarantine/");

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();
    private final BackupManifest manifest;

    private BackupArchive(ZipFile zip) throws IOException {
        this.zip = zip;
        for (ZipEntry entry : zip.stream().toList()) {
            if (entries.put(entry.getName(), entry) != null) {
                throw new IOException("it has two entries '" + entry.getName() + "'");
            }
        }
        entries.keySet().removeAll(FOLDERS);
        if (size(BackupManifest.NAME) > MANIFEST_LIMIT_BYTES) {
            throw new IOException("its " + BackupManifest.NAME + " is too large to be one");
        }
        try (InputStream in = open(BackupManifest.NAME)) {
            manifest = BackupManifest.read(in);
        }
        entries.remove(BackupManifest.NAME);
        check();
    }

    /**
     * Opens an archive.
     *
     * @throws java.util.zip.ZipException when it is none, or its end is missing
     * @throws IOException when it may not be read, or is no backup's
     */
    static BackupArchive open(Path file) throws IOException {
        // What a ZipFile throws does not tell a file that is not there from one that may not be read.
        file.getFileSystem().provider().checkAccess(file, AccessMode.READ);
        ZipFile zip = new ZipFile(file.toFile());
        try {
            return new BackupArchive(zip);
        } catch (IOException | RuntimeException refused) {
            zip.close();
            throw refused;
        }
    }

    private void check() throws IOException {
        Set<String> tables = new HashSet<>(List.of(Backup.SNAPSHOTS, Backup.REGISTRY));
        for (CompanionTable table : CompanionTable.values()) {
            tables.add(Backup.table(table));
        }
        boolean isDatabase = manifest.form() == BackupForm.DATABASE;
        for (String name : entries.keySet()) {
            boolean isKnown = QUARANTINE.matcher(name).matches()
                    || (isDatabase
                            ? name.equals(Backup.DATABASE)
                            : tables.contains(name) || SNAPSHOT.matcher(name).matches());
            if (!isKnown) {
                throw new IOException("it has the entry '" + name + "', which no backup of the form "
                        + manifest.form().word() + " has");
            }
        }
        if (manifest.hasSizes()) {
            checkSizes();
        }
    }

    private void checkSizes() throws IOException {
        for (Map.Entry<String, Long> said : manifest.bytes().entrySet()) {
            if (size(said.getKey()) != said.getValue()) {
                throw new IOException("it says that " + said.getKey() + " has " + said.getValue()
                        + " bytes, and it has " + size(said.getKey()));
            }
        }
        for (String name : entries.keySet()) {
            if (!manifest.bytes().containsKey(name)) {
                throw new IOException("it has the entry '" + name + "', of which it says nothing");
            }
        }
    }

    BackupManifest manifest() {
        return manifest;
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    /** The names that begin so, in their order. */
    List<String> names(String prefix) {
        return new ArrayList<>(entries.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .toList());
    }

    private long size(String name) throws IOException {
        return entry(name).getSize();
    }

    private ZipEntry entry(String name) throws IOException {
        ZipEntry entry = entries.get(name);
        if (entry == null) {
            throw new IOException("there is no " + name + " in it");
        }
        return entry;
    }

    /** An entry from its beginning. Reading it to the end fails where it is not as large as it says, or damaged. */
    InputStream open(String name) throws IOException {
        return new BackupEntryStream(zip.getInputStream(entry(name)), entry(name));
    }

    /** The content of a file of the registry. */
    byte[] file(String name) throws IOException {
        if (size(name) > FILE_LIMIT_BYTES) {
            throw new IOException(name + " in it has " + size(name)
                    + " bytes, and no file of the registry has more than " + FILE_LIMIT_BYTES);
        }
        try (InputStream in = open(name)) {
            return in.readAllBytes();
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
