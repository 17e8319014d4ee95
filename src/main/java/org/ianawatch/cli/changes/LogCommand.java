package org.ianawatch.cli.changes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.ianawatch.answer.Answers;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Option;
import org.ianawatch.cli.command.Values;
import org.ianawatch.cli.console.CommonOptions;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.Dates;
import org.ianawatch.cli.console.ExitCode;
import org.ianawatch.cli.console.FilterOptions;
import org.ianawatch.cli.console.Readings;
import org.ianawatch.cli.console.SharedOptions;
import org.ianawatch.cli.console.SpanOptions;
import org.ianawatch.cli.console.TableFormat;
import org.ianawatch.cli.console.UsageException;
import org.ianawatch.diff.ChangeFilter;
import org.ianawatch.store.RecordedChange;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.home.StoreBusyException;

/** {@code ianawatch log}: the snapshots, or their changes. */
public final class LogCommand {
    private static final Option<Boolean> CHANGES =
            Option.flag("--changes", "List the changes instead of the snapshots.");
    private static final Option<Boolean> PATCH =
            Option.flag("--patch", "Show what each snapshot changed below it.").or("-p");
    private static final Option<Integer> LIMIT = Option.of(
                    "--limit", "NUMBER", Readings::integer, "At most so many snapshots, or changes.")
            .or("-n");
    private static final Option<Boolean> COSMETIC = Option.flag(
            "--cosmetic", "List cosmetic changes (white space, spelling of references, Modification Date) too.");
    public static final Command COMMAND = Command.named("log", "List the snapshots, newest first, or their changes.")
            .options(CHANGES, PATCH, LIMIT, COSMETIC, SharedOptions.TABLE_FORMAT)
            .group(SpanOptions.GROUP)
            .group(FilterOptions.GROUP)
            .groups(CommonOptions.GROUPS)
            .notes("--port, --kind and --service pick changes, and so go with --changes or --patch.")
            .example("ianawatch log")
            .example("ianawatch log -p --since 30d")
            .example("ianawatch log --limit 10 --format json")
            .example("ianawatch log --changes --port 272-279")
            .example("ianawatch log --changes --since 2018 --until 2018 --kind assigned")
            .paged()
            .build();

    /** Snapshots whose changes are read together, so that the newest changes of a long history are there at once. */
    private static final int READ_AT_ONCE = 64;

    private final boolean changes;
    private final boolean patch;
    private final int limit;
    private final boolean cosmetic;
    private final TableFormat format;
    private final SpanOptions span;
    private final FilterOptions filter;
    private final CommonOptions common;
    private final Console console;

    public LogCommand(Console console, Values values) {
        this.console = console;
        this.changes = values.has(CHANGES);
        this.patch = values.has(PATCH);
        this.limit = Objects.requireNonNullElse(values.find(LIMIT), Integer.MAX_VALUE);
        this.cosmetic = values.has(COSMETIC);
        this.format = values.get(SharedOptions.TABLE_FORMAT);
        this.span = new SpanOptions(values);
        this.filter = new FilterOptions(values);
        this.common = new CommonOptions(values);
    }

    public int run() throws IOException, StoreBusyException, InterruptedException {
        ChangeFilter wanted = filter.filter();
        check(wanted);
        Answers answers = common.answers(console);
        List<SnapshotEntry> snapshots = span.of(answers.snapshots());
        LogPrinter printer = new LogPrinter(console, format, new Dates(answers.snapshots()));
        if (changes) {
            printer.changes(changes(answers, snapshots, wanted));
            return ExitCode.DONE;
        }
        if (patch) {
            new PatchPrinter(console, answers, wanted, cosmetic).print(snapshots, limit, format);
        } else {
            List<SnapshotEntry> shown = snapshots.stream().limit(limit).toList();
            printer.snapshots(shown, answers.snapshots()::counts);
        }

        return ExitCode.DONE;
    }

    private void check(ChangeFilter wanted) {
        if (limit < 0) {
            throw new UsageException("--limit cannot be " + limit + ": write 0 or more");
        }
        if (changes && patch) {
            throw new UsageException(
                    "--changes lists changes and --patch snapshots with theirs: leave one of them out");
        }
        if (!changes && !patch && !wanted.isEmpty()) {
            throw new UsageException("--port, --kind and --service pick changes: add --changes to list those");
        }
        if (patch && format == TableFormat.CSV) {
            throw new UsageException("--patch is no table: write --changes --format csv, or --format json");
        }
    }

    /** Newest snapshot first; within a snapshot in port order, as its diff had them. */
    private List<RecordedChange> changes(Answers answers, List<SnapshotEntry> snapshots, ChangeFilter wanted) {
        List<RecordedChange> found = new ArrayList<>();
        for (int start = 0; start < snapshots.size() && found.size() < limit; start += READ_AT_ONCE) {
            List<SnapshotEntry> read = snapshots.subList(start, Math.min(start + READ_AT_ONCE, snapshots.size()));
            answers.changes(oldest(read), newest(read)).stream()
                    .filter(recorded -> wanted.test(recorded.change()))
                    .filter(recorded -> cosmetic
                            || format != TableFormat.TEXT
                            || recorded.change().isTelling())
                    .sorted(Comparator.comparing(RecordedChange::snapshot).reversed())
                    .forEach(found::add);
        }
        return found.stream().limit(limit).toList();
    }

    private static int newest(List<SnapshotEntry> newestFirst) {
        return newestFirst.get(0).number();
    }

    private static int oldest(List<SnapshotEntry> newestFirst) {
        return newestFirst.get(newestFirst.size() - 1).number();
    }
}
