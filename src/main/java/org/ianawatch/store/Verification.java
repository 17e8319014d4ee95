package org.ianawatch.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ianawatch.csv.CsvFile;
import org.ianawatch.csv.CsvRecord;
import org.ianawatch.csv.MalformedFileException;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.Differ;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Sha256;
import org.ianawatch.registry.Snapshot;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.jspecify.annotations.Nullable;

/** Proves that a store gives back what it took, and that its tables agree with each other. */
public final class Verification {
    private static final String VERSIONS = "SELECT * FROM store.row_version WHERE registry_id = ? ORDER BY position";
    private static final String CHANGES_WITHOUT_SNAPSHOT =
            "SELECT COUNT(*) FROM store.change c LEFT JOIN store.snapshot s ON s.registry_id = c.registry_id AND s.number = c.snapshot_number WHERE s.number IS NULL";

    private record Stored(int from, int until, RowVersions.Placed row) {}

    private final Store store;
    private final List<String> problems = new ArrayList<>();

    private Verification(Store store) {
        this.store = store;
    }

    /** What is wrong with the store, a sentence each; empty when it is sound. */
    public static List<String> problems(Store store) {
        Verification verification = new Verification(store);
        verification.run();
        return verification.problems;
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
                    bytes == entry.byteCount(),
                    "quarantine " + entry.number() + ": its file has " + bytes + " bytes and not " + entry.byteCount());
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
            CsvFile file = CsvFile.of(entry.style(), PortRegistry.ROLES, records);
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
        return store.sql.list(
                VERSIONS,
                row -> {
                    RowVersions.Placed placed = RowVersions.placed(row);
                    Stored version = new Stored(row.getInt("valid_from"), row.getInt("valid_until"), placed);
                    boolean ends = version.until() == RowVersions.OPEN || version.until() <= snapshots.size();
                    check(
                            1 <= version.from() && version.from() < version.until() && ends,
                            "row version " + placed.id() + ": valid from snapshot " + version.from() + " until "
                                    + version.until() + ", which cannot be");
                    check(
                            Objects.equals(Sql.instantOrNull(row, "valid_from_at"), times.get(version.from()))
                                    && Objects.equals(
                                            Sql.instantOrNull(row, "valid_until_at"), times.get(version.until())),
                            "row version " + placed.id() + ": its times are not those of its snapshots");
                    boolean isAmongEnded = placed.id() >= RowVersions.ENDED;
                    check(
                            isAmongEnded == (version.until() != RowVersions.OPEN),
                            "row version " + placed.id() + ": it stands among the rows "
                                    + (isAmongEnded ? "that have ended" : "in force"));
                    Entry registration = placed.record().registration();
                    Span ports = registration.span();
                    Space transport = registration.space();
                    Map<String, @Nullable Object> expected = new HashMap<>();
                    expected.put("port_low", ports == null ? null : ports.low());
                    expected.put("range_high", ports == null || ports.size() == 1 ? null : ports.high());
                    expected.put("transport", transport == null ? null : transport.name());
                    expected.put("status", registration.status().word());
                    Map<String, @Nullable Object> found = new HashMap<>();
                    for (String column : expected.keySet()) {
                        found.put(column, row.getObject(column));
                    }
                    check(expected.equals(found), "row version " + placed.id() + ": its ports are stored as " + found);
                    return version;
                },
                Store.REGISTRY);
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
