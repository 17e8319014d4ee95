package org.ianawatch.cli.alerts;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.TableCsv;
import org.ianawatch.cli.console.TableFormat;
import org.ianawatch.report.Json;
import org.ianawatch.report.TerminalText;
import org.ianawatch.store.Delivery;
import org.jspecify.annotations.Nullable;

/** Shows deliveries, each with its message's subject and why it failed. */
final class DeliveriesPrinter {
    private static final List<String> COLUMNS = List.of(
            "number",
            "state",
            "channel",
            "message_id",
            "kind",
            "rule",
            "subject",
            "created_at",
            "tries",
            "next_try_at",
            "reason",
            "changed_at");

    private final Console console;
    private final TableFormat format;

    DeliveriesPrinter(Console console, TableFormat format) {
        this.console = console;
        this.format = format;
    }

    void list(List<Delivery> deliveries) throws IOException {
        if (format != TableFormat.TEXT) {
            List<Map<String, @Nullable Object>> list = new ArrayList<>();
            deliveries.forEach(delivery -> list.add(json(delivery)));
            if (format == TableFormat.CSV) {
                TableCsv.write(COLUMNS, list, console.out());
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

    private static Map<String, @Nullable Object> json(Delivery delivery) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("number", delivery.number());
        object.put("state", delivery.state().word());
        object.put("channel", delivery.channel());
        object.put("message_id", delivery.message().id());
        object.put("kind", delivery.message().kind());
        object.put("rule", delivery.message().rule());
        object.put("subject", delivery.message().subject());
        object.put("created_at", delivery.message().createdAt());
        object.put("tries", delivery.tries());
        object.put("next_try_at", delivery.nextTryAt());
        object.put("reason", delivery.reason());
        object.put("changed_at", delivery.changedAt());
        return object;
    }
}
