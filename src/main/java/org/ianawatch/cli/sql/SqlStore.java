package org.ianawatch.cli.sql;

import java.time.Duration;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.store.query.Queries;
import org.ianawatch.store.query.QueryLimits;
import org.jspecify.annotations.Nullable;

/**
 * The store, which is open only while something runs, so that a forgotten prompt keeps nobody from writing. {@link #cancel}
 * and {@link #isRunning} are for any thread, the rest for one.
 */
final class SqlStore {
    private final Home home;
    private final Duration patience;
    private final QueryLimits limits;
    private final SqlSettings settings;
    private volatile @Nullable Queries open;

    /**
     * A store that is not open yet.
     *
     * @param patience how long to wait for a process that is writing
     */
    SqlStore(Home home, Duration patience, QueryLimits limits, SqlSettings settings) {
        this.home = home;
        this.patience = patience;
        this.limits = limits;
        this.settings = settings;
    }

    /** The store, open at the point in time of the settings. */
    Queries queries() throws StoreBusyException, InterruptedException {
        Queries queries = open;
        if (queries == null) {
            queries = Queries.open(home, settings.at(), limits, patience);
            open = queries;
        }
        return queries;
    }

    /** Closes it; what comes next opens it anew. */
    void release() {
        Queries queries = open;
        open = null;
        if (queries != null) {
            queries.close();
        }
    }

    /** Ends the query that runs, if any does. */
    void cancel() {
        Queries queries = open;
        if (queries != null) {
            queries.cancel();
        }
    }

    /** Whether a query runs that {@link #cancel} would end. */
    boolean isRunning() {
        Queries queries = open;
        return queries != null && queries.isRunning();
    }
}
