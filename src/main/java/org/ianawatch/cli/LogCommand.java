package org.ianawatch.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Option;
import org.ianawatch.cli.command.Reading;
import org.ianawatch.cli.command.Values;
import org.ianawatch.diff.ChangeFilter;
import org.ianawatch.store.RecordedChange;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.SnapshotSelector;
import org.ianawatch.store.Store;
import org.ianawatch.store.StoreBusyException;
import org.jspecify.annotations.Nullable;

/** {@code ianawatch log}: the snapshots, or their changes. */
final class LogCommand {
    private static final Option<Boolean> CHANGES =
            Option.flag("--changes", "List the changes instead of the snapshots.");
    private static final Option<String> SINCE =
            Option.of("--since", "DATE", Reading.text(), "Only what was observed on this date or later.");
    private static final Option<String> UNTIL =
            Option.of("--until", "DATE", Reading.text(), "Only what was observed on this date or before.");
    private static final Option<Integer> LIMIT = Option.of(
                    "--limit", "NUMBER", Readings::integer, "At most so many snapshots, or changes.")
            .or("-n");
    private static final Option<Boolean> COSMETIC =
            Option.flag("--cosmetic", "List changes of white space and of spelling too.");
    static final Command COMMAND = Command.named("log", "List the snapshots, newest first, or their changes.")
            .options(CHANGES, SINCE, UNTIL, LIMIT, COSMETIC, SharedOptions.FORMAT)
            .group(FilterOptions.GROUP)
            .groups(CommonOptions.GROUPS)
            .notes("--port, --kind and --service pick changes, and so go with --changes.")
            .example("ianawatch log")
            .example("ianawatch log --limit 10 --format json")
            .example("ianawatch log --changes --port 272-279")
            .example("ianawatch log --changes --since 2018-01-01 --until 2018-12-31 --kind assigned")
            .build();

    private final boolean changes;
    private final @Nullable String since;
    private final @Nullable String until;
    private final int limit;
    private final boolean cosmetic;
    private final ListFormat format;
    private final FilterOptions filter;
    private final CommonOptions common;

    /** Snapshots whose changes are read together, so that the newest changes of a long history are there at once. */
    private static final int READ_AT_ONCE = 64;

    private final Console console;

    LogCommand(Console console, Values values) {
        this.console = console;
        this.changes = values.has(CHANGES);
        this.since = values.find(SINCE);
        this.until = values.find(UNTIL);
        this.limit = Objects.requireNonNullElse(values.find(LIMIT), Integer.MAX_VALUE);
        this.cosmetic = values.has(COSMETIC);
        this.format = values.get(SharedOptions.FORMAT);
        this.filter = new FilterOptions(values);
        this.common = new CommonOptions(values);
    }

    int run() throws IOException, StoreBusyException, InterruptedException {
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
