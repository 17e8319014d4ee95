package org.ianawatch.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.ianawatch.csv.CsvLine;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.diff.FieldChange;
import org.ianawatch.diff.Mark;
import org.ianawatch.diff.Wording;
import org.jspecify.annotations.Nullable;

/**
 * For spreadsheets and SQL: one line a change and value, and one line for a change without values; {@code docs/csv.md}
 * describes every column.
 */
public final class CsvReport implements Report {
    private static final List<String> HEADER = List.of(
            "change",
            "kind",
            "ports",
            "transports",
            "service",
            "service_before",
            "was",
            "now",
            "block",
            "cosmetic",
            "silent",
            "column",
            "value_before",
            "value_after");

    private static final List<String> REGISTRY_HEADER = List.of(
            "change",
            "kind",
            "value",
            "codes",
            "scope",
            "name",
            "name_before",
            "was",
            "now",
            "block",
            "cosmetic",
            "marks",
            "expires",
            "column",
            "value_before",
            "value_after");

    @Override
    public void write(ChangeSet changes, ReportOptions options, Appendable out) throws IOException {
        out.append(CsvLine.of(changes.compared() == null ? HEADER : REGISTRY_HEADER))
                .append('\n');
        int number = 0;
        for (Change change : changes.changes()) {
            number++;
            Wording wording = change.wording();
            List<String> said = wording == null ? said(number, change) : said(number, change, wording);
            List<FieldChange> details = Details.of(change);
            for (FieldChange detail : details) {
                writeLine(said, detail.column().title(), detail.before(), detail.after(), out);
            }
            if (details.isEmpty()) {
                writeLine(said, "", "", "", out);
            }
        }
    }

    private static List<String> said(int number, Change change) {
        Facts facts = change.accept(FACTS);
        List<String> transports = new ArrayList<>();
        change.spaces().forEach(transport -> transports.add(transport.name()));
        return List.of(
                Integer.toString(number),
                change.kind().word(),
                text(change.span()),
                String.join(" ", transports),
                facts.service(),
                facts.before(),
                facts.was(),
                facts.now(),
                facts.block(),
                Boolean.toString(change.isCosmetic()),
                Boolean.toString(change instanceof Change.Amended amended && amended.isSilent()));
    }

    /** Of a registry that is not of ports. */
    private static List<String> said(int number, Change change, Wording wording) {
        Facts facts = change.accept(FACTS);
        return List.of(
                Integer.toString(number),
                change.kind().word(),
                wording.value(),
                text(wording.codes()),
                String.join(" / ", wording.scope().values()),
                facts.service(),
                facts.before(),
                facts.was(),
                facts.now(),
                text(wording.block()),
                Boolean.toString(wording.isCosmetic()),
                wording.marks().stream().map(Mark::word).collect(Collectors.joining(" ")),
                text(wording.expires()));
    }

    private static void writeLine(List<String> said, String column, String before, String after, Appendable out)
            throws IOException {
        List<String> values = new ArrayList<>(said);
        values.addAll(List.of(column, before, after));
        values.replaceAll(TerminalText::safeLines);
        out.append(CsvLine.of(values)).append('\n');
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    /** What only some kinds have; empty where a kind has it not. */
    private record Facts(String service, String before, String was, String now, String block) {}

    private static final Change.Visitor<Facts> FACTS = new Change.Visitor<>() {
        @Override
        public Facts assigned(Change.Assigned change) {
            return new Facts(change.name(), "", change.was().word(), "", text(change.block()));
        }

        @Override
        public Facts deassigned(Change.Deassigned change) {
            return new Facts(change.name(), "", "", change.now().word(), "");
        }

        @Override
        public Facts renamed(Change.Renamed change) {
            return new Facts(change.name(), change.before(), "", "", "");
        }

        @Override
        public Facts reclassified(Change.Reclassified change) {
            return new Facts("", "", change.was().word(), "", "");
        }

        @Override
        public Facts amended(Change.Amended change) {
            return new Facts(change.name(), "", "", "", "");
        }
    };
}
