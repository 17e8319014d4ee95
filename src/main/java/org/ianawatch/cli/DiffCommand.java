package org.ianawatch.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.diff.Differ;
import org.ianawatch.store.StoreBusyException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ianawatch diff}: what differs between two snapshots or files. */
@Command(
        name = "diff",
        description = "Say what changed between two snapshots, or two files.",
        sortOptions = false,
        footer = {
            "",
            "Each side is a snapshot's number, latest, latest~3, a date (what was known then), or a path.",
            "Two paths need no store.",
            "",
            "Examples:",
            "  ianawatch diff                             the two newest snapshots",
            "  ianawatch diff --port 272-279              only what touches these ports",
            "  ianawatch diff 2017-06-01 2018-06-01       a year",
            "  ianawatch diff old.csv new.csv --format json",
            "  ianawatch diff 12 latest --kind assigned,renamed --service 'ssh*'"
        })
final class DiffCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", index = "0", paramLabel = "FROM", description = "The older side; latest~1 unless set.")
    private @Nullable String from;

    @Parameters(arity = "0..1", index = "1", paramLabel = "TO", description = "The newer side; latest unless set.")
    private @Nullable String to;

    @Mixin
    private FilterOptions filter = new FilterOptions();

    @Mixin
    private ReportFormatOptions format = new ReportFormatOptions();

    @Option(names = "--exit-code", description = "End with 1 when the sides differ, as git diff does.")
    private boolean exitCode;

    @Mixin
    private CommonOptions common = new CommonOptions();

    private final Console console;

    DiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, StoreBusyException, InterruptedException {
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
