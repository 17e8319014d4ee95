package org.ianawatch.store;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.h2.command.CommandInterface;
import org.h2.command.Prepared;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;

/**
 * One query on its way, in a thread of its own: H2 cannot be stopped in the middle of a function, a regular expression
 * say, so who waits must be able to leave.
 */
final class Execution {
    private static final long GRACE_NANOSECONDS = 1_000_000_000;
    private static final long LOOK_MILLISECONDS = 20;
    /** The heap counts as full when less than a tenth of it is free so many times in a row. */
    private static final int FULL_LOOKS = 50;

    private static final int FREE_PART = 10;

    /** How the wait for a query ends. */
    private enum Ending {
        DONE,
        LATE,
        MEMORY,
        CANCELLED
    }

    private final JdbcConnection connection;
    private final String query;
    private final int rowLimit;
    private final Statement statement;
    private final CompletableFuture<QueryResult> result = new CompletableFuture<>();
    private final Thread thread = new Thread(this::run, "query");
    private volatile boolean isCancelled;

    Execution(JdbcConnection connection, String query, int rowLimit) throws SQLException {
        this.connection = connection;
        this.query = query;
        this.rowLimit = rowLimit;
        this.statement = connection.createStatement();
        statement.setEscapeProcessing(false);
        // One more tells whether there are more.
        statement.setMaxRows(rowLimit == Integer.MAX_VALUE ? 0 : rowLimit + 1);
        thread.setDaemon(true);
    }

    /** Runs the query, and waits for its result. */
    QueryResult await(Duration limit, Supplier<List<String>> views) throws QueryException, InterruptedException {
        thread.start();
        Ending ending = watch(limit);
        if (ending != Ending.DONE) {
            stop();
        }
        switch (ending) {
            case LATE ->
                throw new QueryException(
                        query,
                        "the query took longer than " + limit.toMillis() / 1000.0
                                + " s and was cancelled: narrow it, or raise --timeout");
            case MEMORY -> throw QueryErrors.outOfMemory(query);
            case CANCELLED -> throw new QueryException(query, "the query was cancelled");
            case DONE -> {}
        }
        try {
            return result.get();
        } catch (ExecutionException failed) {
            throw failure(failed, views);
        }
    }

    /** Ends the query; for another thread. */
    void cancel() {
        isCancelled = true;
    }

    /** Whether it goes on in spite of all, and keeps its connection. */
    boolean isAlive() {
        return thread.isAlive();
    }

    private Ending watch(Duration limit) throws InterruptedException {
        long start = System.nanoTime();
        int full = 0;
        while (thread.isAlive()) {
            if (isCancelled) {
                return Ending.CANCELLED;
            }
            if (System.nanoTime() - start >= limit.toNanos()) {
                return Ending.LATE;
            }
            full = isHeapFull() ? full + 1 : 0;
            if (full == FULL_LOOKS) {
                return Ending.MEMORY;
            }
            thread.join(LOOK_MILLISECONDS);
        }
        return Ending.DONE;
    }

    /** A collector that finds less and less to collect takes all the time there is before it gives up. */
    private static boolean isHeapFull() {
        Runtime heap = Runtime.getRuntime();
        long free = heap.maxMemory() - heap.totalMemory() + heap.freeMemory();
        return free < heap.maxMemory() / FREE_PART;
    }

    /** Again and again, because H2 forgets to cancel what it has not begun. */
    private void stop() throws QueryException, InterruptedException {
        long start = System.nanoTime();
        while (thread.isAlive() && System.nanoTime() - start < GRACE_NANOSECONDS) {
            try {
                statement.cancel();
            } catch (SQLException failed) {
                throw new QueryException(query, "the query could not be cancelled: " + failed.getMessage());
            }
            thread.join(LOOK_MILLISECONDS);
        }
    }

    private void run() {
        try {
            refuseAllButReading();
            result.complete(new QueryResult(query, statement.executeQuery(query), rowLimit));
        } catch (SQLException | DbException | OutOfMemoryError failed) {
            result.completeExceptionally(failed);
        }
    }

    private void refuseAllButReading() throws QueryRefusal {
        // It reads one statement, and takes a second behind a semicolon for a mistake.
        Prepared parsed = ((SessionLocal) connection.getSession()).prepare(query);
        boolean reads =
                switch (parsed.getType()) {
                    case CommandInterface.SELECT, CommandInterface.EXPLAIN, CommandInterface.EXPLAIN_ANALYZE -> true;
                    default -> false;
                };
        if (!reads || !parsed.isQuery() || !parsed.isReadOnly()) {
            throw new QueryRefusal();
        }
    }

    private QueryException failure(ExecutionException failed, Supplier<List<String>> views) {
        if (failed.getCause() instanceof QueryRefusal) {
            return new QueryException(
                    query,
                    "sql only reads: write a query, with SELECT, WITH, VALUES, TABLE, or EXPLAIN before one of them");
        }
        if (failed.getCause() instanceof DbException wrong) {
            return QueryErrors.of(query, wrong.getSQLException(), views.get());
        }
        if (failed.getCause() instanceof SQLException wrong) {
            return QueryErrors.of(query, wrong, views.get());
        }
        return QueryErrors.outOfMemory(query);
    }

    /** What was asked for is not reading. */
    private static final class QueryRefusal extends SQLException {
        private static final long serialVersionUID = 1L;
    }
}
