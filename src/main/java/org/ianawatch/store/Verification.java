package org.ianawatch.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ianawatch.csv.CsvFile;
import org.ianawatch.csv.CsvRecord;
import org.ianawatch.csv.MalformedFileException;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.Differ;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Registry;
import org.ianawatch.registry.Sha256;
import org.ianawatch.registry.Snapshot;
import org.ianawatch.registry.Span;
import org.ianawatch.store.home.StoreException;
import org.ianawatch.store.home.UnusableStoreException;
import org.ianawatch.store.jdbc.Sql;
import org.jspecify.annotations.Nullable;

/** Proves that a store gives back what it took, and that its tables agree with each other. */
public final class Verification {
    private static final String VERSIONS = "SELECT id, valid_from, 2147483647 AS valid_until, valid_from_at,"
            + " CAST(NULL AS TIMESTAMP(3) WITH TIME ZONE) AS valid_until_at, position, code_low, code_high, port_low, port_high, space, name, status, field,"
            + " text, line_end FROM store.row_now WHERE registry_id = ? UNION ALL SELECT id, valid_from, valid_until, valid_from_at,"
            + " valid_until_at, position, code_low, code_high, port_low, port_high, space, name, status, field, text, line_end FROM store.row_past"
            + " WHERE registry_id = ? ORDER BY position";
    private static final String CHANGES_WITHOUT_SNAPSHOT =
            "SELECT COUNT(*) FROM store.change c JOIN store.registry r ON r.id = c.registry_id"
                    + " LEFT JOIN store.snapshot s ON s.source_id = r.source_id AND s.number = c.snapshot_number WHERE s.number IS NULL";

    private record Stored(int from, int until, RowVersions.Placed row) {}

    private final Store store;
    private final List<String> problems = new ArrayList<>();

    private Verification(Store store) {
        this.store = store;
    }

    /** What is wrong with the store, a sentence each; empty when it is sound. */
    public static List<String> problems(Store store) {
        List<String> problems = new ArrayList<>();
        for (Registry registry : store.registries()) {
            boolean isOfHome = registry.id().equals(store.home.registry().id());
            Verification verification = new Verification(isOfHome ? store : store.of(registry));
            verification.run();
            verification.problems.forEach(problem -> problems.add(isOfHome ? problem : registry.id() + ": " + problem));
        }
        return problems;
    }

    private void run() {
        List<SnapshotEntry> snapshots = new ArrayList<>(store.snapshots());
        snapshots.sort(Comparator.comparing(SnapshotEntry::number));
        List<Stored> stored = versions(snapshots);
        Map<Integer, List<Change>> changes = changes(snapshots.size());
        SnapshotEntry previous = null;
        Snapshot before = null;
        for (SnapshotEntry entry : snapshots) {
            checkOrder(previous, entry);
            Snapshot now = rebuild(entry, stored);
            if (before != null && now != null) {
                List<Change> found = Differ.diff(before, now).changes();
                check(
                        found.equals(changes.getOrDefault(entry.number(), List.of())),
                        entry.label() + ": the stored changes are not the difference to the snapshot before");
            }
            previous = entry;
            before = now;
        }
        check(store.sql.number(CHANGES_WITHOUT_SNAPSHOT) == 0, "there are changes of a snapshot that is not there");
        for (QuarantineEntry entry : store.quarantine().newestFirst()) {
            if (entry.state().isOpen()) {
                checkFile(entry);
            }
        }
    }

    private void checkFile(QuarantineEntry entry) {
        try {
            int bytes = store.quarantine().bytes(entry).length;
            check(
                    bytes == entry.bytes(),
                    "quarantine " + entry.number() + ": its file has " + bytes + " bytes and not " + entry.bytes());
        } catch (UnusableStoreException wrong) {
            problems.add(String.valueOf(wrong.getMessage()));
        }
    }

    private void checkOrder(@Nullable SnapshotEntry previous, SnapshotEntry entry) {
        int expected = previous == null ? 1 : previous.number() + 1;
        check(entry.number() == expected, entry.label() + ": it should have the number " + expected);
        check(
                previous == null || previous.observedAt().isBefore(entry.observedAt()),
                entry.label() + ": it is not later than the snapshot before");
        check(
                previous == null || !previous.sha256().equals(entry.sha256()),
                entry.label() + ": it is the same as the snapshot before");
    }

    private @Nullable Snapshot rebuild(SnapshotEntry entry, List<Stored> stored) {
        List<CsvRecord> records = stored.stream()
                .filter(version -> version.from() <= entry.number() && entry.number() < version.until())
                .map(version -> version.row().record())
                .toList();
        check(
                records.size() == entry.recordCount(),
                entry.label() + ": it has " + records.size() + " records and not " + entry.recordCount());
        try {
            CsvFile file = CsvFile.of(entry.style(), store.roles, records);
            byte[] bytes = file.bytes();
            String sha256 = Sha256.of(bytes).digits();
            check(
                    bytes.length == entry.byteCount() && sha256.equals(entry.sha256()),
                    entry.label() + ": rebuilt, it has the SHA-256 " + sha256 + " and not " + entry.sha256());
            return file.snapshot(entry.label(), sha256);
        } catch (MalformedFileException wrong) {
            problems.add(entry.label() + ": " + wrong.getMessage());
            return null;
        }
    }

    private List<Stored> versions(List<SnapshotEntry> snapshots) {
        Map<Integer, Instant> times = new HashMap<>();
        snapshots.forEach(entry -> times.put(entry.number(), entry.observedAt()));
        return store.sql.list(VERSIONS, row -> version(row, snapshots.size(), times), store.registry, store.registry);
    }

    private Stored version(ResultSet row, int snapshots, Map<Integer, Instant> times) throws SQLException {
        int from = row.getInt("valid_from");
        int until = row.getInt("valid_until");
        RowVersions.Placed placed = RowVersions.placed(row, store.snapshotRoles.of(from));
        boolean ends = until == RowVersion.OPEN || until <= snapshots;
        check(
                1 <= from && from < until && ends,
                "row version " + placed.id() + ": valid from snapshot " + from + " until " + until
                        + ", which cannot be");
        check(
                Objects.equals(Sql.instantOrNull(row, "valid_from_at"), times.get(from))
                        && Objects.equals(Sql.instantOrNull(row, "valid_until_at"), times.get(until)),
                "row version " + placed.id() + ": its times are not those of its snapshots");
        Entry entry = placed.record().registration();
        Span span = entry.spans().isEmpty() ? null : entry.spans().get(0);
        Map<String, @Nullable Object> expected = new LinkedHashMap<>();
        expected.put("code_low", RowVersions.low(span));
        expected.put("code_high", RowVersions.high(span));
        expected.put("port_low", RowVersions.port(entry.roles(), span, true));
        expected.put("port_high", RowVersions.port(entry.roles(), span, false));
        expected.put("space", entry.space() == null ? null : entry.space().name());
        expected.put("name", entry.name());
        expected.put("status", entry.status().word());
        Map<String, @Nullable Object> found = new LinkedHashMap<>();
        for (String column : expected.keySet()) {
            found.put(column, row.getObject(column));
        }
        check(expected.equals(found), "row version " + placed.id() + ": what it says is stored as " + found);
        return new Stored(from, until, placed);
    }

    private Map<Integer, List<Change>> changes(int snapshots) {
        Map<Integer, List<Change>> changes = new HashMap<>();
        try {
            for (RecordedChange recorded : store.changes(1, snapshots)) {
                changes.computeIfAbsent(recorded.snapshot(), unused -> new ArrayList<>())
                        .add(recorded.change());
            }
        } catch (StoreException damaged) {
            problems.add("the changes cannot be read: " + damaged.problem());
        }
        return changes;
    }

    private void check(boolean holds, String problem) {
        if (!holds) {
            problems.add(problem);
        }
    }
}
