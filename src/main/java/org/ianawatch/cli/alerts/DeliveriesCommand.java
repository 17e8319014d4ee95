package org.ianawatch.cli.alerts;

import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ianawatch.cli.command.Argument;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Option;
import org.ianawatch.cli.command.Values;
import org.ianawatch.cli.console.CommonOptions;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.ExitCode;
import org.ianawatch.cli.console.GroupOptions;
import org.ianawatch.cli.console.Readings;
import org.ianawatch.cli.console.SharedOptions;
import org.ianawatch.cli.console.UsageException;
import org.ianawatch.store.Delivery;
import org.ianawatch.store.Outbox;
import org.ianawatch.store.Store;
import org.ianawatch.store.home.StoreBusyException;

/** {@code ianawatch deliveries}: the alerts that were not delivered yet. */
public final class DeliveriesCommand {
    private static final Argument<Long> NUMBERS =
            Argument.any("NUMBER", Readings::number, "Which, as the list has them.");
    private static final Option<Boolean> ALL = Option.flag("--all", "List what was delivered or dropped too.");
    private static final Option<Boolean> ALL_OPEN = Option.flag("--all", "All that are pending or parked.");

    private static final Command LIST = Command.named("list", "List what is pending or parked, newest first.")
            .options(ALL, SharedOptions.TABLE_FORMAT)
            .groups(CommonOptions.GROUPS)
            .example("ianawatch deliveries list")
            .example("ianawatch deliveries list --all --format json")
            .paged()
            .build();
    private static final Command RETRY = Command.named(
                    "retry", "Have the next sync try deliveries, parked or pending, whenever they were due.")
            .argument(NUMBERS)
            .options(ALL_OPEN)
            .groups(CommonOptions.GROUPS)
            .example("ianawatch deliveries retry 1")
            .example("ianawatch deliveries retry --all")
            .build();
    private static final Command DROP = Command.named("drop", "Give deliveries up.")
            .argument(NUMBERS)
            .options(ALL_OPEN)
            .groups(CommonOptions.GROUPS)
            .example("ianawatch deliveries drop 1")
            .example("ianawatch deliveries drop --all")
            .build();

    public static final Command COMMAND = Command.named(
                    "deliveries", "List the alerts that are not delivered, and decide about them.")
            .subcommands(Command.Subcommands.of(List.of(LIST, RETRY, DROP)))
            .group(GroupOptions.GROUP)
            .example("ianawatch deliveries list")
            .example("ianawatch deliveries retry 1")
            .example("ianawatch deliveries drop 1")
            .build();

    private final Console console;
    private final Values values;
    private final CommonOptions common;

    public DeliveriesCommand(Console console, Values values) {
        this.console = console;
        this.values = values;
        this.common = new CommonOptions(values);
    }

    public int list() throws IOException, StoreBusyException, InterruptedException {
        boolean all = values.has(ALL);
        try (Store store = common.open(console)) {
            new DeliveriesPrinter(console, values.get(SharedOptions.TABLE_FORMAT))
                    .list(store.outbox().newestFirst().stream()
                            .filter(delivery -> all || delivery.state().isOpen())
                            .toList());
        }
        return ExitCode.DONE;
    }

    public int retry() throws StoreBusyException, InterruptedException {
        return decide("deliveries retry", Outbox::retry, delivery -> "The next sync tries " + delivery + " again.");
    }

    public int drop() throws StoreBusyException, InterruptedException {
        return decide("deliveries drop", Outbox::drop, delivery -> "Dropped " + delivery + ".");
    }

    private interface Decision {
        void on(Outbox outbox, Delivery delivery, Instant now);
    }

    private int decide(String command, Decision decision, UnaryOperator<String> sentence)
            throws StoreBusyException, InterruptedException {
        Instant now = console.clock().instant();
        List<Delivery> deliveries = common.write(console, command, store -> {
            List<Delivery> chosen = chosen(store);
            store.commit(() -> chosen.forEach(delivery -> decision.on(store.outbox(), delivery, now)));
            return chosen;
        });
        deliveries.forEach(delivery ->
                console.out().println(sentence.apply("delivery " + delivery.number() + " by " + delivery.channel())));
        if (deliveries.isEmpty()) {
            console.out().println("No deliveries.");
        }
        return ExitCode.DONE;
    }

    /** In the order that was given, or oldest first; the whole is refused when one cannot be decided about. */
    private List<Delivery> chosen(Store store) {
        boolean all = values.has(ALL_OPEN);
        List<Long> numbers = values.all(NUMBERS);
        if (all != numbers.isEmpty()) {
            throw new UsageException("name the deliveries by their numbers, or all that are open with --all");
        }
        if (all) {
            return store.outbox().newestFirst().stream()
                    .filter(delivery -> delivery.state().isOpen())
                    .sorted(Comparator.comparing(Delivery::number))
                    .toList();
        }
        return numbers.stream().distinct().map(number -> open(store, number)).toList();
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
