package org.ianawatch.cli.sql;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.ianawatch.cli.console.Paging;
import org.ianawatch.report.RowFormat;
import org.ianawatch.report.RowWriter;
import org.ianawatch.store.query.Queries;
import org.ianawatch.store.query.QueryException;
import org.ianawatch.store.query.QueryResult;
import org.jspecify.annotations.Nullable;

/** Prints what statements and commands give, in the format of the session. */
final class SqlAnswers {
    private static final double NANOSECONDS_OF_A_MILLISECOND = 1e6;

    private final SqlScreen screen;
    private final SqlSettings settings;
    private final SqlOutput output;

    SqlAnswers(SqlScreen screen, SqlSettings settings, SqlOutput output) {
        this.screen = screen;
        this.settings = settings;
        this.output = output;
    }

    /**
     * Runs a statement and prints its rows as they come.
     *
     * @param isFirst whether no other answer stands before it
     */
    void answer(Queries queries, SqlScript.Piece statement, boolean isFirst)
            throws IOException, QueryException, InterruptedException {
        long begin = System.nanoTime();
        long[] waited = {0};
        try (QueryResult result = queries.run(statement.text());
                Paging.Page page = output.open()) {
            WaitedOutput out = new WaitedOutput(page.out(), nanoseconds -> {
                waited[0] += nanoseconds;
                result.waited(nanoseconds);
            });
            if (!isFirst && settings.format() != RowFormat.JSON && settings.format() != RowFormat.JSONL) {
                out.append('\n');
            }
            RowWriter writer = settings.format()
                    .begin(
                            result.columns().stream()
                                    .map(column -> new RowWriter.Column(column.name(), column.isNumber()))
                                    .toList(),
                            statement.isExpanded() ? output.layout().expanded() : output.layout(),
                            out);
            try {
                for (var row = result.next(); row != null && !page.isLeft(); row = result.next()) {
                    writer.row(row);
                }
            } finally {
                writer.end();
            }
        } catch (OutOfMemoryError tooMuch) {
            throw QueryException.outOfMemory(statement.text());
        }
        if (settings.isTimed()) {
            screen.out().flush();
            screen.error()
                    .printf(
                            Locale.ROOT,
                            "Time: %.3f ms%n",
                            (System.nanoTime() - begin - waited[0]) / NANOSECONDS_OF_A_MILLISECOND);
            screen.error().flush();
        }
    }

    /** Prints rows that are known. */
    void list(List<RowWriter.Column> columns, List<? extends List<? extends @Nullable Object>> rows)
            throws IOException {
        try (Paging.Page page = output.open()) {
            RowWriter writer = settings.format().begin(columns, output.layout(), page.out());
            for (List<? extends @Nullable Object> row : rows) {
                writer.row(row);
            }
            writer.end();
        }
    }

    /** Prints what is no answer of the store, and goes to no file. */
    void help(String text) {
        try (Paging.Page page = output.onScreen()) {
            page.out().print(text);
        }
    }
}
