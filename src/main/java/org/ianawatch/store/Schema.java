package org.ianawatch.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;

/** The version of the tables and views. Flyway runs only when the store's version is not the program's. */
final class Schema {
    /** The newest migration's version. */
    static final int VERSION = 15;

    /** The last version of the tables before those of today, from which a store is brought over. */
    private static final int FORMER_VERSION = 11;

    private static final String NEWEST =
            "SELECT CAST(\"version\" AS INTEGER) FROM store.\"flyway_schema_history\" WHERE \"success\" AND \"version\" IS NOT NULL ORDER BY \"installed_rank\" DESC FETCH FIRST ROW ONLY";
    /** What H2 says where there is no such table. To look it up among all tables would take longer than all else here. */
    private static final Set<Integer> NO_TABLE = Set.of(
            ErrorCode.SCHEMA_NOT_FOUND_1,
            ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1,
            ErrorCode.TABLE_OR_VIEW_NOT_FOUND_WITH_CANDIDATES_2,
            ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1);
    /** Apart, so that what does not migrate does not load the logging of Java. */
    private static final class FlywayLog {
        /** Held, because the logging of Java forgets loggers that nobody holds. */
        static final Logger LOGGER = Logger.getLogger("org.flywaydb");
    }

    private Schema() {}

    /** Whether the store has the version that this program knows; refuses one that is newer. */
    static boolean isCurrent(Connection connection, Home home) {
        Optional<Integer> version = version(new Sql(connection));
        if (version.isPresent() && version.get() > VERSION) {
            throw new UnusableStoreException(
                    "the store in " + home.directory() + " was written by a newer ianawatch (schema " + version.get()
                            + ", this one knows " + VERSION + "): use that one, or another --home");
        }
        return version.isPresent() && version.get() == VERSION;
    }

    private static Optional<Integer> version(Sql sql) {
        try {
            return sql.first(NEWEST, row -> row.getInt(1));
        } catch (StoreException failed) {
            if (failed.getCause() instanceof SQLException cause && NO_TABLE.contains(cause.getErrorCode())) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    /**
     * Makes a store, or brings one to the program's version. It works on a copy that takes the store's place at the end,
     * because a migration that is cut off in the middle cannot be taken up again.
     */
    static void migrate(Home home) throws StoreBusyException, InterruptedException {
        try {
            Files.deleteIfExists(home.unfinishedDatabaseFile());
            if (Files.exists(home.databaseFile())) {
                Files.copy(home.databaseFile(), home.unfinishedDatabaseFile());
            }
        } catch (IOException failed) {
            throw unusable(home, failed);
        }
        migrateUnfinished(home);
        if (Files.exists(home.databaseFile())) {
            compactUnfinished(home);
        }
        takePlace(home);
    }

    /** Tables that were made anew have left their old room behind. */
    private static void compactUnfinished(Home home) throws StoreBusyException, InterruptedException {
        Connection connection = Database.openForWriting(home.unfinishedDatabaseFile(), home, Duration.ZERO);
        try {
            new Sql(connection).update("SHUTDOWN COMPACT");
        } finally {
            Store.close(connection);
        }
    }

    /** Makes an empty store in the unfinished file. */
    static void make(Home home) {
        discard(home);
        migrate(Database.writingUrl(home.unfinishedDatabaseFile()));
    }

    /** Brings the unfinished file to the program's version; refuses one that is newer. */
    static void bringUnfinishedUpToDate(Home home) throws StoreBusyException, InterruptedException {
        boolean isCurrent;
        Connection connection = Database.openForWriting(home.unfinishedDatabaseFile(), home, Duration.ZERO);
        try {
            isCurrent = isCurrent(connection, home);
        } finally {
            Store.close(connection);
        }
        if (!isCurrent) {
            migrateUnfinished(home);
        }
    }

    /** Makes the tables in the unfinished file, and brings over what stands in those of the former version. */
    private static void migrateUnfinished(Home home) throws StoreBusyException, InterruptedException {
        boolean isFormer = Files.exists(home.unfinishedDatabaseFile()) && setFormerAside(home);
        migrate(Database.writingUrl(home.unfinishedDatabaseFile()));
        if (isFormer) {
            try (WritableStore store = WritableStore.openUnfinished(home)) {
                FormerTables.bringOver(store.sql);
                store.restartAllIds();
            }
        }
    }

    private static boolean setFormerAside(Home home) throws StoreBusyException, InterruptedException {
        Connection connection = Database.openForWriting(home.unfinishedDatabaseFile(), home, Duration.ZERO);
        try {
            Sql sql = new Sql(connection);
            Optional<Integer> version = version(sql);
            if (version.isPresent() && version.get() < FORMER_VERSION) {
                throw new UnusableStoreException("the store in " + home.directory()
                        + " was written by an early ianawatch (schema "
                        + version.get() + ", this one knows " + FORMER_VERSION + " and " + VERSION
                        + "): open it once with one that writes schema " + FORMER_VERSION + ", or import again");
            }
            boolean isFormer = version.isPresent() && version.get() == FORMER_VERSION;
            if (isFormer) {
                FormerTables.setAside(sql);
            }
            return isFormer;
        } finally {
            Store.close(connection);
        }
    }

    /** Removes the unfinished file, if there is one. */
    static void discard(Home home) {
        try {
            Files.deleteIfExists(home.unfinishedDatabaseFile());
        } catch (IOException failed) {
            throw unusable(home, failed);
        }
    }

    /** Puts the unfinished file, which must be closed, in the place of the store. */
    static void takePlace(Home home) {
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

    private static UnusableStoreException unusable(Home home, IOException failed) {
        return new UnusableStoreException("cannot make the store " + home.databaseFile() + " (" + FileReason.of(failed)
                + "); see to the rights and the room there, or name another --home");
    }

    private static void migrate(String url) {
        FlywayLog.LOGGER.setLevel(Level.SEVERE);
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        source.setUser(Database.USER);
        Flyway flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(source)
                .defaultSchema("STORE")
                .schemas("STORE", "PUBLIC")
                .createSchemas(true)
                .locations("classpath:migrations/common", "classpath:migrations/h2")
                .load();
        try {
            flyway.migrate();
        } catch (FlywayException failed) {
            String why = failed.getCause() instanceof SQLException cause
                    ? QueryErrors.withoutNoise(cause)
                    : String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
            throw new StoreException("the tables could not be made or changed: " + why, failed);
        }
    }
}
