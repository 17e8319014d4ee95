package org.ianawatch.answer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ianawatch.csv.CsvFile;
import org.ianawatch.csv.MalformedFileException;
import org.ianawatch.diff.Glob;
import org.ianawatch.diff.Kind;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Registry;
import org.ianawatch.registry.Snapshot;
import org.ianawatch.registry.Span;
import org.ianawatch.store.RecordedChange;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.SnapshotRoles;
import org.ianawatch.store.SnapshotSelector;
import org.ianawatch.store.SourceState;
import org.ianawatch.store.Store;
import org.ianawatch.store.home.StoreException;

/**
 * What can be asked of a registry: one state of the store, whatever happens to that meanwhile. {@link AnswerReader} opens it. Not
 * for several threads.
 */
public final class Answers {
    private final Site site;
    private final SourceState source;
    private final AnswerFile file;
    private final Registry registry;
    private final Snapshots snapshots;
    private final Rows rows;
    private final Changes changes;

    Answers(Site site, AnswerFile file, Registry registry) {
        this.site = site;
        this.source = site.sources().find(registry.id().toString());
        this.file = file;
        this.snapshots = new Snapshots(file);
        this.registry = registry;
        SnapshotRoles ofSnapshots = new SnapshotRoles(
                registry.roles(), number -> snapshots.number(number).style().headerText());
        this.rows = new Rows(file, ofSnapshots);
        this.changes = new Changes(file, snapshots, ofSnapshots);
    }

    /** What an open store has, for who has it open in any case. */
    public static Answers of(Store store) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            RegistryContent.write(store, content);
        } catch (IOException impossible) {
            throw new IllegalStateException("memory cannot be written", impossible);
        }
        return new Answers(Site.of(store), AnswerFile.of(content.toByteArray()), store.about());
    }

    /** The registry. */
    public Registry registry() {
        return registry;
    }

    /** What is known of the source that the registry is read from. */
    public SourceState source() {
        return source;
    }

    /** All but the rows. */
    public Site site() {
        return site;
    }

    /** The versions of all rows. */
    Rows rows() {
        return rows;
    }

    /** The service names of all snapshots. */
    NameIndex nameIndex() {
        return new NameIndex(file);
    }

    /** All snapshots, newest first. */
    public Snapshots snapshots() {
        return snapshots;
    }

    /** The newest snapshot, where there is one. */
    public Optional<SnapshotEntry> newest() {
        return numbered(snapshots.size());
    }

    /** The snapshot that was the newest at a time, where there was one. */
    public Optional<SnapshotEntry> inForce(Instant time) {
        return numbered(snapshots.inForce(time));
    }

    /** The first snapshot that was observed after a time, where there is one. */
    public Optional<SnapshotEntry> firstAfter(Instant time) {
        return numbered(snapshots.firstAfter(time));
    }

    private Optional<SnapshotEntry> numbered(int number) {
        return number == 0 ? Optional.empty() : Optional.of(snapshots.number(number));
    }

    /** The snapshot that a person named. */
    public SnapshotEntry find(SnapshotSelector selector) {
        return selector.among(snapshots);
    }

    /** The file of a snapshot, as it was published. */
    public CsvFile file(SnapshotEntry entry) {
        try {
            return CsvFile.of(entry.style(), registry.roles(), rows.records(entry.number()));
        } catch (MalformedFileException wrong) {
            throw new StoreException("the header of " + entry.label() + " is damaged", wrong);
        }
    }

    /** What a snapshot says. */
    public Snapshot read(SnapshotEntry entry) {
        return file(entry).snapshot(entry.label(), entry.sha256());
    }

    /** How many changes of each kind all snapshots brought together, cosmetic ones not counted; a kind without any is absent. */
    public Map<Kind, Long> changesByKind() {
        Map<Kind, Long> changes = new EnumMap<>(Kind.class);
        for (int number = 1; number <= snapshots.size(); number++) {
            snapshots.counts(number).forEach((kind, many) -> changes.merge(kind, (long) many, Long::sum));
        }
        return changes;
    }

    /** The changes of the snapshots from one number to another, both inclusive, oldest first. */
    public List<RecordedChange> changes(int first, int last) {
        return changes.ofSnapshots(first, last);
    }

    /** What is known of some ports. */
    public PortHistory ports(Span ports) {
        return new PortHistory(rows, changes, ports);
    }

    /**
     * The ports that were assigned in the years before a snapshot, or in what the history has of them.
     *
     * @param years how many, at least 1
     */
    public NewlyAssigned newlyAssigned(SnapshotEntry until, int years) {
        Instant start =
                until.observedAt().atOffset(ZoneOffset.UTC).minusYears(years).toInstant();
        SnapshotEntry since = snapshots.number(Math.max(1, snapshots.inForce(start)));
        return new NewlyAssigned(since, changes(since.number() + 1, until.number()));
    }

    /** The registrations of a snapshot that fit, the best first, and in the file's order where they fit alike. */
    public List<Found> search(SearchQuery query, SnapshotEntry entry) {
        Search search = new Search(rows, query);
        return entry.number() == snapshots.size()
                ? search.atNewest(entry.number(), new SearchTexts(file, rows))
                : search.at(entry.number());
    }

    /** The registrations of any snapshot that fit, in the same order. */
    public List<Found> searchEverywhere(SearchQuery query) {
        return new Search(rows, query).everywhere();
    }

    /** Every service name that any snapshot has. */
    public Set<String> names() {
        return nameIndex().all();
    }

    /** The lives of the rows that cover any of the ports, in port order. */
    public List<RowLife> lives(Span ports) {
        return new RowLives(rows, nameIndex(), snapshots).of(ports);
    }

    /** The lives of the rows that had a service name like this at some time, in port order. */
    public List<RowLife> lives(Glob name) {
        return new RowLives(rows, nameIndex(), snapshots).of(name);
    }

    /** The rows of a snapshot that have one of the service names, in any case, in its order. */
    public List<Entry> named(Collection<String> services, SnapshotEntry entry) {
        NameIndex names = nameIndex();
        int[] ranks = {};
        for (String service : services) {
            int[] more = rows.among(names.of(service), entry.number());
            int known = ranks.length;
            ranks = Arrays.copyOf(ranks, known + more.length);
            System.arraycopy(more, 0, ranks, known, more.length);
        }
        Arrays.sort(ranks);
        List<Entry> named = new ArrayList<>();
        for (int rank : ranks) {
            named.add(rows.entry(rank));
        }
        return named;
    }
}
