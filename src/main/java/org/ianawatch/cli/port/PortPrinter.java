package org.ianawatch.cli.port;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ianawatch.answer.PortFacts;
import org.ianawatch.answer.Snapshots;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.Dates;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.CodeRange;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.SiteUse;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.report.Sentence;
import org.ianawatch.report.Style;
import org.ianawatch.report.TerminalText;
import org.ianawatch.report.TextTable;
import org.ianawatch.store.RecordedChange;

/** Shows what is known of ports to a person. */
public final class PortPrinter {
    private static final List<Column> SHOWN = List.of(
            PortRegistry.DESCRIPTION,
            PortRegistry.ASSIGNEE,
            PortRegistry.CONTACT,
            PortRegistry.REGISTRATION_DATE,
            PortRegistry.MODIFICATION_DATE,
            PortRegistry.REFERENCE,
            PortRegistry.UNAUTHORIZED_USE_REPORTED,
            PortRegistry.ASSIGNMENT_NOTES);

    private static final int INDENT_OF_VALUES = 30;
    private static final int NARROWEST_VALUE = 20;

    private final Console console;
    private final PrintStream out;
    private final Style style;

    PortPrinter(Console console) {
        this.console = console;
        this.out = console.out();
        this.style = console.style();
    }

    /** Prints what is known of ports. */
    void print(PortFacts facts, Snapshots snapshots) throws IOException {
        for (CodeRange range : facts.classes()) {
            String kind = facts.ports().size() == 1 ? " Port" : " Ports";
            String title = facts.ports() + " " + range.word() + kind;
            List<String> lines = TerminalText.wrap(
                    title + " (" + range.codes() + ", " + range.rule() + "; RFC 6335)", console.columns());
            out.println(style.bold(title) + String.join("\n", lines).substring(title.length()));
        }
        for (SiteUse siteUse : facts.uses().orElse(List.of())) {
            out.println("Used here: " + TerminalText.safe(siteUse.label()) + " (since " + Dates.day(siteUse.addedAt())
                    + ")");
        }
        for (Object listener : facts.listening().orElse(List.of())) {
            out.println("Listens here: " + TerminalText.safe(listener.toString()));
        }
        out.println();
        states(facts, snapshots);
        services(facts);
        out.println();
        neighbour("below", facts.below());
        neighbour("above", facts.above());
        out.println();
        changes(facts, snapshots);
    }

    private void states(PortFacts facts, Snapshots snapshots) throws IOException {
        TextTable table = console.table()
                .text("ports")
                .text("status")
                .text("services")
                .text("block")
                .number("seen")
                .text("since");
        Dates dates = new Dates(snapshots);
        for (PortFacts.State state : facts.states()) {
            Span block = state.block();
            table.row(
                    state.ports() + "/" + names(state.transports()),
                    state.status().word(),
                    services(state),
                    block == null ? "-" : block + (block.size() == 1 ? "" : " (" + block.size() + " ports)"),
                    Integer.toString(state.snapshots()),
                    dates.of(state.since()) + (state.sinceSnapshot() == 1 ? " or before" : ""));
        }
        table.write(out);
    }

    private static String services(PortFacts.State state) {
        return state.services().isEmpty()
                ? "-"
                : state.services().stream().map(PortPrinter::named).collect(Collectors.joining(" "));
    }

    private static String named(String service) {
        return service.isEmpty() ? "(no service name)" : service;
    }

    private void services(PortFacts facts) {
        Map<List<String>, List<Entry>> byDetails = new LinkedHashMap<>();
        for (Entry registration : facts.registrations()) {
            byDetails
                    .computeIfAbsent(details(registration), unused -> new ArrayList<>())
                    .add(registration);
        }
        for (List<Entry> alike : byDetails.values()) {
            out.println();
            out.println(style.bold(alike.get(0).value(PortRegistry.PORT_NUMBER) + "/" + names(transports(alike))) + " "
                    + alike.stream()
                            .map(registration -> TerminalText.safe(named(registration.name())))
                            .distinct()
                            .collect(Collectors.joining(", ")));
            for (Column column : SHOWN) {
                String value = TerminalText.safe(alike.get(0).value(column));
                if (!value.isEmpty()) {
                    int columns = Math.max(NARROWEST_VALUE, console.columns() - INDENT_OF_VALUES);
                    out.printf(
                            "    %-26s%s%n",
                            column.title(),
                            String.join("\n" + " ".repeat(INDENT_OF_VALUES), TerminalText.wrap(value, columns)));
                }
            }
        }
    }

    private static List<Space> transports(List<Entry> registrations) {
        return registrations.stream()
                .flatMap(registration -> registration.spaces().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** What rows must have in common to be shown as one. */
    private static List<String> details(Entry registration) {
        List<String> details = new ArrayList<>();
        details.add(registration.value(PortRegistry.PORT_NUMBER));
        SHOWN.forEach(column -> details.add(registration.value(column)));
        return details;
    }

    private void neighbour(String where, List<Entry> registrations) {
        if (registrations.isEmpty()) {
            out.println("Next assigned " + where + ": none");
            return;
        }
        Map<String, String> byService = registrations.stream()
                .collect(Collectors.toMap(
                        Entry::name,
                        registration -> names(registration.spaces()),
                        (one, other) -> one + "," + other,
                        LinkedHashMap::new));
        String services = byService.entrySet().stream()
                .map(entry -> TerminalText.safe(named(entry.getKey())) + " (" + entry.getValue() + ")")
                .collect(Collectors.joining(", "));
        out.println("Next assigned " + where + ": " + registrations.get(0).value(PortRegistry.PORT_NUMBER) + " "
                + services);
    }

    private void changes(PortFacts facts, Snapshots snapshots) throws IOException {
        String span = span(facts, snapshots);
        List<RecordedChange> telling = facts.changes().stream()
                .filter(recorded -> recorded.change().isTelling())
                .toList();
        if (telling.isEmpty()) {
            out.println("No change " + span + ".");
            return;
        }
        out.println("Changes " + span + ":");
        Dates dates = new Dates(snapshots);
        TextTable table = console.table().text("observed").number("#").text("change");
        for (RecordedChange recorded : telling) {
            table.row(
                    dates.of(recorded.observedAt()),
                    Integer.toString(recorded.snapshot()),
                    Sentence.of(recorded.change()).text());
        }
        table.write(out);
    }

    private static String span(PortFacts facts, Snapshots snapshots) {
        int count = facts.snapshot();
        String day = Dates.day(facts.observedAt());
        return count == 1
                ? "in the one snapshot of " + day
                : "in " + count + " snapshots, " + Dates.day(snapshots.observedAt(1)) + " to " + day;
    }

    /** The names of transports, or {@code all} for the four of RFC 6335. */
    public static String names(List<Space> transports) {
        return transports.equals(Space.ALL)
                ? "all"
                : transports.stream().map(Space::name).collect(Collectors.joining(","));
    }
}
