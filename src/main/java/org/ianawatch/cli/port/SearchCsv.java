package org.ianawatch.cli.port;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ianawatch.answer.Found;
import org.ianawatch.csv.CsvLine;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Entry;
import org.ianawatch.report.TerminalText;

/** Writes what a search found for spreadsheets; {@code docs/csv.md} describes every column. */
final class SearchCsv {
    private SearchCsv() {}

    static void write(SearchResults results, Appendable out) throws IOException {
        List<String> header = new ArrayList<>(List.of("match", "from", "until"));
        PortRegistry.COLUMNS.forEach(column -> header.add(column.title()));
        out.append(CsvLine.of(header)).append('\n');
        for (Found found : results.shown()) {
            for (Entry registration : found.registrations()) {
                List<String> values = new ArrayList<>();
                values.add(found.match().word());
                values.add(results.isAllTime() ? results.from(found).toString() : "");
                values.add(results.isAllTime() ? Objects.toString(results.until(found), "") : "");
                values.addAll(registration.values());
                values.replaceAll(TerminalText::safeLines);
                out.append(CsvLine.of(values)).append('\n');
            }
        }
    }
}
