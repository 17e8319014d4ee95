package org.ianawatch.store.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.ianawatch.store.Migration;
import org.ianawatch.store.Publisher;
import org.ianawatch.store.Quarantine;
import org.ianawatch.store.Store;
import org.ianawatch.store.Stores;
import org.ianawatch.store.WritableStore;
import org.ianawatch.store.h2.UnfinishedFile;
import org.ianawatch.store.home.FileReason;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.store.home.StoreException;
import org.ianawatch.store.home.UnusableStoreException;
import org.ianawatch.store.home.UnwritableStoreException;
import org.ianawatch.store.home.WriterLock;
import org.ianawatch.store.jdbc.SqlFailures;

/**
 * Brings a backup back. The store is made in a folder of its own, is verified as a whole, and only then takes the place of the one
 * that may be there.
 */
public final class Restoration {
    private static final DateTimeFormatter FILE_TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HHmmss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final WriterLock lock;
    private final Home home;
    /** Where the store is made. */
    private final Home made;

    private final Publisher publisher;
    private final RestoredWords words;
    private final Instant now;

    /**
     * Into a home, with the right to change its store.
     *
     * @param publisher publishes what was brought back
     * @param words those that the store keeps for others
     */
    public Restoration(WriterLock lock, Home home, Publisher publisher, RestoredWords words, Instant now) {
        this.publisher = publisher;
        this.lock = lock;
        this.home = home;
        this.made = new Home(home.directory().resolve("ianawatch-restoring"), home.registry());
        this.words = words;
        this.now = now;
    }

    /**
     * Brings it back. A store that is there, sound or not, is kept as {@link #replaced}.
     *
     * @return what the backup says of itself
     * @throws UnusableBackupException when the file is no backup, or is not whole; the home is as it was then
     * @throws UnwritableStoreException when the disk did not take it; the home is as it was then
     */
    public BackupManifest restore(Path file) throws UnusableBackupException, InterruptedException {
        if (!lock.isHeld()) {
            throw new IllegalStateException("the writer's lock was given back before");
        }
        try (BackupArchive archive = BackupArchive.open(file)) {
            if (!archive.names(Backup.QUARANTINE).isEmpty()) {
                home.refuseUnusableQuarantine();
            }
            discard();
            make(archive);
            takePlace();
            publish();
            return archive.manifest();
        } catch (UnwritableStoreException disk) {
            throw disk;
        } catch (ZipException cutOff) {
            throw new UnusableBackupException(
                    "cannot restore " + file + ": it is cut off, or no backup (" + cutOff.getMessage() + ")", cutOff);
        } catch (IOException | RuntimeException | StoreBusyException unusable) {
            // A database that somebody made up can fail in any way.
            throw new UnusableBackupException(
                    "cannot restore " + file + ": " + reason(unusable) + "; what was stored is as it was", unusable);
        } finally {
            discard();
        }
    }

    private void publish() throws InterruptedException {
        try (Store store = Stores.openUnchecked(home, Duration.ZERO)) {
            if (!publisher.read(store, List.of(store)).publish()) {
                return;
            }
        } catch (StoreBusyException read) {
            // Whoever has it open already; the next reader publishes.
            return;
        }
        publisher.closed(home);
    }

    private static String reason(Exception unusable) {
        if (unusable instanceof IOException failed) {
            return FileReason.of(failed);
        }
        return unusable instanceof StoreException || unusable instanceof UnusableStoreException
                ? String.valueOf(unusable.getMessage())
                : "it is damaged (" + unusable + ")";
    }

    /** Where the store that was there before is kept: no other one's place. */
    public Path replaced() {
        return home.directory().resolve("ianawatch-replaced-" + FILE_TIME.format(now) + ".mv.db");
    }

    private void make(BackupArchive archive) throws IOException, StoreBusyException, InterruptedException {
        Files.createDirectories(made.quarantine());
        for (String name : archive.names(Backup.QUARANTINE)) {
            Path file = made.quarantine().resolve(name.substring(Backup.QUARANTINE.length()));
            Files.write(file, archive.file(name));
        }
        if (archive.manifest().form() == BackupForm.DATABASE) {
            try (InputStream in = archive.open(Backup.DATABASE)) {
                Files.copy(in, made.unfinishedDatabaseFile());
            }
            bringUpToDate();
        } else {
            Migration.make(made);
        }
        try (WritableStore store = WritableStore.openUnfinished(lock, made)) {
            if (archive.manifest().form() == BackupForm.PORTABLE) {
                new PortableReading(archive, store, words).read();
            }
            new RestoredStore(archive, store, words).check();
            store.restartIds();
            store.compact();
        }
    }

    private void bringUpToDate() throws IOException, StoreBusyException, InterruptedException {
        try {
            Migration.bringUnfinishedUpToDate(made);
        } catch (StoreException unreadable) {
            String why =
                    unreadable.getCause() instanceof SQLException cause ? ": " + SqlFailures.withoutNoise(cause) : "";
            throw new IOException("its database cannot be opened" + why, unreadable);
        }
    }

    /** All is right: what follows is undone where the disk does not take it. */
    private void takePlace() throws IOException {
        Undoing undoing = new Undoing();
        try {
            if (home.hasDatabase()) {
                undoing.removes(replaced());
                Files.copy(home.databaseFile(), replaced());
            }
            takeQuarantine(undoing);
            undoing.removes(home.unfinishedDatabaseFile());
            Files.move(made.unfinishedDatabaseFile(), home.unfinishedDatabaseFile(), StandardCopyOption.ATOMIC_MOVE);
            UnfinishedFile.takePlace(home);
        } catch (IOException | RuntimeException failed) {
            undoing.undo(failed);
            throw failed;
        }
    }

    /** Files that wait in quarantine are added to those that are there: their names have a number and a hash. */
    private void takeQuarantine(Undoing undoing) throws IOException {
        try (Stream<Path> files = Files.list(made.quarantine())) {
            for (Path file : files.toList()) {
                undoing.removes(home.quarantine());
                Path target = home.quarantine().resolve(file.getFileName());
                byte[] bytes = Files.readAllBytes(file);
                if (Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
                    undoing.writes(target);
                } else if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                    throw new IOException(target + " is no file: move it away");
                }
                undoing.removes(Quarantine.half(target));
                undoing.removes(target);
                Quarantine.write(bytes, target);
            }
        }
    }

    /** Removes what a restoration made that did not come to its end, here or in a process that was killed. */
    private void discard() {
        if (!Files.exists(made.directory(), LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> files = Files.walk(made.directory())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new StoreException("cannot remove " + made.directory() + "; remove it by hand", failed);
        }
    }
}
