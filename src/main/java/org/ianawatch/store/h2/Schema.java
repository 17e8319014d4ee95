package org.ianawatch.store.h2;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.StoreException;
import org.ianawatch.store.home.UnusableStoreException;
import org.ianawatch.store.jdbc.Sql;
import org.ianawatch.store.jdbc.SqlFailures;

/** The version of the tables and views. Flyway runs only when the store's version is not the program's. */
public final class Schema {
    /** The newest migration's version. */
    public static final int VERSION = 15;

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
    public static boolean isCurrent(Sql sql, Home home) {
        Optional<Integer> version = version(sql);
        if (version.isPresent() && version.get() > VERSION) {
            throw new UnusableStoreException(
                    "the store in " + home.directory() + " was written by a newer ianawatch (schema " + version.get()
                            + ", this one knows " + VERSION + "): use that one, or another --home");
        }
        return version.isPresent() && version.get() == VERSION;
    }

    /** The version that the store has; empty where it has no tables. */
    static Optional<Integer> version(Sql sql) {
        try {
            return sql.first(NEWEST, row -> row.getInt(1));
        } catch (StoreException failed) {
            if (failed.getCause() instanceof SQLException cause && NO_TABLE.contains(cause.getErrorCode())) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    /** Makes the tables and views in the unfinished file, or brings them to the program's version. */
    public static void migrateUnfinished(Home home) {
        FlywayLog.LOGGER.setLevel(Level.SEVERE);
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(Database.writingUrl(home.unfinishedDatabaseFile()));
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
                    ? SqlFailures.withoutNoise(cause)
                    : String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
            throw new StoreException("the tables could not be made or changed: " + why, failed);
        }
    }
}
