package org.ianawatch.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Brings a backup back. The store is made beside the one that may be there, is verified as a whole, and only then takes its
 * place.
 */
public final class Restoration {
    private static final DateTimeFormatter FILE_TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HHmmss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final WriterLock lock;
    private final Home home;
    private final Instant now;

    /** Into a home, with the right to change its store. */
    public Restoration(WriterLock lock, Home home, Instant now) {
        this.lock = lock;
        this.home = home;
        this.now = now;
    }

    /**
     * Brings it back. A store that is there, sound or not, is kept as {@link #replaced}.
     *
     * @return what the backup says of itself
     * @throws UnusableBackupException when the file is no backup, or is not whole; what was stored is as it was then
     */
    public BackupManifest restore(Path file) throws UnusableBackupException, InterruptedException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            BackupManifest manifest = manifest(zip);
            quarantine(zip);
            make(zip, manifest);
            takePlace();
            return manifest;
        } catch (ZipException cutOff) {
            throw new UnusableBackupException(
                    "cannot restore " + file + ": it is cut off, or no backup (" + cutOff.getMessage() + ")", cutOff);
        } catch (IOException
                | StoreException
                | UnusableStoreException
                | UnwritableStoreException
                | StoreBusyException unusable) {
            Schema.discard(home);
            throw new UnusableBackupException(
                    "cannot restore " + file + ": " + unusable.getMessage() + "; what was stored is as it was",
                    unusable);
        }
    }

    /** Where the store that was there before is kept: no other one's place. */
    public Path replaced() {
        return home.directory().resolve("ianawatch-replaced-" + FILE_TIME.format(now) + ".mv.db");
    }

    private static BackupManifest manifest(ZipFile zip) throws IOException {
        return BackupManifest.read(new ByteArrayInputStream(bytes(zip, BackupManifest.NAME)));
    }

    /** The content of an entry. */
    static byte[] bytes(ZipFile zip, String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        copy(zip, name, bytes);
        return bytes.toByteArray();
    }

    /** Java compares the checksum of an entry only where it reads the archive from its beginning. */
    private static void copy(ZipFile zip, String name, OutputStream out) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("there is no " + name + " in it");
        }
        try (CheckedInputStream in = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
            in.transferTo(out);
            if (in.getChecksum().getValue() != entry.getCrc()) {
                throw new IOException(name + " in it is damaged");
            }
        }
    }

    private void make(ZipFile zip, BackupManifest manifest)
            throws IOException, StoreBusyException, InterruptedException {
        if (manifest.form() == BackupForm.DATABASE) {
            Schema.discard(home);
            try (OutputStream out = Files.newOutputStream(home.unfinishedDatabaseFile())) {
                copy(zip, Backup.DATABASE, out);
            }
            Schema.bringUnfinishedUpToDate(home);
        } else {
            Schema.make(home);
        }
        try (WritableStore store = WritableStore.openUnfinished(lock, home)) {
            if (manifest.form() == BackupForm.PORTABLE) {
                new PortableReading(zip, store).read();
            }
            List<String> problems = Verification.problems(store);
            int snapshots = store.snapshots().size();
            if (!problems.isEmpty()) {
                throw new IOException("it is not sound: " + problems.get(0));
            }
            if (snapshots != manifest.snapshots()) {
                throw new IOException(
                        "it has " + snapshots + " snapshots, and says that it has " + manifest.snapshots());
            }
            store.compact();
        }
    }

    /** Files that wait in quarantine are added to those that are there: their names have a number and a hash. */
    private void quarantine(ZipFile zip) throws IOException {
        for (ZipEntry entry : zip.stream().toList()) {
            String name = entry.getName();
            if (name.startsWith(Backup.QUARANTINE)
                    && name.substring(Backup.QUARANTINE.length()).matches("[0-9]+-[0-9a-f]+\\.csv")) {
                Files.createDirectories(home.quarantine());
                Files.write(home.quarantine().resolve(name.substring(Backup.QUARANTINE.length())), bytes(zip, name));
            }
        }
    }

    private void takePlace() throws IOException {
        if (Files.exists(home.databaseFile())) {
            Files.copy(home.databaseFile(), replaced(), StandardCopyOption.REPLACE_EXISTING);
        }
        Schema.takePlace(home);
    }
}
