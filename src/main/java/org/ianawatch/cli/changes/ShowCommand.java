package org.ianawatch.cli.changes;

import java.io.IOException;
import java.util.List;
import org.ianawatch.answer.Answers;
import org.ianawatch.cli.command.Argument;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Values;
import org.ianawatch.cli.console.CommonOptions;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.ExitCode;
import org.ianawatch.cli.console.FilterOptions;
import org.ianawatch.cli.console.ReportFormatOptions;
import org.ianawatch.cli.console.UsageException;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.diff.Differ;
import org.ianawatch.registry.SiteUse;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.SnapshotSelector;
import org.ianawatch.store.home.StoreBusyException;
import org.jspecify.annotations.Nullable;

/** {@code ianawatch show}: one snapshot, and what it changed. */
public final class ShowCommand {
    private static final Argument<SnapshotSelector> SNAPSHOT = Argument.timedOptional(
            "SNAPSHOT",
            SnapshotSelector::parse,
            "A number, latest~3, or a date (what was known then); latest unless set.");
    public static final Command COMMAND = Command.named("show", "Show a snapshot, and what it changed.")
            .argument(SNAPSHOT)
            .group(FilterOptions.GROUP)
            .group(ReportFormatOptions.GROUP)
            .groups(CommonOptions.GROUPS)
            .notes("Formats other than text have what 'diff' has of the snapshot and the one before it.")
            .example("ianawatch show", "the newest snapshot")
            .example("ianawatch show 12")
            .example("ianawatch show 2019-12 --stat", "the last one of that month")
            .paged()
            .build();

    private final SnapshotSelector selector;
    private final FilterOptions filter;
    private final ReportFormatOptions format;
    private final CommonOptions common;
    private final Console console;

    public ShowCommand(Console console, Values values) {
        this.console = console;
        SnapshotSelector named = values.find(SNAPSHOT);
        this.selector = named == null ? SnapshotSelector.latest() : named;
        this.filter = new FilterOptions(values);
        this.format = new ReportFormatOptions(values);
        this.common = new CommonOptions(values);
    }

    public int run() throws IOException, StoreBusyException, InterruptedException {
        SnapshotEntry entry;
        ChangeSet changes;
        List<SiteUse> uses;
        Answers answers = common.answers(console);
        entry = answers.find(selector);
        changes = changes(answers, entry);
        uses = answers.site().uses();

        if (format.isText()) {
            PatchPrinter.header(entry, console);
            if (changes != null) {
                console.out().println();
            }
        }
        if (changes != null) {
            format.write(format.only(filter.filter(), changes), uses, console);
        }
        return ExitCode.DONE;
    }

    private @Nullable ChangeSet changes(Answers answers, SnapshotEntry entry) {
        if (entry.number() > 1) {
            return Differ.diff(
                    answers.read(answers.find(SnapshotSelector.number(entry.number() - 1))), answers.read(entry));
        }
        if (format.isText()) {
            return null;
        }
        throw new UsageException(
                entry.label() + " is the first, and changed nothing: 'ianawatch log --format json' tells of it");
    }
}
