package org.ianawatch.cli.listening;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ianawatch.cli.console.Console;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.ports.host.HostProcess;
import org.ianawatch.ports.host.Judgement;
import org.ianawatch.registry.Span;
import org.ianawatch.report.Style;
import org.ianawatch.report.TerminalText;
import org.ianawatch.report.TextTable;

/** Shows what listens to a person: first what matters, and of the rest how much there is. */
final class ListeningPrinter {
    private static final int WIDEST_CELL = 24;
    private static final Set<String> EVERYWHERE = Set.of("*", "0.0.0.0", "::");

    private final Console console;
    private final PrintStream out;
    private final Style style;

    ListeningPrinter(Console console) {
        this.console = console;
        this.out = console.out();
        this.style = console.style();
    }

    void print(ListeningFacts facts, boolean all) throws IOException {
        List<Finding> shown = facts.findings().stream()
                .filter(finding -> all || finding.judgement().matters())
                .toList();
        if (!shown.isEmpty()) {
            table(facts, shown);
            out.println();
        }
        out.println(summary(facts, all));
        boolean counted = facts.count(Judgement.SQUATS) > 0;
        String start = facts.since().number() == 1 ? ", where the history begins" : "";
        out.println("Judged by " + facts.snapshot().label()
                + (counted ? "; assignments are counted since " + facts.since().date() + start : "") + ".");
    }

    private void table(ListeningFacts facts, List<Finding> shown) throws IOException {
        ListeningWords words = new ListeningWords(facts);
        TextTable table = console.table()
                .text("judgement")
                .text("port")
                .text("address")
                .text("process")
                .text("registry");
        for (Finding finding : shown) {
            table.row(
                    finding.judgement().word(),
                    finding.ports() + "/" + ListeningWords.transports(finding),
                    address(finding),
                    process(finding),
                    words.reason(finding));
        }
        table.write(out);
    }

    /** Which ports those are, where the machine gives out others than RFC 6335 says. */
    private static String dynamic(Span ephemeralPorts) {
        return PortRegistry.DYNAMIC_PORTS.codes().contains(ephemeralPorts.low())
                ? ""
                : " (" + ephemeralPorts + " or a Dynamic Port)";
    }

    private String summary(ListeningFacts facts, boolean all) {
        if (facts.findings().isEmpty()) {
            return "Nothing listens (" + TerminalText.safe(facts.source()) + ").";
        }
        List<String> shown = new ArrayList<>();
        List<String> hidden = new ArrayList<>();
        for (Judgement judgement : Judgement.values()) {
            long count = facts.count(judgement);
            if (count > 0) {
                String which = judgement == Judgement.DYNAMIC ? dynamic(facts.ephemeralPorts()) : "";
                String text = count + " " + judgement.word() + which;
                (all || judgement.matters() ? shown : hidden)
                        .add(judgement == Judgement.SQUATS ? style.red(text) : text);
            }
        }
        int count = facts.findings().size();
        return count + (count == 1 ? " listener" : " listeners") + " (" + TerminalText.safe(facts.source()) + "): "
                + (shown.isEmpty() ? "none that matters" : String.join(", ", shown))
                + (hidden.isEmpty() ? "" : "; --all shows the others too: " + String.join(", ", hidden)) + ".";
    }

    private static String address(Finding finding) {
        if (finding.addresses().isEmpty()) {
            return "-";
        }
        boolean everywhere = finding.addresses().stream().anyMatch(EVERYWHERE::contains);
        return everywhere ? "*" : cut(String.join(" ", finding.addresses()));
    }

    /** In the manner of a log: {@code nginx[812]}, with the number of further processes of the name. */
    private static String process(Finding finding) {
        Map<String, List<HostProcess>> byName = finding.processes().stream()
                .collect(Collectors.groupingBy(HostProcess::shownName, LinkedHashMap::new, Collectors.toList()));
        String text = byName.values().stream()
                .map(alike -> alike.get(0) + (alike.size() == 1 ? "" : "+" + (alike.size() - 1)))
                .collect(Collectors.joining(" "));
        return text.isEmpty() ? "-" : cut(text);
    }

    private static String cut(String text) {
        return TerminalText.cut(TerminalText.safe(text), WIDEST_CELL);
    }
}
