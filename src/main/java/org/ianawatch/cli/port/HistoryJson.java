package org.ianawatch.cli.port;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.answer.RowLife;
import org.ianawatch.answer.RowStep;
import org.ianawatch.answer.Snapshots;
import org.ianawatch.cli.console.TableCsv;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Space;
import org.ianawatch.report.ChangeJson;
import org.ianawatch.report.EntryJson;
import org.ianawatch.report.Json;
import org.ianawatch.store.SnapshotEntry;
import org.jspecify.annotations.Nullable;

/** Writes the lives of rows for programs; {@code docs/json.md} describes every key. */
final class HistoryJson {
    private HistoryJson() {}

    static void write(String subject, List<RowLife> lives, Snapshots snapshots, Appendable out) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("subject", subject);
        object.put("snapshots", snapshots.size());
        List<Object> rows = new ArrayList<>();
        lives.forEach(life -> rows.add(row(life, snapshots)));
        object.put("rows", rows);
        Json.write(object, out);
    }

    /** A line for each version, with its twelve values; a row that is gone has a last one without them. */
    static void writeCsv(List<RowLife> lives, Snapshots snapshots, Appendable out) throws IOException {
        List<String> columns =
                new ArrayList<>(List.of("row", "snapshot", "observed_at", "or_before", "cosmetic", "silent", "gone"));
        PortRegistry.COLUMNS.forEach(column -> columns.add(EntryJson.key(column)));
        List<Map<String, @Nullable Object>> lines = new ArrayList<>();
        int number = 0;
        for (RowLife life : lives) {
            number++;
            for (RowStep step : life.versions()) {
                Map<String, @Nullable Object> line = version(step, snapshots);
                line.put("row", number);
                line.put("gone", false);
                line.putAll(EntryJson.of(step.registration()));
                lines.add(line);
            }
            if (life.isGone()) {
                Map<String, @Nullable Object> line = new LinkedHashMap<>();
                line.put("row", number);
                line.put("snapshot", life.until());
                line.put("observed_at", observedAt(life.until(), snapshots));
                line.put("gone", true);
                lines.add(line);
            }
        }
        TableCsv.write(columns, lines, out);
    }

    private static Map<String, @Nullable Object> row(RowLife life, Snapshots snapshots) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("ports", life.ports() == null ? null : life.ports().toString());
        object.put("transports", life.transports().stream().map(Space::name).toList());
        object.put("service", life.last().registration().name());
        object.put("status", life.last().registration().status().word());
        List<Object> versions = new ArrayList<>();
        life.versions().forEach(step -> versions.add(version(step, snapshots)));
        object.put("versions", versions);
        object.put("gone_snapshot", life.isGone() ? life.until() : null);
        object.put("gone_at", observedAt(life.until(), snapshots));
        return object;
    }

    private static Map<String, @Nullable Object> version(RowStep step, Snapshots snapshots) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("snapshot", step.from());
        object.put("observed_at", observedAt(step.from(), snapshots));
        object.put("or_before", step.from() == 1);
        object.put("registration_date", step.registration().value(PortRegistry.REGISTRATION_DATE));
        object.put("modification_date", step.registration().value(PortRegistry.MODIFICATION_DATE));
        object.put("fields", ChangeJson.fields(step.fields()));
        object.put("cosmetic", step.isCosmetic());
        object.put("silent", step.isSilent());
        object.put("record", EntryJson.of(step.registration()));
        return object;
    }

    private static @Nullable Object observedAt(int snapshot, Snapshots snapshots) {
        SnapshotEntry entry = snapshots.find(snapshot);
        return entry == null ? null : entry.observedAt();
    }
}
