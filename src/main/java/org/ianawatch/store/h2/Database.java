package org.ianawatch.store.h2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.h2.api.ErrorCode;
import org.h2.engine.Session;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.Patience;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.store.home.StoreException;
import org.ianawatch.store.home.UnreadableStoreException;
import org.ianawatch.store.home.WriterLock;
import org.ianawatch.store.jdbc.Sql;
import org.ianawatch.store.jdbc.SqlFailures;

/** Opens H2's file, for one writer or for any number of readers. */
public final class Database {
    /** Dates and times are those of UTC, wherever who asks lives. */
    private static final String UTC = ";TIME ZONE=UTC";

    private static final String QUIET = ";TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=64";
    /**
     * What is committed is written at once; space is free for reuse at once. H2 would move things about in a file when it closes it,
     * and leave it twice as large.
     */
    private static final String WRITE = ";WRITE_DELAY=0;RETENTION_TIME=0;MAX_COMPACT_TIME=0";

    /** H2 adds it to the name in the URL. */
    private static final String ENDING = ".mv.db";

    /** The two copies of the header, with which every file of H2 begins. */
    private static final long HEADER_BYTES = 2 * 4096;

    /** Less is in use of what is rewritten, so that each byte written frees three. */
    private static final int LEAST_USED_PERCENT = 25;

    private static final int MOST_REWRITTEN_BYTES = 8 << 20;

    /** A file that is no larger is left as it is, however much of it is in use. */
    private static final long SMALL_BYTES = 1 << 20;

    private static final int LEAST_FILLED_PERCENT = 70;

    private static final String RESTORE_OR_BEGIN_ANEW =
            "; restore a backup, or move it away, and ianawatch.crc32 with it, and import again";

    private static final String READ = ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE";

    /** The user who owns the tables; the file is protected by the rights of the file system, not by a password. */
    static final String USER = "sa";

    /** The user of other people's SQL, made by a migration; the password is no secret either. */
    private static final String READER = "reader";

    private Database() {}

    /** The URL by which to write to a file. */
    static String writingUrl(Path file) {
        return url(file) + WRITE;
    }

    private static String url(Path file) {
        return url("file", file);
    }

    private static String url(String scheme, Path file) {
        return "jdbc:h2:" + scheme + ":" + name(file) + UTC + QUIET;
    }

    private static String name(Path file) {
        String name = file.toAbsolutePath().toString();
        return name.substring(0, name.length() - ENDING.length());
    }

    /** Opens a store's file for writing; its checksum is made anew when it is closed. */
    public static Connection openForWriting(Home home, Duration wait) throws StoreBusyException, InterruptedException {
        return openForWriting(home.databaseFile(), home, wait);
    }

    /** Opens the file that is made beside the store; whoever makes it has the writer's lock. */
    public static Connection openUnfinished(Home home) throws StoreBusyException, InterruptedException {
        return openForWriting(home.unfinishedDatabaseFile(), home, Duration.ZERO);
    }

    private static Connection openForWriting(Path file, Home home, Duration wait)
            throws StoreBusyException, InterruptedException {
        refuseWhatWasCutOff(file);
        return open(home, writingUrl(file), wait);
    }

    /** Opens a store's file for writing that was checked just now, so that its checksum is known when it is closed. */
    public static Connection openChecked(Home home, BlockChecksum checked, Duration wait)
            throws StoreBusyException, InterruptedException {
        refuseWhatWasCutOff(home.databaseFile());
        try {
            TrackedFile.begin(home.databaseFile(), checked);
        } catch (IOException failed) {
            throw new UnreadableStoreException(home.databaseFile(), failed);
        }
        return open(home, url(TrackedFile.SCHEME, home.databaseFile()) + WRITE, wait);
    }

    /** Opens a store's file for reading, and waits for who writes. */
    public static Connection openForReading(Home home, Duration wait) throws StoreBusyException, InterruptedException {
        home.checkReadable();
        refuseWhatWasCutOff(home.databaseFile());
        return open(home, url(home.databaseFile()) + READ, wait);
    }

    /** Whether a kill cut off a commit so large that H2 cannot complete it in memory alone, as it does for readers. */
    public static boolean isUnfinished(StoreException failed) {
        return failed.getCause() instanceof SQLException refused
                && refused.getCause() instanceof MVStoreException store
                && store.getErrorCode() == DataUtils.ERROR_WRITING_FAILED;
    }

    /**
     * Opens the file, which must be open for reading, as the user who may read the views alone. All settings but the time zone are
     * those of who opened it: to make them takes an administrator.
     */
    public static JdbcConnection openForQueries(Home home) {
        String url = "jdbc:h2:file:" + name(home.databaseFile()) + UTC + ";IFEXISTS=TRUE";
        try {
            return new JdbcConnection(url, new Properties(), READER, READER, false);
        } catch (SQLException failed) {
            throw new StoreException(
                    "the store " + home.databaseFile() + " cannot be read as user " + READER + ": "
                            + failed.getMessage() + RESTORE_OR_BEGIN_ANEW,
                    failed);
        }
    }

    /** H2 would make a new database in such a file. */
    private static void refuseWhatWasCutOff(Path file) {
        try {
            if (Files.size(file) <= HEADER_BYTES) {
                throw new StoreException(cannotOpen(file, "it has only " + Files.size(file) + " bytes"));
            }
        } catch (IOException failed) {
            throw new UnreadableStoreException(file, failed);
        }
    }

    /**
     * Makes room in a file that has grown large and is mostly unused, for what is written next: while all is written at once, H2
     * does not do so before the file is closed.
     *
     * @param largeBytes what is no larger than this is left as it is
     */
    public static void reclaim(Sql sql, long largeBytes) {
        try {
            MVStore file = file(sql);
            if (file.getFileStore().size() > largeBytes) {
                file.compact(LEAST_USED_PERCENT, MOST_REWRITTEN_BYTES);
            }
        } catch (SQLException | MVStoreException failed) {
            throw new StoreException("the store's file could not be made smaller: " + failed.getMessage(), failed);
        }
    }

    /** Makes the file as small as it can be; afterwards there is nothing to do but to close. */
    public static void compact(Sql sql) {
        sql.update("SHUTDOWN COMPACT");
    }

    /** Waits until all that was committed is on the disk. */
    public static void sync(Sql sql) {
        sql.update("CHECKPOINT SYNC");
    }

    /** Whether so much of a file is of no use any more that it is worth writing it anew. */
    public static boolean isWasteful(Sql sql) {
        try {
            MVStore file = file(sql);
            return file.getFileStore().size() > SMALL_BYTES
                    && file.getFileStore().getChunksFillRate() < LEAST_FILLED_PERCENT;
        } catch (SQLException | MVStoreException failed) {
            throw new StoreException("the store's file could not be looked at: " + failed.getMessage(), failed);
        }
    }

    private static MVStore file(Sql sql) throws SQLException {
        Session session = sql.connection().unwrap(JdbcConnection.class).getSession();
        return ((SessionLocal) session).getDatabase().getStore().getMvStore();
    }

    private static String cannotOpen(Path file, String why) {
        return "the store " + file + " cannot be opened: " + why + RESTORE_OR_BEGIN_ANEW;
    }

    private static Connection open(Home home, String url, Duration wait)
            throws StoreBusyException, InterruptedException {
        Patience patience = new Patience(wait);
        while (true) {
            try {
                return new JdbcConnection(url, new Properties(), USER, "", false);
            } catch (SQLException failed) {
                if (failed.getErrorCode() != ErrorCode.DATABASE_ALREADY_OPEN_1) {
                    SqlFailures.ofDisk(failed).ifPresent(disk -> {
                        throw disk;
                    });
                    throw new StoreException(
                            cannotOpen(home.databaseFile(), String.valueOf(failed.getMessage())), failed);
                }
            }
            if (!patience.pause()) {
                throw new StoreBusyException("the store in " + home.directory() + " is in use (last written by "
                        + WriterLock.holder(home) + "); try again later, or wait longer with --wait");
            }
        }
    }
}
