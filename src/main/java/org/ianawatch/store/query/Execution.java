package org.ianawatch.store.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.h2.command.CommandInterface;
import org.h2.command.Prepared;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;
import org.ianawatch.store.home.Patience;

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
    private final QueryLimits limits;
    private final Statement statement;
    private final CompletableFuture<ResultSet> result = new CompletableFuture<>();
    private final Thread thread = new Thread(this::run, "query");
    private volatile boolean isCancelled;
    private volatile boolean isPlan;

    Execution(JdbcConnection connection, String query, QueryLimits limits) throws SQLException {
        this.connection = connection;
        this.query = query;
        this.limits = limits;
        this.statement = connection.createStatement();
        statement.setEscapeProcessing(false);
        // One more tells whether there are more.
        statement.setMaxRows(limits.rows() == Integer.MAX_VALUE ? 0 : limits.rows() + 1);
        thread.setDaemon(true);
    }

    /** Runs the query, and waits for its result. */
    QueryResult await(Supplier<List<View>> views) throws QueryException, InterruptedException {
        Patience patience = new Patience(limits.time());
        thread.start();
        Ending ending = watch(patience);
        if (ending != Ending.DONE) {
            stop();
        }
        switch (ending) {
            case LATE -> throw QueryErrors.late(query, limits.time());
            case MEMORY -> throw QueryException.outOfMemory(query);
            case CANCELLED -> throw new QueryException(query, "the query was cancelled");
            case DONE -> {}
        }
        try {
            return new QueryResult(query, result.get(), isPlan, limits, patience);
        } catch (SQLException failed) {
            throw QueryErrors.of(query, failed, List.of());
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

    private Ending watch(Patience patience) throws InterruptedException {
        int full = 0;
        while (thread.isAlive()) {
            if (isCancelled) {
                return Ending.CANCELLED;
            }
            if (patience.isOver()) {
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
            result.complete(statement.executeQuery(query));
        } catch (Throwable failed) {
            // Whatever ends this thread, somebody waits for the result.
            result.completeExceptionally(failed);
        }
    }

    private void refuseAllButReading() throws QueryRefusal, QueryException {
        FirstWord.check(query);
        // It reads one statement, and takes a second behind a semicolon for a mistake.
        Prepared parsed = ((SessionLocal) connection.getSession()).prepare(query);
        isPlan = parsed.getType() == CommandInterface.EXPLAIN || parsed.getType() == CommandInterface.EXPLAIN_ANALYZE;
        if (!(isPlan || parsed.getType() == CommandInterface.SELECT) || !parsed.isQuery() || !parsed.isReadOnly()) {
            throw new QueryRefusal();
        }
    }

    private QueryException failure(ExecutionException failed, Supplier<List<View>> views) {
        Throwable cause = Objects.requireNonNullElse(failed.getCause(), failed);
        if (cause instanceof QueryException refused) {
            return refused;
        }
        if (cause instanceof QueryRefusal) {
            return new QueryException(
                    query,
                    "sql only reads: write a query, with SELECT, WITH, VALUES, TABLE, or EXPLAIN before one of them");
        }
        if (cause instanceof DbException wrong) {
            return QueryErrors.of(query, wrong.getSQLException(), views.get());
        }
        return cause instanceof SQLException wrong
                ? QueryErrors.of(query, wrong, views.get())
                : QueryErrors.of(query, cause);
    }

    /** What was asked for is not reading. */
    private static final class QueryRefusal extends SQLException {
        private static final long serialVersionUID = 1L;
    }
}
