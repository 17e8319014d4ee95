package org.ianawatch.store.h2;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.ianawatch.store.home.FileReason;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.store.home.UnusableStoreException;
import org.ianawatch.store.jdbc.Sql;

/** The file in which a store is made or changed as a whole, before it takes the store's place. For who has the writer's lock. */
public final class UnfinishedFile {
    private UnfinishedFile() {}

    /** Begins it with what the store has; where there is none yet, it is not there either. */
    public static void copy(Home home) {
        discard(home);
        try {
            if (Files.exists(home.databaseFile())) {
                Files.copy(home.databaseFile(), home.unfinishedDatabaseFile());
            }
        } catch (IOException failed) {
            throw unusable(home, failed);
        }
    }

    /** Removes it, if there is one. */
    public static void discard(Home home) {
        try {
            Files.deleteIfExists(home.unfinishedDatabaseFile());
        } catch (IOException failed) {
            throw unusable(home, failed);
        }
    }

    /** Makes it as small as it can be: tables that were made anew have left their old room behind. */
    public static void compact(Home home) throws StoreBusyException, InterruptedException {
        Sql sql = new Sql(Database.openUnfinished(home));
        try {
            Database.compact(sql);
        } finally {
            sql.close();
        }
    }

    /** Puts it, which must be closed, in the place of the store. */
    public static void takePlace(Home home) {
        try {
            try (FileChannel channel = FileChannel.open(home.unfinishedDatabaseFile(), StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Checksum.forget(home);
            Files.move(
                    home.unfinishedDatabaseFile(),
                    home.databaseFile(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            Checksum.note(home);
        } catch (IOException failed) {
            throw unusable(home, failed);
        }
    }

    /**
     * Removes it after a failure; the answer is what to throw. H2 closes itself where the disk is full, and says no more than that it is closed.
     */
    public static RuntimeException givenUp(Home home, RuntimeException failed) {
        try {
            Path file = home.databaseFile();
            boolean isFull =
                    Files.exists(file) && Files.getFileStore(home.directory()).getUsableSpace() < Files.size(file);
            discard(home);
            return isFull
                    ? new UnusableStoreException(
                            "the store " + file + " cannot be brought up to date: the disk is full;"
                                    + " make room for eight times its size, or copy the home to another disk and name it with --home")
                    : failed;
        } catch (IOException | UnusableStoreException alsoFailed) {
            failed.addSuppressed(alsoFailed);
            return failed;
        }
    }

    private static UnusableStoreException unusable(Home home, IOException failed) {
        return new UnusableStoreException("cannot make the store " + home.databaseFile() + " (" + FileReason.of(failed)
                + "); see to the rights and the room there, or name another --home");
    }
}
