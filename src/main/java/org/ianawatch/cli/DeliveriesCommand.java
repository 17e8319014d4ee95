package org.ianawatch.cli;

import java.io.IOException;
import org.ianawatch.store.Delivery;
import org.ianawatch.store.Store;
import org.ianawatch.store.StoreBusyException;
import org.ianawatch.store.WritableStore;
import org.ianawatch.store.WriterLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ianawatch deliveries}: the alerts that were not delivered yet. */
@Command(
        name = "deliveries",
        description = "List the alerts that are not delivered, and decide about them.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  ianawatch deliveries list",
            "  ianawatch deliveries retry 1",
            "  ianawatch deliveries drop 1"
        })
final class DeliveriesCommand implements Runnable {
    private final Console console;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it.
    private HelpOption help = new HelpOption();

    DeliveriesCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        throw new UsageException("deliveries needs to know what to do: list, retry or drop");
    }

    @Command(
            name = "list",
            description = "List what is pending or parked, newest first.",
            footer = {"", "Examples:", "  ianawatch deliveries list", "  ianawatch deliveries list --all --format json"
            })
    int list(
            @Mixin CommonOptions common,
            @Option(names = "--all", description = "List what was delivered or dropped too.") boolean all,
            @Option(
                            names = "--format",
                            paramLabel = "FORMAT",
                            defaultValue = "text",
                            converter = Converters.ListFormats.class,
                            description = "text or json.")
                    ListFormat format)
            throws IOException, StoreBusyException, InterruptedException {
        try (Store store = common.open(console)) {
            new DeliveriesPrinter(console, format)
                    .list(store.outbox().newestFirst().stream()
                            .filter(delivery -> all || delivery.state().isOpen())
                            .toList());
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "retry",
            description = "Have the next sync try a delivery, parked or pending, whenever it was due.",
            footer = {"", "Examples:", "  ianawatch deliveries retry 1"})
    int retry(
            @Mixin CommonOptions common,
            @Parameters(
                            paramLabel = "NUMBER",
                            converter = Converters.Numbers.class,
                            description = "As the list has it.")
                    long number)
            throws StoreBusyException, InterruptedException {
        try (WriterLock lock = common.lock(console, "deliveries retry");
                WritableStore store = common.openForWriting(console, lock)) {
            Delivery delivery = open(store, number);
            store.commit(() -> store.outbox().retry(delivery, console.clock().instant()));
            console.out().println("The next sync tries delivery " + number + " by " + delivery.channel() + " again.");
            return ExitCode.DONE;
        }
    }

    @Command(
            name = "drop",
            description = "Give a delivery up.",
            footer = {"", "Examples:", "  ianawatch deliveries drop 1"})
    int drop(
            @Mixin CommonOptions common,
            @Parameters(
                            paramLabel = "NUMBER",
                            converter = Converters.Numbers.class,
                            description = "As the list has it.")
                    long number)
            throws StoreBusyException, InterruptedException {
        try (WriterLock lock = common.lock(console, "deliveries drop");
                WritableStore store = common.openForWriting(console, lock)) {
            Delivery delivery = open(store, number);
            store.commit(() -> store.outbox().drop(delivery, console.clock().instant()));
            console.out().println("Dropped delivery " + number + " by " + delivery.channel() + ".");
            return ExitCode.DONE;
        }
    }

    private static Delivery open(Store store, long number) {
        Delivery delivery = store.outbox()
                .find(number)
                .orElseThrow(() -> new UsageException(
                        "there is no delivery " + number + ": 'ianawatch deliveries list' shows what there is"));
        if (!delivery.state().isOpen()) {
            throw new UsageException("delivery " + number + " was "
                    + delivery.state().word() + " before: 'ianawatch deliveries list' shows what can be decided");
        }
        return delivery;
    }
}
