package org.ianawatch.store;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipFile;
import org.h2.tools.Csv;
import org.ianawatch.csv.CsvFile;
import org.ianawatch.csv.CsvReader;
import org.ianawatch.csv.MalformedFileException;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.diff.Differ;
import org.ianawatch.registry.Sha256;
import org.ianawatch.registry.Snapshot;
import org.jspecify.annotations.Nullable;

/** Fills an empty store from a portable backup. Columns that it does not know are passed over. */
final class PortableReading {
    private final ZipFile zip;
    private final WritableStore store;

    /**
     * A row of a CSV file.
     *
     * @param file its name
     * @param cells by the names of their columns in lower case; null for SQL's null
     */
    private record Row(String file, Map<String, @Nullable String> cells) {
        String value(String column) throws IOException {
            String value = cells.get(column);
            if (value == null) {
                throw new IOException(file + " has a row without " + column);
            }
            return value;
        }
    }

    PortableReading(ZipFile zip, WritableStore store) {
        this.zip = zip;
        this.store = store;
    }

    void read() throws IOException {
        CsvReader reader = new CsvReader();
        Snapshot before = null;
        for (Row row : rows(Backup.SNAPSHOTS)) {
            before = append(reader, before, row);
        }
        List<Row> registry = rows(Backup.REGISTRY);
        store.commit(() -> registry.forEach(this::describe));
        for (CompanionTable table : CompanionTable.values()) {
            if (zip.getEntry(Backup.table(table)) != null) {
                List<Row> rows = rows(Backup.table(table));
                store.commit(() -> rows.forEach(row -> insert(table, row)));
            }
        }
    }

    private Snapshot append(CsvReader reader, @Nullable Snapshot before, Row row) throws IOException {
        String name = row.value("file");
        byte[] bytes = Restoration.bytes(zip, name);
        String sha256 = Sha256.of(bytes).digits();
        if (!sha256.equals(row.value("sha256"))) {
            throw new IOException(name + " is not what was stored: its SHA-256 is " + sha256);
        }
        try {
            CsvFile file = reader.read(bytes);
            NewSnapshot snapshot = new NewSnapshot(
                    file,
                    sha256,
                    bytes.length,
                    Instant.parse(row.value("observed_at")),
                    Origin.ofWord(row.value("origin")),
                    row.value("source"));
            Snapshot now = file.snapshot(name, sha256);
            ChangeSet changes = before == null ? null : Differ.diff(before, now);
            String lastUpdated = row.cells().get("last_updated");
            store.commitUnsynced(() -> {
                int number = store.append(snapshot, changes).number();
                store.describe(number, null, lastUpdated, null);
            });
            return now;
        } catch (MalformedFileException | IllegalArgumentException | DateTimeException damaged) {
            throw new IOException(name + " cannot be read: " + damaged.getMessage(), damaged);
        }
    }

    private void describe(Row row) {
        for (String column : Backup.REGISTRY_COLUMNS) {
            store.sql.update(
                    "UPDATE store.registry SET " + column + " = ? WHERE id = ?",
                    row.cells().get(column),
                    Store.REGISTRY);
        }
    }

    private void insert(CompanionTable table, Row row) {
        List<String> columns =
                table.columns().stream().filter(row.cells()::containsKey).toList();
        store.sql.update(
                table.insert(columns), columns.stream().map(row.cells()::get).toArray());
    }

    private List<Row> rows(String name) throws IOException {
        List<Row> all = new ArrayList<>();
        String text = new String(Restoration.bytes(zip, name), StandardCharsets.UTF_8);
        try (ResultSet rows = new Csv().read(new StringReader(text), null)) {
            while (rows.next()) {
                Map<String, @Nullable String> row = new LinkedHashMap<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    String title = Objects.requireNonNull(rows.getMetaData().getColumnLabel(column));
                    row.put(title.toLowerCase(Locale.ROOT), rows.getString(column));
                }
                all.add(new Row(name, row));
            }
        } catch (SQLException damaged) {
            throw new IOException(name + " cannot be read: " + damaged.getMessage(), damaged);
        }
        return all;
    }
}
