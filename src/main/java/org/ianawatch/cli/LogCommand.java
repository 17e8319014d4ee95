package org.ianawatch.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ianawatch.diff.ChangeFilter;
import org.ianawatch.store.RecordedChange;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.SnapshotSelector;
import org.ianawatch.store.Store;
import org.ianawatch.store.StoreBusyException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ianawatch log}: the snapshots, or their changes. */
@Command(
        name = "log",
        description = "List the snapshots, newest first, or their changes.",
        sortOptions = false,
        footer = {
            "",
            "--port, --kind and --service pick changes, and so go with --changes.",
            "",
            "Examples:",
            "  ianawatch log",
            "  ianawatch log --limit 10 --format json",
            "  ianawatch log --changes --port 272-279",
            "  ianawatch log --changes --since 2018-01-01 --until 2018-12-31 --kind assigned"
        })
final class LogCommand implements Callable<Integer> {
    /** Snapshots whose changes are read together, so that the newest changes of a long history are there at once. */
    private static final int READ_AT_ONCE = 64;

    @Option(names = "--changes", description = "List the changes instead of the snapshots.")
    private boolean changes;

    @Option(names = "--since", paramLabel = "DATE", description = "Only what was observed on this date or later.")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "DATE", description = "Only what was observed on this date or before.")
    private @Nullable String until;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "NUMBER",
            description = "At most so many snapshots, or changes.")
    private int limit = Integer.MAX_VALUE;

    @Option(names = "--cosmetic", description = "List changes of white space and of spelling too.")
    private boolean cosmetic;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = Converters.ListFormats.class,
            description = "text or json; ${DEFAULT-VALUE} unless set.")
    private ListFormat format = ListFormat.TEXT;

    @Mixin
    private FilterOptions filter = new FilterOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    private final Console console;

    LogCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, StoreBusyException, InterruptedException {
        if (limit < 0) {
            throw new UsageException("--limit cannot be " + limit + ": write 0 or more");
        }
        ChangeFilter wanted = filter.filter();
        if (!changes && !wanted.isEmpty()) {
            throw new UsageException("--port, --kind and --service pick changes: add --changes to list those");
        }
        try (Store store = common.open(console)) {
            List<SnapshotEntry> snapshots = snapshots(store);
            LogPrinter printer = new LogPrinter(console, format);
            if (changes) {
                printer.changes(changes(store, snapshots, wanted));
            } else {
                List<SnapshotEntry> shown = snapshots.stream().limit(limit).toList();
                printer.snapshots(shown, shown.isEmpty() ? Map.of() : store.counts(oldest(shown), newest(shown)));
            }
        }
        return ExitCode.DONE;
    }

    private List<SnapshotEntry> snapshots(Store store) {
        try {
            Instant first = since == null ? Instant.MIN : SnapshotSelector.startOf(since);
            Instant last = until == null ? Instant.MAX : SnapshotSelector.endOf(until);
            return store.snapshots().stream()
                    .filter(entry -> !entry.observedAt().isBefore(first))
                    .filter(entry -> !entry.observedAt().isAfter(last))
                    .toList();
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(wrong);
        }
    }

    /** Newest snapshot first; within a snapshot in port order, as its diff had them. */
    private List<RecordedChange> changes(Store store, List<SnapshotEntry> snapshots, ChangeFilter wanted) {
        List<RecordedChange> found = new ArrayList<>();
        for (int start = 0; start < snapshots.size() && found.size() < limit; start += READ_AT_ONCE) {
            List<SnapshotEntry> read = snapshots.subList(start, Math.min(start + READ_AT_ONCE, snapshots.size()));
            store.changes(oldest(read), newest(read)).stream()
                    .filter(recorded -> wanted.test(recorded.change()))
                    .filter(recorded -> cosmetic
                            || format == ListFormat.JSON
                            || !recorded.change().isCosmetic())
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
