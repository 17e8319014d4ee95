package org.ianawatch.store;

import java.nio.file.Path;

/**
 * The folder that holds a store.
 *
 * @param directory the folder; it need not be there yet
 */
public record Home(Path directory) {
    /** H2's file. */
    public Path databaseFile() {
        return directory.resolve("ianawatch.mv.db");
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
