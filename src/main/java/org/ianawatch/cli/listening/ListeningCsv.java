package org.ianawatch.cli.listening;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.ianawatch.csv.CsvLine;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.report.TerminalText;

/** Writes what listens for spreadsheets; {@code docs/csv.md} describes every column. */
final class ListeningCsv {
    private static final List<String> HEADER = List.of(
            "judgement",
            "ports",
            "transports",
            "addresses",
            "processes",
            "status",
            "services",
            "block",
            "block_before",
            "block_before_size",
            "block_before_assigned",
            "reason");

    private ListeningCsv() {}

    static void write(ListeningFacts facts, Appendable out) throws IOException {
        ListeningWords words = new ListeningWords(facts);
        out.append(CsvLine.of(HEADER)).append('\n');
        for (Finding finding : facts.findings()) {
            List<String> values = new ArrayList<>(values(finding));
            values.add(words.reason(finding));
            values.replaceAll(TerminalText::safe);
            out.append(CsvLine.of(values)).append('\n');
        }
    }

    private static List<String> values(Finding finding) {
        Span before = finding.blockBefore();
        return List.of(
                finding.judgement().word(),
                finding.ports().toString(),
                finding.transports().stream().map(Space::name).collect(Collectors.joining(" ")),
                String.join(" ", finding.addresses()),
                finding.processes().stream()
                        .map(process -> process.shownName() + "[" + process.id() + "]")
                        .collect(Collectors.joining(" ")),
                finding.status().word(),
                String.join(" ", finding.services()),
                Objects.toString(finding.block(), ""),
                Objects.toString(before, ""),
                before == null ? "" : Integer.toString(before.size()),
                before == null ? "" : Integer.toString(finding.assignedOfBlock()));
    }
}
