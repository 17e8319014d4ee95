package org.ianawatch.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.PortRange;
import org.ianawatch.registry.RangeClass;
import org.ianawatch.registry.Registration;
import org.ianawatch.registry.Transport;
import org.ianawatch.report.Sentence;
import org.ianawatch.report.Style;
import org.ianawatch.report.TerminalText;
import org.ianawatch.report.TextTable;
import org.ianawatch.store.PortState;
import org.ianawatch.store.RecordedChange;
import org.ianawatch.store.SnapshotEntry;

/** Shows what is known of ports to a person. */
final class PortPrinter {
    private static final List<Column> SHOWN = List.of(
            Column.DESCRIPTION,
            Column.ASSIGNEE,
            Column.CONTACT,
            Column.REGISTRATION_DATE,
            Column.MODIFICATION_DATE,
            Column.REFERENCE,
            Column.UNAUTHORIZED_USE_REPORTED,
            Column.ASSIGNMENT_NOTES);

    private final PrintStream out;
    private final Style style;

    PortPrinter(PrintStream out, Style style) {
        this.out = out;
        this.style = style;
    }

    void print(PortFacts facts) throws IOException {
        for (RangeClass rangeClass : facts.classes()) {
            String kind = facts.ports().size() == 1 ? " Port" : " Ports";
            out.println(style.bold(facts.ports() + " " + rangeClass.title() + kind) + " (" + rangeClass.ports() + ", "
                    + rangeClass.rule() + "; RFC 6335)");
        }
        out.println();
        states(facts);
        services(facts);
        out.println();
        neighbour("below", facts.below());
        neighbour("above", facts.above());
        out.println();
        changes(facts);
    }

    private void states(PortFacts facts) throws IOException {
        TextTable table = new TextTable(style)
                .text("ports")
                .text("status")
                .text("services")
                .text("block")
                .number("snapshots")
                .text("since");
        for (Map.Entry<PortState, List<Transport>> entry : facts.states().entrySet()) {
            PortState state = entry.getKey();
            PortRange block = state.block();
            table.row(
                    state.ports() + "/" + names(entry.getValue()),
                    state.status().word(),
                    state.services().isEmpty() ? "-" : String.join(" ", state.services()),
                    block == null ? "-" : block + (block.size() == 1 ? "" : " (" + block.size() + " ports)"),
                    Integer.toString(facts.snapshot().number() - state.since() + 1),
                    since(facts, state));
        }
        table.write(out);
    }

    private static String since(PortFacts facts, PortState state) {
        SnapshotEntry first = facts.snapshots().get(state.since());
        String date = first == null ? "" : first.date().toString();
        return state.since() == 1 ? date + " or before" : date;
    }

    private void services(PortFacts facts) throws IOException {
        Map<List<String>, String> transports = new LinkedHashMap<>();
        for (Registration registration : facts.registrations()) {
            List<String> details = details(registration);
            transports.merge(details, names(registration.transports()), (one, other) -> one + "," + other);
        }
        for (Map.Entry<List<String>, String> entry : transports.entrySet()) {
            List<String> details = entry.getKey();
            out.println();
            out.println(style.bold(details.get(0) + "/" + entry.getValue()) + " " + details.get(1));
            for (int index = 0; index < SHOWN.size(); index++) {
                String value = details.get(index + 2);
                if (!value.isEmpty()) {
                    out.printf("    %-26s%s%n", SHOWN.get(index).title(), value);
                }
            }
        }
    }

    private static List<String> details(Registration registration) {
        List<String> details = new ArrayList<>();
        details.add(registration.value(Column.PORT_NUMBER));
        details.add(TerminalText.safe(registration.service().isEmpty() ? "(no service name)" : registration.service()));
        SHOWN.forEach(column -> details.add(TerminalText.safe(registration.value(column))));
        return details;
    }

    private void neighbour(String where, List<Registration> registrations) {
        if (registrations.isEmpty()) {
            out.println("Next assigned " + where + ": none");
            return;
        }
        Map<String, String> byService = registrations.stream()
                .collect(Collectors.toMap(
                        Registration::service,
                        registration -> names(registration.transports()),
                        (one, other) -> one + "," + other,
                        LinkedHashMap::new));
        String services = byService.entrySet().stream()
                .map(entry -> TerminalText.safe(entry.getKey().isEmpty() ? "(no service name)" : entry.getKey()) + " ("
                        + entry.getValue() + ")")
                .collect(Collectors.joining(", "));
        out.println("Next assigned " + where + ": " + registrations.get(0).value(Column.PORT_NUMBER) + " " + services);
    }

    private void changes(PortFacts facts) throws IOException {
        SnapshotEntry first = facts.snapshots().get(1);
        String span = "in " + facts.snapshot().number() + (facts.snapshot().number() == 1 ? " snapshot" : " snapshots")
                + (first == null
                        ? ""
                        : ", " + first.date() + " to " + facts.snapshot().date());
        if (facts.changes().isEmpty()) {
            out.println("No change " + span + ".");
            return;
        }
        out.println("Changes " + span + ":");
        TextTable table = new TextTable(style).text("observed").number("#").text("change");
        for (RecordedChange recorded : facts.changes()) {
            table.row(
                    LogPrinter.date(recorded.observedAt()),
                    Integer.toString(recorded.snapshot()),
                    Sentence.of(recorded.change()).text());
        }
        table.write(out);
    }

    private static String names(List<Transport> transports) {
        return transports.equals(Transport.ALL)
                ? "all"
                : transports.stream().map(Transport::name).collect(Collectors.joining(","));
    }
}
