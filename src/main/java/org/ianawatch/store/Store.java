package org.ianawatch.store;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ianawatch.csv.CsvFile;
import org.ianawatch.csv.MalformedFileException;
import org.ianawatch.diff.Kind;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Registry;
import org.ianawatch.registry.Roles;
import org.ianawatch.registry.Snapshot;
import org.ianawatch.registry.Span;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.StoreException;
import org.ianawatch.store.jdbc.Sql;

/** An open store, for reading. Any number of processes may read it at the same time. Not for several threads. */
public class Store implements AutoCloseable {
    private static final String VERSIONS =
            "SELECT valid_from, valid_until, field FROM store.row_version WHERE registry_id = ? AND ";

    /** Told by the index alone, and so of every registry: to ask each row for its own takes ten times as long. */
    private static final String NAMES =
            "SELECT DISTINCT name FROM store.row_version WHERE registry_id = ? AND name > ''";

    final Sql sql;
    final Home home;
    /** The number by which the tables know the registry; 0 where they do not know it yet. */
    final int registry;

    /** The number of the file that it is read from; 0 where that is not known yet. */
    final int source;

    final Roles roles;
    final SnapshotRoles snapshotRoles;

    private final Registry about;

    Store(Sql sql, Home home, Registry about) {
        this.sql = sql;
        this.home = home;
        RegistryTable.Numbers numbers = new RegistryTable(sql).numbers(about.id());
        this.registry = numbers.registry();
        this.source = numbers.source();
        this.about = about;
        this.roles = about.roles();
        this.snapshotRoles = new SnapshotRoles(roles, this::headerText);
    }

    private String headerText(int snapshot) {
        return sql.first(
                        "SELECT header FROM store.snapshot WHERE source_id = ? AND number = ?",
                        row -> row.getString("header"),
                        source,
                        snapshot)
                .orElseThrow();
    }

    /** The same open store, asked about another registry than that of its home. To close the one closes the other. */
    public Store of(Registry other) {
        return other.id().equals(about.id()) ? this : new Store(sql, home, other);
    }

    /** The registry that it is asked about. */
    public Registry about() {
        return about;
    }

    /** What the columns of the registry mean that it is asked about. */
    public Roles roles() {
        return roles;
    }

    /** The registries that the store knows, in the order in which they came. */
    public List<Registry> registries() {
        return new RegistryTable(sql).all();
    }

    /** The folder that it is in. */
    public Home home() {
        return home;
    }

    /** Shows the rows of all snapshots, those in force first, and else in no order. */
    public void eachRow(StoredRow.Look look) throws IOException {
        new RowVersions(sql, registry, snapshotRoles).each(look);
    }

    /** All snapshots, newest first. */
    public List<SnapshotEntry> snapshots() {
        return new Snapshots(sql, source).newestFirst();
    }

    /** The newest snapshot, where there is one. */
    public Optional<SnapshotEntry> newest() {
        return new Snapshots(sql, source).newest();
    }

    /** The snapshot that was the newest at a time, where there was one. */
    public Optional<SnapshotEntry> inForce(Instant time) {
        return new Snapshots(sql, source).inForce(time);
    }

    /** The first snapshot that was observed after a time, where there is one. */
    public Optional<SnapshotEntry> firstAfter(Instant time) {
        return new Snapshots(sql, source).firstAfter(time);
    }

    /** The newest snapshot that was published with these bytes, where there is one. */
    public Optional<SnapshotEntry> withSha256(String sha256) {
        return new Snapshots(sql, source).withSha256(sha256);
    }

    /** The snapshot that a person named. */
    public SnapshotEntry find(SnapshotSelector selector) {
        return selector.among(selector.isLatest() ? newest().stream().toList() : snapshots());
    }

    /** A snapshot as it stands in the store. */
    public StoredSnapshot stored(SnapshotEntry entry) {
        List<RowVersions.Placed> rows = new RowVersions(sql, registry, snapshotRoles).inForce(entry.number());
        try {
            CsvFile file = CsvFile.of(
                    entry.style(),
                    roles,
                    rows.stream().map(RowVersions.Placed::record).toList());
            return new StoredSnapshot(entry, file, rows);
        } catch (MalformedFileException wrong) {
            throw new StoreException("the header of " + entry.label() + " is damaged", wrong);
        }
    }

    /** The file of a snapshot, as it was published. */
    public CsvFile file(SnapshotEntry entry) {
        return stored(entry).file();
    }

    /** What a snapshot says. */
    public Snapshot read(SnapshotEntry entry) {
        return stored(entry).snapshot();
    }

    /**
     * How many changes of each kind each of the snapshots from one number to another brought, both inclusive, cosmetic ones not
     * counted.
     */
    public Map<Integer, Map<Kind, Integer>> counts(int first, int last) {
        Map<Integer, Map<Kind, Integer>> counts = new HashMap<>();
        sql.list(
                "SELECT snapshot_number, kind, COUNT(*) AS many FROM store.change WHERE registry_id = ?"
                        + " AND snapshot_number BETWEEN ? AND ? AND NOT cosmetic GROUP BY snapshot_number, kind",
                row -> counts.computeIfAbsent(row.getInt("snapshot_number"), unused -> new HashMap<>())
                        .put(Kind.ofWord(row.getString("kind")), row.getInt("many")),
                registry,
                first,
                last);
        return counts;
    }

    /** The changes of the snapshots from one number to another, both inclusive, oldest first. */
    public List<RecordedChange> changes(int first, int last) {
        return new ChangeReader(sql, registry, snapshotRoles).ofSnapshots(first, last);
    }

    /**
     * The rows that began or ended with a snapshot, for each of the snapshots from one number to another, both inclusive.
     * The first of all has none: with it, the history began.
     */
    public Map<Integer, List<Entry>> changedRows(int first, int last) {
        int from = Math.max(first, 2);
        Map<Integer, List<Entry>> changed = new HashMap<>();
        List<RowVersion> versions = sql.list(
                "SELECT valid_from, valid_until, field FROM store.row_version WHERE registry_id = ?"
                        + " AND (valid_from BETWEEN ? AND ? OR valid_until BETWEEN ? AND ?) ORDER BY position, valid_from",
                row -> RowVersions.version(row, snapshotRoles),
                registry,
                from,
                last,
                from,
                last);
        for (RowVersion version : versions) {
            for (int snapshot : new int[] {version.from(), version.until()}) {
                if (from <= snapshot && snapshot <= last) {
                    changed.computeIfAbsent(snapshot, unused -> new ArrayList<>())
                            .add(version.registration());
                }
            }
        }
        return changed;
    }

    /** The downloads that the guard refused. */
    public Quarantine quarantine() {
        return new Quarantine(sql, source, home);
    }

    /** What this site relies on. */
    public Uses uses() {
        return new Uses(sql, registry);
    }

    /** The messages that are to be delivered. */
    public Outbox outbox() {
        return new Outbox(sql, source);
    }

    /** Until when each rule was told. */
    public RuleProgress ruleProgress() {
        return new RuleProgress(sql, source);
    }

    /** What operators know of the job's troubles. */
    public Troubles troubles() {
        return new Troubles(sql, source);
    }

    /** The rows of a snapshot that have one of the service names, in lower case here and in any there, in its order. */
    public List<Entry> named(Collection<String> services, SnapshotEntry entry) {
        List<RowVersions.Placed> named = new ArrayList<>();
        new RowVersions(sql, registry, snapshotRoles).each(entry.number(), row -> {
            if (services.contains(RowVersions.values(row)[0].toLowerCase(Locale.ROOT))) {
                named.add(RowVersions.placed(row, roles));
            }
        });
        return named.stream()
                .sorted(Comparator.comparingLong(RowVersions.Placed::position))
                .map(row -> row.record().registration())
                .toList();
    }

    /** Every service name that any snapshot has. */
    public Set<String> names() {
        return new TreeSet<>(sql.list(NAMES, row -> row.getString("name"), registry));
    }

    /** Whether some snapshot has the row less often than the one before it. A row that moves in the file stays. */
    public boolean hasEnded(Entry registration) {
        List<RowVersion> versions = versions(registration);
        return versions.stream()
                .map(RowVersion::until)
                .anyMatch(end -> end < RowVersion.OPEN && inForce(versions, end) < inForce(versions, end - 1));
    }

    /** Whether some snapshot, other than the first, has the row more often than the one before it. */
    public boolean hasBegun(Entry registration) {
        List<RowVersion> versions = versions(registration);
        return versions.stream()
                .map(RowVersion::from)
                .anyMatch(start -> start > 1 && inForce(versions, start) > inForce(versions, start - 1));
    }

    private static long inForce(List<RowVersion> versions, int snapshot) {
        return versions.stream().filter(version -> version.isIn(snapshot)).count();
    }

    private List<RowVersion> versions(Entry registration) {
        Span ports = registration.span();
        List<RowVersion> versions = ports == null
                ? sql.list(VERSIONS + "code_low IS NULL", row -> RowVersions.version(row, snapshotRoles), registry)
                : sql.list(
                        VERSIONS + "code_low = ?",
                        row -> RowVersions.version(row, snapshotRoles),
                        registry,
                        RowVersions.low(ports));
        return versions.stream()
                .filter(version -> version.registration().equals(registration))
                .toList();
    }

    /** What is known of each source, in the order in which they came. */
    public List<SourceState> sources() {
        return new Sources(sql).all();
    }

    /** Which change of its source the registry was read from last; 0 where there was none. */
    public long revision() {
        return sql.first("SELECT revision FROM store.source WHERE id = ?", row -> row.getLong("revision"), source)
                .orElse(0L);
    }

    /** The checks of the source. */
    public SyncRuns runs() {
        return new SyncRuns(sql, source);
    }

    /** How many checks of the source there were. */
    public long checks() {
        return sql.number("SELECT COUNT(*) FROM store.sync_run WHERE source_id = ?", source);
    }

    /** Its statements, for the other rooms of the store: nobody else uses SQL. */
    public Sql sql() {
        return sql;
    }

    /** The number by which the tables know the registry, for the other rooms of the store; 0 where they do not know it yet. */
    public int registryNumber() {
        return registry;
    }

    /** The number of the file that it is read from, for the other rooms of the store; 0 where that is not known yet. */
    public int sourceNumber() {
        return source;
    }

    @Override
    public void close() {
        sql.close();
    }
}
