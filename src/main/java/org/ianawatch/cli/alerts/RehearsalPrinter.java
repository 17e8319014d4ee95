package org.ianawatch.cli.alerts;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ianawatch.alert.Message;
import org.ianawatch.alert.MessageJson;
import org.ianawatch.alert.Rehearsal;
import org.ianawatch.alert.Rule;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.Dates;
import org.ianawatch.cli.console.ListFormat;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.FieldChange;
import org.ianawatch.report.Details;
import org.ianawatch.report.Grouping;
import org.ianawatch.report.Json;
import org.ianawatch.report.Sentence;
import org.ianawatch.report.TerminalText;
import org.jspecify.annotations.Nullable;

/** Shows messages that are not sent. */
final class RehearsalPrinter {
    private static final String INDENT = "    ";

    private final Console console;
    private final ListFormat format;

    RehearsalPrinter(Console console, ListFormat format) {
        this.console = console;
        this.format = format;
    }

    void print(Rule rule, Rehearsal rehearsal) throws IOException {
        if (format == ListFormat.JSON) {
            Json.write(json(rule, rehearsal), console.out());
            return;
        }
        rehearsal.messages().forEach(this::message);
        String waiting = rehearsal.waiting() == 0
                ? ""
                : "; " + count(rehearsal.waiting(), "change") + " would wait for the next digest";
        String messages = rehearsal.messages().isEmpty()
                ? "No message"
                : count(rehearsal.messages().size(), "message") + " with " + count(rehearsal.changes(), "change");
        console.out()
                .println(messages + " by rule '" + rule.name() + "' to " + String.join(", ", rule.channels()) + waiting
                        + ". Nothing was sent.");
    }

    private void message(Message message) {
        PrintStream out = console.out();
        out.println(Dates.day(message.createdAt()) + " " + console.style().bold(message.subject()));
        out.println(INDENT + message.lead());
        for (List<Message.Item> group : Grouping.of(message.items(), Message.Item::change)) {
            Change first = group.get(0).change();
            out.println(INDENT
                    + Sentence.of(group.stream().map(Message.Item::change).toList()));
            group.stream()
                    .map(Message.Item::meaning)
                    .filter(Objects::nonNull)
                    .distinct()
                    .forEach(meaning -> out.println(INDENT + INDENT + meaning));
            for (FieldChange detail : Details.forPeople(first)) {
                out.println(INDENT + INDENT + detail.column().title() + ": " + values(detail));
            }
        }
        out.println();
    }

    private static String values(FieldChange detail) {
        String before = TerminalText.safe(detail.before());
        String after = TerminalText.safe(detail.after());
        return before.isEmpty() ? after : after.isEmpty() ? "was " + before : before + " -> " + after;
    }

    private static Map<String, @Nullable Object> json(Rule rule, Rehearsal rehearsal) {
        List<Object> messages = new ArrayList<>();
        rehearsal.messages().forEach(message -> messages.add(MessageJson.of(message)));
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("rule", rule.name());
        object.put("channels", rule.channels());
        object.put("digest", rule.digest().words());
        object.put("messages", messages);
        object.put("changes", rehearsal.changes());
        object.put("waiting", rehearsal.waiting());
        return object;
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
