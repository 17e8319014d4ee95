package org.ianawatch.cli;

import java.io.IOException;
import java.util.List;
import org.ianawatch.store.QuarantineEntry;
import org.ianawatch.store.Store;
import org.ianawatch.store.StoreBusyException;
import org.ianawatch.store.WritableStore;
import org.ianawatch.store.WriterLock;
import org.ianawatch.sync.Alerts;
import org.ianawatch.sync.QuarantineJob;
import org.ianawatch.sync.SyncResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code ianawatch quarantine}: what the guard refused. */
@Command(
        name = "quarantine",
        description = "List what the guard refused, and decide about it.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  ianawatch quarantine list",
            "  ianawatch quarantine show 1",
            "  ianawatch quarantine accept 1",
            "  ianawatch quarantine drop 1 2"
        })
final class QuarantineCommand implements Runnable {
    private final Console console;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it.
    private HelpOption help = new HelpOption();

    QuarantineCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        throw new UsageException("quarantine needs to know what to do: list, show, accept or drop");
    }

    @Command(
            name = "list",
            description = "List what waits for a decision, newest first.",
            footer = {
                "",
                "What the source gives no more waits no more. It can be accepted until something newer is stored.",
                "",
                "Examples:",
                "  ianawatch quarantine list",
                "  ianawatch quarantine list --all --format json"
            })
    int list(
            @Mixin CommonOptions common,
            @Option(names = "--all", description = "List what does not wait, too.") boolean all,
            @Option(
                            names = "--format",
                            paramLabel = "FORMAT",
                            defaultValue = "text",
                            converter = Converters.ListFormats.class,
                            description = "text or json.")
                    ListFormat format)
            throws IOException, StoreBusyException, InterruptedException {
        try (Store store = common.open(console)) {
            new QuarantinePrinter(console, format)
                    .list(
                            all
                                    ? store.quarantine().newestFirst()
                                    : store.quarantine().waiting());
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "show",
            description = "Show why a download was refused, and what it would change.",
            footer = {"", "Examples:", "  ianawatch quarantine show 1"})
    int show(
            @Mixin CommonOptions common,
            @Parameters(
                            paramLabel = "NUMBER",
                            converter = Converters.Numbers.class,
                            description = "As the list has it.")
                    long number,
            @Option(
                            names = "--format",
                            paramLabel = "FORMAT",
                            defaultValue = "text",
                            converter = Converters.ListFormats.class,
                            description = "text or json.")
                    ListFormat format)
            throws IOException, StoreBusyException, InterruptedException {
        try (Store store = common.open(console)) {
            QuarantineEntry entry = store.quarantine()
                    .find(number)
                    .orElseThrow(() -> new UsageException(
                            "there is no quarantine " + number + ": 'ianawatch quarantine list' shows what there is"));
            new QuarantinePrinter(console, format).show(entry, store);
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "accept",
            description = "Take a refused download as the newest snapshot; rules are told in one summary.",
            footer = {"", "Examples:", "  ianawatch quarantine accept 1"})
    int accept(
            @Mixin CommonOptions common,
            @Mixin ConfigurationOptions configuration,
            @Mixin ReportFormatOptions format,
            @Parameters(
                            paramLabel = "NUMBER",
                            converter = Converters.Numbers.class,
                            description = "As the list has it.")
                    long number)
            throws IOException, StoreBusyException, InterruptedException {
        Alerting alerting = Alerting.of(configuration, console);
        try (WriterLock lock = common.lock(console, "quarantine accept")) {
            SyncResult result = accept(common, lock, alerting, number);
            new SyncPrinter(console, format, false, false).print(result);
            boolean isPending = alerting.send(lock, common.home(console), common.patience());
            return isPending ? ExitCode.PENDING : ExitCode.DONE;
        }
    }

    private SyncResult accept(CommonOptions common, WriterLock lock, Alerting alerting, long number)
            throws StoreBusyException, InterruptedException {
        try (WritableStore store = common.openForWriting(console, lock)) {
            return new QuarantineJob(store, console.clock(), alerting.alerts()).accept(number);
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(wrong);
        }
    }

    @Command(
            name = "drop",
            description = "Remove refused downloads.",
            footer = {"", "Examples:", "  ianawatch quarantine drop 1 2", "  ianawatch quarantine drop --all"})
    int drop(
            @Mixin CommonOptions common,
            @Option(names = "--all", description = "All that were not decided about.") boolean all,
            @Parameters(arity = "0..*", paramLabel = "NUMBER", description = "As the list has it.") @Nullable
                    List<String> numbers)
            throws StoreBusyException, InterruptedException {
        List<Long> named = numbers == null
                ? List.of()
                : numbers.stream().map(QuarantineCommand::number).toList();
        if (all != named.isEmpty()) {
            throw new UsageException("name the downloads by their numbers, or all that are open with --all");
        }
        try (WriterLock lock = common.lock(console, "quarantine drop");
                WritableStore store = common.openForWriting(console, lock)) {
            QuarantineJob job = new QuarantineJob(store, console.clock(), Alerts.NONE);
            List<QuarantineEntry> dropped = all ? job.dropAll() : job.drop(named);
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

    /** Of several values picocli leaves out those that it cannot convert, and calls them unmatched. */
    private static long number(String text) {
        try {
            return new Converters.Numbers().convert(text);
        } catch (TypeConversionException wrong) {
            throw new UsageException(wrong.getMessage() + ": 'ianawatch quarantine list' shows the numbers");
        }
    }
}
