package org.ianawatch.cli.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.ianawatch.cli.command.Argument;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Values;
import org.ianawatch.cli.console.CommonOptions;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.ExitCode;
import org.ianawatch.cli.console.Readings;
import org.ianawatch.cli.console.UsageException;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.SnapshotSelector;
import org.ianawatch.store.WritableStore;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.store.home.WriterLock;

/** {@code ianawatch redate}: the right date for a snapshot that a wrong clock or a slip dated. */
public final class RedateCommand {
    private static final Argument<SnapshotSelector> SELECTOR =
            Argument.timed("SNAPSHOT", SnapshotSelector::parse, "A number (12), latest or latest~3.");
    private static final Argument<Instant> DATE = Argument.timed(
            "DATE", Readings::start, "A date, for its first moment in UTC, or a time in UTC (2026-11-01T06:00:00Z).");
    public static final Command COMMAND = Command.named("redate", "Put the date of a snapshot right.")
            .argument(SELECTOR)
            .argument(DATE)
            .groups(CommonOptions.GROUPS)
            .notes(
                    "Snapshots stay in their order: the date lies between those of the ones before and after. Those after it that are dated later than now, too, get the time of their check, or where that is not known either, the moment after the one before. Messages stay as they were sent.")
            .example("ianawatch redate 12 2026-11-01")
            .example("ianawatch redate latest 2026-11-01T06:00:00Z")
            .build();

    private final SnapshotSelector selector;
    private final Instant date;
    private final CommonOptions common;

    private final Console console;

    public RedateCommand(Console console, Values values) {
        this.console = console;
        this.selector = values.get(SELECTOR);
        this.date = values.get(DATE);
        this.common = new CommonOptions(values);
    }

    public int run() throws StoreBusyException, InterruptedException {
        Instant now = console.clock().instant();
        try (WriterLock lock = common.lock(console, "redate");
                WritableStore store = common.openForWriting(console, lock)) {
            SnapshotEntry entry = store.find(selector);
            List<SnapshotEntry> before = new ArrayList<>();
            store.commit(() -> before.addAll(store.redate(entry, date, now.truncatedTo(ChronoUnit.MILLIS))));
            if (before.isEmpty()) {
                console.out().println("Snapshot " + entry.number() + " is dated " + date + " already.");
            }
            for (SnapshotEntry known : before) {
                SnapshotEntry dated = store.find(SnapshotSelector.number(known.number()));
                console.out()
                        .println("Snapshot " + dated.number() + " is dated " + dated.observedAt() + "; it was "
                                + known.observedAt() + ".");
            }
            return ExitCode.DONE;
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(wrong);
        }
    }
}
