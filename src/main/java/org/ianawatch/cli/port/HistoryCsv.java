package org.ianawatch.cli.port;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.answer.RowLife;
import org.ianawatch.answer.RowStep;
import org.ianawatch.cli.console.TableCsv;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.report.EntryJson;
import org.ianawatch.report.Members;
import org.jspecify.annotations.Nullable;

/** Writes the lives of rows for spreadsheets; {@code docs/csv.md} describes every column. */
final class HistoryCsv {
    private HistoryCsv() {}

    /** A line for each version, with its twelve values; a row that is gone has a last one without them. */
    static void write(List<RowLife> lives, Appendable out) throws IOException {
        List<String> columns =
                new ArrayList<>(List.of("row", "snapshot", "observed_at", "or_before", "cosmetic", "silent", "gone"));
        PortRegistry.COLUMNS.forEach(column -> columns.add(EntryJson.key(column)));
        List<Map<String, @Nullable Object>> lines = new ArrayList<>();
        int number = 0;
        for (RowLife life : lives) {
            number++;
            for (RowStep step : life.versions()) {
                Map<String, @Nullable Object> line = Members.of(step);
                line.put("row", number);
                line.put("gone", false);
                line.putAll(EntryJson.of(step.record()));
                lines.add(line);
            }
            if (life.goneSnapshot() != null) {
                Map<String, @Nullable Object> line = new HashMap<>();
                line.put("row", number);
                line.put("snapshot", life.goneSnapshot());
                line.put("observed_at", life.goneAt());
                line.put("gone", true);
                lines.add(line);
            }
        }
        TableCsv.write(columns, lines, out);
    }
}
