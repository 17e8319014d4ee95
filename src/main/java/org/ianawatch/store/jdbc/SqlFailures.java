package org.ianawatch.store.jdbc;

import java.sql.SQLException;
import java.util.Optional;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.ianawatch.store.home.UnreadableStoreException;
import org.ianawatch.store.home.UnwritableStoreException;

/** What H2's failures mean, for the rooms of the store. */
public final class SqlFailures {
    /** Where H2 begins to repeat the statement. */
    private static final String STATEMENT = "; SQL statement:";

    private SqlFailures() {}

    /** What a failure comes from, where that is the disk, which was read or written. */
    public static Optional<? extends RuntimeException> ofDisk(SQLException failed) {
        boolean isOfReading = failed.getCause() instanceof MVStoreException store
                && store.getErrorCode() == DataUtils.ERROR_READING_FAILED;
        return isOfReading ? UnreadableStoreException.of(failed) : UnwritableStoreException.of(failed);
    }

    /** H2's message as {@link #withoutNoise(String)} has it. */
    public static String withoutNoise(SQLException failed) {
        return withoutNoise(String.valueOf(failed.getMessage()));
    }

    /** H2's message without the statement and the number behind it. */
    public static String withoutNoise(String message) {
        int repeated = message.indexOf(STATEMENT);
        String said = repeated < 0 ? message : message.substring(0, repeated);
        int code = said.lastIndexOf(" [");
        return (code > 0 && said.endsWith("]") ? said.substring(0, code) : said).strip();
    }
}
