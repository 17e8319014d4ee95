package org.ianawatch.cli;

import java.io.IOException;
import org.ianawatch.cli.command.Argument;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Option;
import org.ianawatch.cli.command.Reading;
import org.ianawatch.cli.command.Values;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.diff.Differ;
import org.ianawatch.store.StoreBusyException;
import org.jspecify.annotations.Nullable;

/** {@code ianawatch diff}: what differs between two snapshots or files. */
final class DiffCommand {
    private static final Argument<String> FROM =
            Argument.optional("FROM", Reading.text(), "The older side; latest~1 unless set.");
    private static final Argument<String> TO =
            Argument.optional("TO", Reading.text(), "The newer side; latest unless set.");
    private static final Option<Boolean> EXIT_CODE =
            Option.flag("--exit-code", "End with 1 when the sides differ, as git diff does.");
    static final Command COMMAND = Command.named("diff", "Say what changed between two snapshots, or two files.")
            .argument(FROM)
            .argument(TO)
            .options(EXIT_CODE)
            .group(FilterOptions.GROUP)
            .group(ReportFormatOptions.GROUP)
            .groups(CommonOptions.GROUPS)
            .notes(
                    "Each side is a snapshot's number, latest, latest~3, a date (what was known then), or a path. Two paths need no store.")
            .example("ianawatch diff", "the two newest snapshots")
            .example("ianawatch diff --port 272-279", "only what touches these ports")
            .example("ianawatch diff 2017-06-01 2018-06-01", "a year")
            .example("ianawatch diff old.csv new.csv --format json")
            .example("ianawatch diff 12 latest --kind assigned,renamed --service 'ssh*'")
            .build();

    private final @Nullable String from;
    private final @Nullable String to;
    private final FilterOptions filter;
    private final ReportFormatOptions format;
    private final boolean exitCode;
    private final CommonOptions common;

    private final Console console;

    DiffCommand(Console console, Values values) {
        this.console = console;
        this.from = values.find(FROM);
        this.to = values.find(TO);
        this.filter = new FilterOptions(values);
        this.format = new ReportFormatOptions(values);
        this.exitCode = values.has(EXIT_CODE);
        this.common = new CommonOptions(values);
    }

    int run() throws IOException, StoreBusyException, InterruptedException {
        ChangeSet changes;
        try (Sides sides = new Sides(console, common)) {
            String older = from == null ? "latest~1" : from;
            changes = Differ.diff(sides.read(older), sides.read(to == null ? "latest" : to));
        }
        var wanted = filter.filter();
        ChangeSet shown = changes.only(wanted);
        format.write(shown, console);
        boolean different =
                wanted.isEmpty() ? !changes.isEmpty() : !shown.changes().isEmpty();
        return exitCode && different ? ExitCode.DIFFERENT : ExitCode.DONE;
    }
}
