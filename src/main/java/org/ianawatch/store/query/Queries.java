package org.ianawatch.store.query;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.h2.jdbc.JdbcConnection;
import org.ianawatch.store.NoSuchSnapshotException;
import org.ianawatch.store.SnapshotSelector;
import org.ianawatch.store.Store;
import org.ianawatch.store.Stores;
import org.ianawatch.store.h2.Database;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.store.home.UnusableStoreException;
import org.ianawatch.store.jdbc.Sql;
import org.jspecify.annotations.Nullable;

/**
 * A store open for other people's SQL: as a user of the database who may read the views and nothing else, in a file that
 * is open for reading. {@link #cancel} and {@link #isRunning} are
 * for any thread, the rest for one.
 */
public final class Queries implements AutoCloseable {
    private static final String COLUMNS =
            "SELECT LOWER(table_name), LOWER(column_name), LOWER(data_type) FROM information_schema.columns"
                    + " WHERE table_schema = 'PUBLIC' ORDER BY table_name, ordinal_position";

    private final JdbcConnection connection;
    private final Sql sql;
    private final QueryLimits limits;
    private volatile @Nullable Execution running;
    private boolean isStuck;

    private Queries(JdbcConnection connection, QueryLimits limits) {
        this.connection = connection;
        this.sql = new Sql(connection);
        this.limits = limits;
    }

    /**
     * Opens a store for queries.
     *
     * @param at the snapshot that the views with a point in time show; null for the newest
     * @param wait how long to wait for a process that is writing
     * @throws StoreBusyException when one still is then
     * @throws UnusableStoreException when there is no store, or a newer program wrote it
     * @throws NoSuchSnapshotException when the selector names none
     */
    public static Queries open(Home home, @Nullable SnapshotSelector at, QueryLimits limits, Duration wait)
            throws StoreBusyException, InterruptedException {
        // The owner's connection brings an old store up to date, and is closed before anybody's SQL runs.
        try (Store store = Stores.open(home, wait)) {
            Integer number = at == null ? null : store.find(at).number();
            Queries queries = new Queries(Database.openForQueries(home), limits);
            if (number != null) {
                queries.sql.update("SET @at = " + number);
            }
            return queries;
        }
    }

    /**
     * Runs a query. What its result does not need before it can begin, such as sorting, happens here.
     *
     * @throws QueryException when it is none, is not allowed, fails, takes too long, needs too much memory, or is cancelled
     */
    public QueryResult run(String query) throws QueryException, InterruptedException {
        Execution execution;
        try {
            execution = new Execution(connection, query, limits);
        } catch (SQLException failed) {
            throw QueryErrors.of(query, failed, views());
        }
        running = execution;
        try {
            return execution.await(this::views);
        } catch (QueryException failed) {
            isStuck = execution.isAlive();
            throw failed;
        } finally {
            running = null;
        }
    }

    /** Whether a query runs that {@link #cancel} would end; for any thread. */
    public boolean isRunning() {
        return running != null;
    }

    /** Ends the query that runs, if any does. */
    public void cancel() {
        Execution execution = running;
        if (execution != null) {
            execution.cancel();
        }
    }

    /** The views by name. */
    public List<View> views() {
        Map<String, List<View.Column>> views = new LinkedHashMap<>();
        sql.list(COLUMNS, row -> views.computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                .add(new View.Column(row.getString(2), Objects.toString(row.getString(3), ""))));
        return views.entrySet().stream()
                .map(view -> new View(view.getKey(), view.getValue()))
                .toList();
    }

    /** Closes the store, unless a query that cannot be stopped still holds it: that ends with the process. */
    @Override
    public void close() {
        if (!isStuck) {
            sql.close();
        }
    }
}
