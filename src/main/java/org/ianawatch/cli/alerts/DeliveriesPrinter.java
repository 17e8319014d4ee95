package org.ianawatch.cli.alerts;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.TableCsv;
import org.ianawatch.cli.console.TableFormat;
import org.ianawatch.report.Json;
import org.ianawatch.report.Members;
import org.ianawatch.report.TerminalText;
import org.ianawatch.store.Delivery;
import org.ianawatch.store.OutgoingMessage;
import org.jspecify.annotations.Nullable;

/** Shows deliveries, each with its message's subject and why it failed. */
final class DeliveriesPrinter {
    /** What {@code docs/json.md} describes. */
    private record Listed(
            long number,
            Delivery.State state,
            String channel,
            String messageId,
            String kind,
            String rule,
            String subject,
            Instant createdAt,
            int tries,
            @Nullable Instant nextTryAt,
            @Nullable String reason,
            Instant changedAt) {
        static Listed of(Delivery delivery) {
            OutgoingMessage message = delivery.message();
            return new Listed(
                    delivery.number(),
                    delivery.state(),
                    delivery.channel(),
                    message.id(),
                    message.kind(),
                    message.rule(),
                    message.subject(),
                    message.createdAt(),
                    delivery.tries(),
                    delivery.nextTryAt(),
                    delivery.reason(),
                    delivery.changedAt());
        }
    }

    private final Console console;
    private final TableFormat format;

    DeliveriesPrinter(Console console, TableFormat format) {
        this.console = console;
        this.format = format;
    }

    void list(List<Delivery> deliveries) throws IOException {
        if (format != TableFormat.TEXT) {
            List<Listed> list = deliveries.stream().map(Listed::of).toList();
            if (format == TableFormat.CSV) {
                TableCsv.write(Members.keys(Listed.class), list, console.out());
            } else {
                Json.write(list, console.out());
            }
            return;
        }
        if (deliveries.isEmpty()) {
            console.out().println("No deliveries.");
        }
        deliveries.forEach(this::print);
    }

    private void print(Delivery delivery) {
        String what = "delivery " + delivery.number() + " by " + delivery.channel() + ": "
                + delivery.state().word();
        console.out().println(console.style().bold(what));
        console.out().println("    " + TerminalText.safe(delivery.message().subject()));
        console.out()
                .println("    " + rules(delivery.message().rule()) + "; written "
                        + delivery.message().createdAt().truncatedTo(ChronoUnit.SECONDS) + tries(delivery));
        String reason = delivery.reason();
        if (reason != null) {
            console.out().println("    last failure: " + TerminalText.safe(reason));
        }
    }

    private static String tries(Delivery delivery) {
        String tried = ", tried " + delivery.tries() + (delivery.tries() == 1 ? " time" : " times");
        var next = delivery.nextTryAt();
        return next == null ? tried : tried + ", due " + next.truncatedTo(ChronoUnit.SECONDS);
    }

    private static String rules(String names) {
        return (names.contains(",") ? "rules " : "rule ") + names;
    }
}
