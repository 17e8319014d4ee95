package org.ianawatch.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ianawatch.store.Delivery;
import org.ianawatch.store.Outbox;
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
            description = "Have the next sync try deliveries, parked or pending, whenever they were due.",
            footer = {"", "Examples:", "  ianawatch deliveries retry 1", "  ianawatch deliveries retry --all"})
    int retry(@Mixin CommonOptions common, @Mixin Chosen chosen) throws StoreBusyException, InterruptedException {
        return decide(
                common,
                "deliveries retry",
                chosen,
                Outbox::retry,
                delivery -> "The next sync tries " + delivery + " again.");
    }

    @Command(
            name = "drop",
            description = "Give deliveries up.",
            footer = {"", "Examples:", "  ianawatch deliveries drop 1", "  ianawatch deliveries drop --all"})
    int drop(@Mixin CommonOptions common, @Mixin Chosen chosen) throws StoreBusyException, InterruptedException {
        return decide(common, "deliveries drop", chosen, Outbox::drop, delivery -> "Dropped " + delivery + ".");
    }

    /** Which deliveries a person decides about. */
    static final class Chosen {
        @Parameters(
                arity = "0..*",
                paramLabel = "NUMBER",
                converter = Converters.Numbers.class,
                description = "As the list has them.")
        private List<Long> numbers = List.of();

        @Option(names = "--all", description = "All that are pending or parked.")
        private boolean all;

        /** In the order that was given, or oldest first; the whole is refused when one cannot be decided about. */
        List<Delivery> of(Store store) {
            if (all == !numbers.isEmpty()) {
                throw new UsageException("name the deliveries by their numbers, or all that are open with --all");
            }
            if (all) {
                return store.outbox().newestFirst().stream()
                        .filter(delivery -> delivery.state().isOpen())
                        .sorted(Comparator.comparing(Delivery::number))
                        .toList();
            }
            return numbers.stream()
                    .distinct()
                    .map(number -> open(store, number))
                    .toList();
        }
    }

    private interface Decision {
        void on(Outbox outbox, Delivery delivery, Instant now);
    }

    private int decide(
            CommonOptions common, String command, Chosen chosen, Decision decision, UnaryOperator<String> sentence)
            throws StoreBusyException, InterruptedException {
        Instant now = console.clock().instant();
        try (WriterLock lock = common.lock(console, command);
                WritableStore store = common.openForWriting(console, lock)) {
            List<Delivery> deliveries = chosen.of(store);
            store.commit(() -> deliveries.forEach(delivery -> decision.on(store.outbox(), delivery, now)));
            deliveries.forEach(delivery -> console.out()
                    .println(sentence.apply("delivery " + delivery.number() + " by " + delivery.channel())));
            if (deliveries.isEmpty()) {
                console.out().println("No deliveries.");
            }
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
