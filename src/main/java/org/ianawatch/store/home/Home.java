package org.ianawatch.store.home;

import java.io.IOException;
import java.nio.file.AccessMode;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.ianawatch.registry.Registry;

/**
 * The folder that holds a store.
 *
 * @param directory the folder; it need not be there yet
 * @param registry the one that is meant where none is named
 */
public record Home(Path directory, Registry registry) {
    /**
     * A home, there or not.
     *
     * @throws UnusableStoreException when its absolute path has a semicolon, at which H2 ends the names of files
     */
    public Home {
        if (directory.toAbsolutePath().toString().indexOf(';') >= 0) {
            throw new UnusableStoreException("a home cannot have a semicolon in its path, and "
                    + directory.toAbsolutePath() + " has one: name another one with --home or IANAWATCH_HOME");
        }
    }

    /** The same home, where another registry is meant. */
    public Home of(Registry other) {
        return new Home(directory, other);
    }

    /**
     * Whether there is a store.
     *
     * @throws UnusableStoreException when something else stands in its place, or its checksum alone
     * @throws UnreadableStoreException when one may not look
     */
    public boolean hasStore() {
        if (hasDatabase()) {
            return true;
        }
        // A writer that came in between made the store before its checksum.
        if (Files.exists(checksumFile(), LinkOption.NOFOLLOW_LINKS) && !hasDatabase()) {
            throw new UnusableStoreException(
                    "the store " + databaseFile() + " is gone, and its checksum " + checksumFile()
                            + " is there: bring the file back, or restore a backup; to begin anew, remove the checksum");
        }
        return hasDatabase();
    }

    /** Whether the store's file is there, with or without its checksum; throws as {@link #hasStore} does. */
    public boolean hasDatabase() {
        refuseLinkToNowhere(directory);
        refuseLinkToNowhere(databaseFile());
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new UnusableStoreException(
                    "the home " + directory + " is no folder: name another one with --home or IANAWATCH_HOME");
        }
        try {
            if (Files.readAttributes(databaseFile(), BasicFileAttributes.class).isRegularFile()) {
                return true;
            }
        } catch (NoSuchFileException notThere) {
            return false;
        } catch (IOException failed) {
            throw new UnreadableStoreException(databaseFile(), failed);
        }
        throw new UnusableStoreException("what stands in place of the store, " + databaseFile()
                + ", is no file: move it away, or name another folder with --home");
    }

    /**
     * Refuses a home that has no store, or none that may be read, before any of its files is opened.
     *
     * @throws UnusableStoreException when there is no store
     * @throws UnreadableStoreException when one may not read it
     */
    public void checkReadable() {
        if (!hasStore()) {
            throw new UnusableStoreException("there is no store in " + directory
                    + " yet: 'ianawatch sync' or 'ianawatch import' makes one, --home names another folder");
        }
        Path file = databaseFile();
        try {
            file.getFileSystem().provider().checkAccess(file, AccessMode.READ);
        } catch (IOException failed) {
            throw new UnreadableStoreException(file, failed);
        }
    }

    /** What it leads to may be on a disk that is not there just now: nothing is made in its place. */
    void refuseLinkToNowhere() {
        refuseLinkToNowhere(directory);
    }

    /** Refuses a quarantine in which nothing can be kept; one that is not there yet is made. */
    public void refuseUnusableQuarantine() {
        refuseLinkToNowhere(quarantine());
        if (Files.isDirectory(quarantine())) {
            if (!Files.isWritable(quarantine())) {
                throw new UnusableStoreException("one may not write to " + quarantine()
                        + ", where refused downloads are kept: run this as its owner, or see to its rights");
            }
        } else if (Files.exists(quarantine(), LinkOption.NOFOLLOW_LINKS)) {
            throw new UnusableStoreException(
                    quarantine() + ", where refused downloads are kept, is no folder: move it away");
        }
    }

    private static void refuseLinkToNowhere(Path path) {
        try {
            if (Files.isSymbolicLink(path) && Files.notExists(path)) {
                throw new UnusableStoreException(
                        path + " is a link to " + Files.readSymbolicLink(path)
                                + ", where nothing is: bring back what it leads to (is a disk not mounted?), or remove the link");
            }
        } catch (IOException failed) {
            throw new UnreadableStoreException(path, failed);
        }
    }

    /** Whether a file, by whatever path or link, is one in which this home keeps what it has. */
    public boolean keeps(Path file) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        Path real = file.toRealPath();
        for (Path own : List.of(databaseFile(), checksumFile(), lock())) {
            if (Files.exists(own) && Files.isSameFile(own, real)) {
                return true;
            }
        }
        for (Path own : List.of(quarantine(), answers())) {
            if (Files.exists(own) && real.startsWith(own.toRealPath())) {
                return true;
            }
        }
        return false;
    }

    /** H2's file. */
    public Path databaseFile() {
        return directory.resolve("ianawatch.mv.db");
    }

    /** The checksum of H2's file. */
    public Path checksumFile() {
        return directory.resolve("ianawatch.crc32");
    }

    /** The folder of the downloads that the guard refused. */
    public Path quarantine() {
        return directory.resolve("quarantine");
    }

    /** The folder of what is published for readers. */
    public Path answers() {
        return directory.resolve("answers");
    }

    /** The file that one writer at a time holds locked; what stands in it says who did last. */
    Path lock() {
        return directory.resolve("writer.lock");
    }

    /** The file in which a store is made or brought to a newer version, before it takes its place. */
    public Path unfinishedDatabaseFile() {
        return directory.resolve("ianawatch-unfinished.mv.db");
    }
}
