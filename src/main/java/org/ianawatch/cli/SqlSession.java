package org.ianawatch.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.ianawatch.report.RowFormat;
import org.ianawatch.report.RowWriter;
import org.ianawatch.report.TerminalText;
import org.ianawatch.store.Home;
import org.ianawatch.store.Queries;
import org.ianawatch.store.QueryException;
import org.ianawatch.store.QueryLimits;
import org.ianawatch.store.QueryResult;
import org.ianawatch.store.SnapshotSelector;
import org.ianawatch.store.Statements;
import org.ianawatch.store.StoreBusyException;
import org.ianawatch.store.View;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements and commands that begin with a backslash, and prints what they give. The store is open only while they
 * run, so that a forgotten prompt keeps nobody from writing. {@link #cancel} is for any thread, the rest for one.
 */
final class SqlSession {
    private final Console console;
    private final Home home;
    private final Duration patience;
    private final QueryLimits limits;
    private @Nullable SnapshotSelector at;
    private RowFormat format;
    private volatile @Nullable Queries open;

    SqlSession(
            Console console,
            Home home,
            Duration patience,
            QueryLimits limits,
            @Nullable SnapshotSelector at,
            RowFormat format) {
        this.console = console;
        this.home = home;
        this.patience = patience;
        this.limits = limits;
        this.at = at;
        this.format = format;
    }

    /** Runs a text; false when something in it failed, which is said, and ends it. */
    boolean run(String text) throws IOException, StoreBusyException, InterruptedException {
        if (text.strip().startsWith("\\")) {
            return new SqlMetaCommands(this, console).run(text.strip());
        }
        List<String> statements = Statements.of(text);
        if (statements.isEmpty()) {
            throw new UsageException("there is no query: 'ianawatch sql --help' shows some");
        }
        try (Queries queries = open()) {
            open = queries;
            String gap = "";
            for (String statement : statements) {
                console.out().print(gap);
                print(queries, statement.strip());
                gap = format == RowFormat.JSON ? "" : "\n";
            }
            return true;
        } catch (QueryException failed) {
            say(failed);
            return false;
        } finally {
            open = null;
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

    List<View> views() throws StoreBusyException, InterruptedException {
        try (Queries queries = open()) {
            return queries.views();
        }
    }

    private Queries open() throws StoreBusyException, InterruptedException {
        return Queries.open(home, at, limits, patience);
    }

    private void print(Queries queries, String statement) throws IOException, QueryException, InterruptedException {
        try (QueryResult result = queries.run(statement)) {
            WaitedOutput out = new WaitedOutput(console.out(), result::waited);
            RowWriter writer = format.begin(
                    result.columns().stream()
                            .map(column -> new RowFormat.Column(column.name(), column.isNumber()))
                            .toList(),
                    console.style(),
                    out);
            try {
                for (var row = result.next(); row != null; row = result.next()) {
                    writer.row(row);
                }
            } finally {
                writer.end();
            }
        } catch (OutOfMemoryError tooMuch) {
            throw QueryException.outOfMemory(statement);
        }
    }

    /** Begins a result in the format of the session. */
    RowWriter begin(List<RowFormat.Column> columns) throws IOException {
        return format.begin(columns, console.style(), console.out());
    }

    private void say(QueryException failed) {
        console.say(TerminalText.safe(String.valueOf(failed.getMessage())));
        if (failed.position() >= 0) {
            SqlExcerpt.lines(failed.statement(), failed.position()).forEach(console.error()::println);
            console.error().flush();
        }
    }

    /** What the views show from here on; null for the newest snapshot. */
    void at(@Nullable SnapshotSelector selector) {
        at = selector;
    }

    @Nullable
    SnapshotSelector at() {
        return at;
    }

    void format(RowFormat wanted) {
        format = wanted;
    }
}
