package org.ianawatch.store;

import java.nio.file.Path;

/**
 * The folder that holds a store.
 *
 * @param directory the folder; it need not be there yet
 */
public record Home(Path directory) {
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

    /** H2's file. */
    public Path databaseFile() {
        return directory.resolve("ianawatch.mv.db");
    }

    /** The checksum of H2's file. */
    Path checksumFile() {
        return directory.resolve("ianawatch.crc32");
    }

    /** The folder of the downloads that the guard refused. */
    public Path quarantine() {
        return directory.resolve("quarantine");
    }

    /** The file that one writer at a time holds locked; what stands in it says who did last. */
    Path lock() {
        return directory.resolve("writer.lock");
    }

    /** The file in which a store is made or brought to a newer version, before it takes its place. */
    Path unfinishedDatabaseFile() {
        return directory.resolve("ianawatch-unfinished.mv.db");
    }
}
