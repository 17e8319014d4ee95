package org.ianawatch.cli.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.ianawatch.cli.command.Argument;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Option;
import org.ianawatch.cli.command.Reading;
import org.ianawatch.cli.command.Values;
import org.ianawatch.cli.console.CommonOptions;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.Durations;
import org.ianawatch.cli.console.ExitCode;
import org.ianawatch.cli.console.Failures;
import org.ianawatch.cli.console.Pager;
import org.ianawatch.cli.console.Readings;
import org.ianawatch.cli.console.UnreadableFileException;
import org.ianawatch.cli.console.UsageException;
import org.ianawatch.report.RowFormat;
import org.ianawatch.store.SnapshotSelector;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.store.query.QueryLimits;
import org.ianawatch.store.query.Statements;
import org.jspecify.annotations.Nullable;

/** {@code ianawatch sql}: other people's questions. */
public final class SqlCommand {
    private static final String HYPHEN = "-";
    private static final String STANDARD_INPUT = "standard input";

    private static final Argument<String> QUERY = Argument.optional(
            "QUERY", Reading.text(), "Statements, separated by semicolons; - reads them from standard input.");
    private static final Option<Path> FILE = Option.of(
                    "--file",
                    "FILE",
                    Readings::path,
                    "Read the statements from a file; - reads them from standard input.")
            .or("-f");
    private static final Option<SnapshotSelector> AT = Option.timed(
            "--at",
            "DATE",
            SnapshotSelector::parse,
            "What registration and port_status show: a date (what was known then), a snapshot's number, or latest~3; the newest unless set.");
    private static final Option<RowFormat> FORMAT = Option.choice(
                    "--format",
                    "FORMAT",
                    RowFormat.class,
                    "table, csv, json, jsonl, tsv or markdown; table unless set.")
            .unlessSet("table");
    private static final Option<Duration> TIMEOUT = Option.of(
                    "--timeout", "TIME", Durations::parse, "How long a query may take; 60s unless set.")
            .unlessSet("60s");
    private static final Option<Integer> MAXIMUM_ROWS = Option.of(
                    "--max-rows", "NUMBER", Readings::integer, "How many rows a query may give; 100000 unless set.")
            .unlessSet("100000");
    public static final Command COMMAND = Command.named(
                    "sql", "Ask the history in SQL: read-only, on the documented views.")
            .argument(QUERY)
            .options(FILE, AT, FORMAT, TIMEOUT, MAXIMUM_ROWS)
            .groups(CommonOptions.GROUPS)
            .notes(
                    "Without a query, a terminal gets a prompt: \\d lists the views, \\? helps, \\q leaves. Elsewhere the query comes from standard input. docs/schema.md describes the views, docs/sql.md answers questions with them.")
            .example("ianawatch sql \"select * from registration where port_low = 22\"")
            .example("ianawatch sql --at 2017-06-01 \"select count(*) from registration\"")
            .example("ianawatch sql --format csv -f report.sql > report.csv")
            .example("ianawatch sql '\\d change'")
            .build();

    private final @Nullable String query;
    private final @Nullable Path file;
    private final @Nullable SnapshotSelector at;
    private final RowFormat format;
    private final Duration timeout;
    private final int maximumRows;
    private final CommonOptions common;

    private final Console console;

    public SqlCommand(Console console, Values values) {
        this.console = console;
        this.query = values.find(QUERY);
        this.file = values.find(FILE);
        this.at = values.find(AT);
        this.format = values.get(FORMAT);
        this.timeout = values.get(TIMEOUT);
        this.maximumRows = values.get(MAXIMUM_ROWS);
        this.common = new CommonOptions(values);
    }

    public int run() throws IOException, StoreBusyException, InterruptedException {
        if (query != null && file != null) {
            throw new UsageException("there is a query and a --file: give one of them");
        }
        if (maximumRows < 1) {
            throw new UsageException("--max-rows is " + maximumRows + ", and a query may give at least 1");
        }
        if (query == null && file == null && console.inIsTerminal() && console.outIsTerminal()) {
            SqlPrompt.run(screen(), () -> Pager.of(console), this::session);
            return ExitCode.DONE;
        }
        String text = text();
        if (Statements.of(text).isEmpty()) {
            throw new UsageException("there is no query: 'ianawatch sql --help' shows some");
        }
        try (SqlSession session = session(screen())) {
            return session.run(text, file == null ? null : name(file)) ? ExitCode.DONE : ExitCode.USAGE;
        }
    }

    private SqlSession session(SqlScreen screen) {
        return new SqlSession(
                screen, common.home(console), common.patience(), new QueryLimits(timeout, maximumRows), at, format);
    }

    private SqlScreen screen() {
        return SqlScreen.endless(
                console.out(),
                console.error(),
                console.style(),
                console.environment(),
                console.clock(),
                failed -> Failures.judge(failed).message(),
                console.columns());
    }

    private static String name(Path file) {
        return file.toString().equals(HYPHEN) ? STANDARD_INPUT : file.toString();
    }

    private String text() throws UnreadableFileException {
        try {
            if (file != null && !file.toString().equals(HYPHEN)) {
                return SqlFile.text(file.toString(), () -> Files.readAllBytes(file));
            }
            return file == null && query != null && !query.equals(HYPHEN)
                    ? query
                    : SqlFile.text(STANDARD_INPUT, console.in()::readAllBytes);
        } catch (SqlFile.UnreadableException failed) {
            throw new UnreadableFileException(String.valueOf(failed.getMessage()), failed);
        }
    }
}
