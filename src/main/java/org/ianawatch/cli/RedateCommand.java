package org.ianawatch.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.SnapshotSelector;
import org.ianawatch.store.StoreBusyException;
import org.ianawatch.store.WritableStore;
import org.ianawatch.store.WriterLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ianawatch redate}: the right date for a snapshot that a wrong clock or a slip dated. */
@Command(
        name = "redate",
        description = "Put the date of a snapshot right.",
        sortOptions = false,
        footer = {
            "",
            "Snapshots stay in their order: the date lies between those of the ones before and after.",
            "Those after it that are dated later than now, too, get the time of their check, or where that is",
            "not known either, the moment after the one before.",
            "Messages stay as they were sent.",
            "",
            "Examples:",
            "  ianawatch redate 12 2026-11-01",
            "  ianawatch redate latest 2026-11-01T06:00:00Z"
        })
final class RedateCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "SNAPSHOT",
            converter = Converters.Selectors.class,
            description = "A number (12), latest or latest~3.")
    private SnapshotSelector selector = SnapshotSelector.latest();

    @Parameters(
            index = "1",
            paramLabel = "DATE",
            converter = Converters.Dates.class,
            description = "A date, for its first moment in UTC, or a time in UTC (2026-11-01T06:00:00Z).")
    private Instant date = Instant.EPOCH;

    @Mixin
    private CommonOptions common = new CommonOptions();

    private final Console console;

    RedateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws StoreBusyException, InterruptedException {
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
                SnapshotEntry dated = store.find(SnapshotSelector.parse(Integer.toString(known.number())));
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
