package org.ianawatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.ianawatch.config.WrittenText;
import org.ianawatch.report.RowFormat;
import org.ianawatch.store.FileReason;
import org.ianawatch.store.QueryLimits;
import org.ianawatch.store.SnapshotSelector;
import org.ianawatch.store.StoreBusyException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ianawatch sql}: other people's questions. */
@Command(
        name = "sql",
        description = "Ask the history in SQL: read-only, on the documented views.",
        sortOptions = false,
        footer = {
            "",
            "Without a query, a terminal gets a prompt: \\d lists the views, \\? helps, \\q leaves. Elsewhere the query comes",
            "from standard input. docs/schema.md describes the views, docs/sql.md answers fifteen questions.",
            "",
            "Examples:",
            "  ianawatch sql \"select * from registration where port_low = 22\"",
            "  ianawatch sql --at 2017-06-01 \"select count(*) from registration\"",
            "  ianawatch sql --format csv --file report.sql > report.csv",
            "  ianawatch sql '\\d change'"
        })
final class SqlCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    @Parameters(
            paramLabel = "QUERY",
            arity = "0..1",
            description = "Statements, separated by semicolons; - reads them from standard input.")
    private @Nullable String query;

    @Option(names = "--file", paramLabel = "FILE", description = "Read the statements from a file.")
    private @Nullable Path file;

    @Option(
            names = "--at",
            paramLabel = "DATE",
            converter = Converters.Selectors.class,
            description =
                    "What registration and port_status show: a date (what was known then), a snapshot's number, or"
                            + " latest~3; the newest unless set.")
    private @Nullable SnapshotSelector at;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            converter = Converters.RowFormats.class,
            description = "table, csv, json or markdown; ${DEFAULT-VALUE} unless set.")
    private RowFormat format = RowFormat.TABLE;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "60s",
            converter = DurationConverter.class,
            description = "How long a query may take; ${DEFAULT-VALUE} unless set.")
    private Duration timeout = Duration.ofSeconds(60);

    @Option(
            names = "--max-rows",
            paramLabel = "NUMBER",
            defaultValue = "100000",
            description = "How many rows a query may give; ${DEFAULT-VALUE} unless set.")
    private int maximumRows = 100_000;

    @Mixin
    private CommonOptions common = new CommonOptions();

    private final Console console;

    SqlCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, StoreBusyException, InterruptedException {
        if (query != null && file != null) {
            throw new UsageException("there is a query and a --file: give one of them");
        }
        if (maximumRows < 1) {
            throw new UsageException("--max-rows is " + maximumRows + ", and a query may give at least 1");
        }
        SqlSession session = new SqlSession(
                console, common.home(console), common.patience(), new QueryLimits(timeout, maximumRows), at, format);
        if (query == null && file == null && console.inIsTerminal() && console.outIsTerminal()) {
            return SqlPrompt.run(console, session);
        }
        return session.run(text()) ? ExitCode.DONE : ExitCode.USAGE;
    }

    private String text() throws IOException {
        if (file == null && query != null && !query.equals(STANDARD_INPUT)) {
            return query;
        }
        String name = file == null ? "standard input" : file.toString();
        try {
            return WrittenText.of(file == null ? console.in().readAllBytes() : Files.readAllBytes(file));
        } catch (WrittenText.NoTextException wrong) {
            throw new UnreadableFileException(
                    "cannot read the statements of " + name + ": " + wrong.getMessage(), wrong);
        } catch (IOException failed) {
            throw new UnreadableFileException(
                    "cannot read the statements of " + name + ": " + FileReason.of(failed), failed);
        }
    }
}
