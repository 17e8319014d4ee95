package org.ianawatch.cli.sync;

import java.io.IOException;
import java.util.List;
import org.ianawatch.cli.alerts.Alerting;
import org.ianawatch.cli.command.Argument;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Option;
import org.ianawatch.cli.command.Values;
import org.ianawatch.cli.console.CommonOptions;
import org.ianawatch.cli.console.ConfigurationOptions;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.ExitCode;
import org.ianawatch.cli.console.GroupOptions;
import org.ianawatch.cli.console.Readings;
import org.ianawatch.cli.console.ReportFormatOptions;
import org.ianawatch.cli.console.SharedOptions;
import org.ianawatch.cli.console.UsageException;
import org.ianawatch.store.QuarantineEntry;
import org.ianawatch.store.Store;
import org.ianawatch.store.WritableStore;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.sync.Alerts;
import org.ianawatch.sync.QuarantineJob;
import org.ianawatch.sync.StoreWriter;
import org.ianawatch.sync.SyncResult;

/** {@code ianawatch quarantine}: what the guard refused. */
public final class QuarantineCommand {
    private static final Argument<Long> NUMBER =
            Argument.one("NUMBER", QuarantineCommand::number, "Which, as the list has it.");
    private static final Argument<Long> NUMBERS =
            Argument.any("NUMBER", QuarantineCommand::number, "Which, as the list has them.");
    private static final Option<Boolean> ALL = Option.flag("--all", "List what does not wait, too.");
    private static final Option<Boolean> ALL_OPEN = Option.flag("--all", "All that were not decided about.");

    private static final Command LIST = Command.named("list", "List what waits for a decision, newest first.")
            .options(ALL, SharedOptions.FORMAT)
            .groups(CommonOptions.GROUPS)
            .notes("What the source gives no more waits no more. It can be accepted until something newer is stored.")
            .example("ianawatch quarantine list")
            .example("ianawatch quarantine list --all --format json")
            .paged()
            .build();
    private static final Command SHOW = Command.named(
                    "show", "Show why a download was refused, and what it would change.")
            .argument(NUMBER)
            .options(SharedOptions.FORMAT)
            .groups(CommonOptions.GROUPS)
            .example("ianawatch quarantine show 1")
            .paged()
            .build();
    private static final Command ACCEPT = Command.named(
                    "accept", "Take a refused download as the newest snapshot; channels are told in one message each.")
            .argument(NUMBER)
            .group(ReportFormatOptions.GROUP)
            .group(ConfigurationOptions.GROUP)
            .groups(CommonOptions.GROUPS)
            .exits(ExitCode.PENDING, "taken, and alerts are pending")
            .example("ianawatch quarantine accept 1")
            .build();
    private static final Command DROP = Command.named("drop", "Remove refused downloads.")
            .argument(NUMBERS)
            .options(ALL_OPEN)
            .groups(CommonOptions.GROUPS)
            .example("ianawatch quarantine drop 1 2")
            .example("ianawatch quarantine drop --all")
            .build();

    public static final Command COMMAND = Command.named(
                    "quarantine", "List what the guard refused, and decide about it.")
            .subcommands(Command.Subcommands.of(List.of(LIST, SHOW, ACCEPT, DROP)))
            .group(GroupOptions.GROUP)
            .example("ianawatch quarantine list")
            .example("ianawatch quarantine show 1")
            .example("ianawatch quarantine accept 1")
            .example("ianawatch quarantine drop 1 2")
            .build();

    private final Console console;
    private final Values values;
    private final CommonOptions common;

    public QuarantineCommand(Console console, Values values) {
        this.console = console;
        this.values = values;
        this.common = new CommonOptions(values);
    }

    public int list() throws IOException, StoreBusyException, InterruptedException {
        try (Store store = common.open(console)) {
            printer()
                    .list(
                            values.has(ALL)
                                    ? store.quarantine().newestFirst()
                                    : store.quarantine().waiting());
        }
        return ExitCode.DONE;
    }

    public int show() throws IOException, StoreBusyException, InterruptedException {
        long number = values.get(NUMBER);
        try (Store store = common.open(console)) {
            QuarantineEntry entry = store.quarantine()
                    .find(number)
                    .orElseThrow(() -> new UsageException(
                            "there is no quarantine " + number + ": 'ianawatch quarantine list' shows what there is"));
            printer().show(entry, store);
        }
        return ExitCode.DONE;
    }

    private QuarantinePrinter printer() {
        return new QuarantinePrinter(console, values.get(SharedOptions.FORMAT));
    }

    public int accept() throws IOException, StoreBusyException, InterruptedException {
        Alerting alerting = Alerting.of(new ConfigurationOptions(values), common, console);
        SyncPrinter printer = new SyncPrinter(console, new ReportFormatOptions(values), false, false, false);
        boolean isPending = alerting.run(
                "quarantine accept",
                writer -> {
                    SyncResult accepted = accept(writer, alerting);
                    writer.aside(() -> printer.print(accepted));
                },
                printer::tell);
        return ExitCode.with(printer.exitCode(), isPending);
    }

    private SyncResult accept(StoreWriter writer, Alerting alerting) throws StoreBusyException, InterruptedException {
        WritableStore store = writer.store();
        try {
            return new QuarantineJob(store, console.clock(), alerting.alerts()).accept(values.get(NUMBER));
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(wrong);
        }
    }

    public int drop() throws StoreBusyException, InterruptedException {
        boolean all = values.has(ALL_OPEN);
        List<Long> named = values.all(NUMBERS);
        if (all != named.isEmpty()) {
            throw new UsageException("name the downloads by their numbers, or all that are open with --all");
        }
        try {
            List<QuarantineEntry> dropped = common.write(console, "quarantine drop", store -> {
                QuarantineJob job = new QuarantineJob(store, console.clock(), Alerts.NONE);
                return all ? job.dropAll() : job.drop(named);
            });
            if (dropped.isEmpty()) {
                console.out().println("Nothing is in quarantine.");
            }
            dropped.forEach(entry ->
                    console.out().println("Dropped quarantine " + entry.number() + " (" + entry.reason() + ")."));
            return ExitCode.DONE;
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(wrong);
        }
    }

    private static long number(String text) {
        try {
            return Readings.number(text);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    wrong.getMessage() + "; 'ianawatch quarantine list' shows the numbers", wrong);
        }
    }
}
