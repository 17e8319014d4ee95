package org.ianawatch.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.registry.Registry;
import org.jspecify.annotations.Nullable;

/** An open store, for the one process that may change it. Not for several threads. */
public final class WritableStore extends Store {
    private static final long LARGE_BYTES = 64 << 20;

    /** What snapshots add one by one stands loosely in the file: with the first, and after so many more, it is written anew. */
    private static final int SNAPSHOTS_PER_COMPACTION = 6;

    private final Progress progress;
    private @Nullable Timeline timeline;

    private WritableStore(Connection connection, Home home, Registry about, Progress progress) {
        super(connection, home, about);
        this.progress = progress;
    }

    /** An open database, as a store that knows the registry of its home. */
    private static WritableStore of(Connection connection, Home home) {
        return of(connection, home, home.registry(), new Progress());
    }

    private static WritableStore of(Connection connection, Home home, Registry about, Progress progress) {
        WritableStore store = new WritableStore(connection, home, about, progress);
        if (store.registry > 0) {
            return store;
        }
        new RegistryTable(store.sql).add(about);
        return new WritableStore(connection, home, about, progress);
    }

    /** The same open store, for changing another registry; one that it does not know yet is added. To close the one closes the other. */
    @Override
    public WritableStore of(Registry other) {
        return other.id().equals(about().id()) ? this : of(connection, home, other, progress);
    }

    /**
     * Opens a store for writing, makes it where there is none, and brings it to this program's version.
     *
     * @param lock the right to do so
     * @param wait how long to wait for processes that are reading
     * @throws StoreBusyException when some still are then
     * @throws UnusableStoreException when a newer program wrote the store
     */
    public static WritableStore open(WriterLock lock, Home home, Duration wait)
            throws StoreBusyException, InterruptedException {
        if (!lock.isHeld()) {
            throw new IllegalStateException("the writer's lock was given back before");
        }
        boolean isPublished = home.hasStore() && home.publisher().isCurrent(home);
        if (!home.hasStore()) {
            Schema.migrate(home);
        }
        if (isPublished) {
            home.publisher().opening(home);
        }
        Connection connection = openChecked(home, wait);
        try {
            if (Schema.isCurrent(connection, home)) {
                WritableStore store = of(connection, home);
                if (!isPublished) {
                    store.leaveUnpublished();
                    store.publish();
                }
                return store;
            }
        } catch (RuntimeException refused) {
            close(connection);
            Checksum.note(home);
            throw refused;
        }
        close(connection);
        Checksum.note(home);
        Schema.migrate(home);
        WritableStore store = of(openChecked(home, wait), home);
        store.leaveUnpublished();
        return store;
    }

    /** Nobody knows what was published, or whether anything was. */
    private void leaveUnpublished() {
        progress.isUnpublished = true;
        progress.changed.put(about().id(), this);
    }

    private static Connection openChecked(Home home, Duration wait) throws StoreBusyException, InterruptedException {
        Optional<BlockChecksum> checked = Checksum.check(home);
        checkWritable(home.databaseFile());
        // Before it is opened, which may write to it already; who is still reading has compared it.
        boolean isNoted = Checksum.forget(home);
        try {
            return checked.isPresent()
                    ? Database.openChecked(home, checked.get(), wait)
                    : Database.openForWriting(home.databaseFile(), home, wait);
        } catch (StoreBusyException | InterruptedException notOpened) {
            if (isNoted) {
                Checksum.note(home);
            }
            throw notOpened;
        }
    }

    /** H2 would open it for reading alone, and refuse what is to be written one by one. */
    private static void checkWritable(Path file) {
        try {
            WriterLock.checkWritable(file);
        } catch (IOException failed) {
            throw UnwritableStoreException.of(failed).orElseThrow();
        }
    }

    /**
     * Makes an empty store beside the one that is there, to be filled and then to {@link #takePlace}. Until then the
     * other stays as it is, whatever happens; a store that is closed without taking the place is gone.
     */
    public static WritableStore openBeside(WriterLock lock, Home home) throws StoreBusyException, InterruptedException {
        Schema.make(home);
        WritableStore store = openUnfinished(lock, home);
        store.progress.isBeside = true;
        return store;
    }

    /** Opens the store that is being made beside the one that is there, and leaves it when it is closed. */
    static WritableStore openUnfinished(WriterLock lock, Home home) throws StoreBusyException, InterruptedException {
        if (!lock.isHeld()) {
            throw new IllegalStateException("the writer's lock was given back before");
        }
        return openUnfinished(home);
    }

    /** The same for who has the writer's lock for certain. */
    static WritableStore openUnfinished(Home home) throws StoreBusyException, InterruptedException {
        WritableStore store = of(Database.openForWriting(home.unfinishedDatabaseFile(), home, Duration.ZERO), home);
        store.progress.isUnfinished = true;
        return store;
    }

    /** Takes over what another store knows apart from its snapshots; inside {@link #commit}. */
    public void copyChecks(Store from, Map<Integer, Integer> numbers) {
        new CheckCopy(from, this).copy(numbers);
    }

    /** Closes a store made by {@link #openBeside}, and puts it in the place of the one that was there. */
    public void takePlace() {
        restartIds();
        Publisher.Publication publication = home.publisher().read(this, progress.changed.values());
        compact();
        super.close();
        Schema.takePlace(home);
        progress.isBeside = false;
        if (publication.publish()) {
            home.publisher().closed(home);
        }
    }

    @Override
    public void close() {
        try {
            publish();
            if (!progress.isShutDown
                    && !progress.isUnfinished
                    && !progress.isBeside
                    && (progress.isLoose || Database.isWasteful(connection))) {
                compact();
            }
        } finally {
            closeFile();
        }
    }

    private void closeFile() {
        super.close();
        if (progress.isBeside) {
            Schema.discard(home);
        } else if (!progress.isUnfinished) {
            Checksum.note(home);
            if (!progress.isUnpublished) {
                home.publisher().closed(home);
            }
        }
    }

    /** Publishes a store that took its place as a whole, and is not open. */
    static void publishAnew(Home home) throws InterruptedException {
        try (Store store = Store.openUnchecked(home, Duration.ZERO)) {
            if (!home.publisher().read(store, List.of(store)).publish()) {
                return;
            }
        } catch (StoreBusyException read) {
            // Whoever has it open already; the next reader publishes.
            return;
        }
        home.publisher().closed(home);
    }

    /** Leaves it to the closing to publish what is committed from here on: for many commits in a row. */
    public void publishLast() {
        progress.isPublishedLast = true;
    }

    /** Publishes what was committed since it was done last. */
    private void publish() {
        if (progress.isUnfinished || progress.isShutDown || !progress.isUnpublished) {
            return;
        }
        if (home.publisher().read(this, progress.changed.values()).publish()) {
            progress.isUnpublished = false;
            progress.changed.clear();
        }
    }

    /** Does all of the work, or none of it; when this returns it is on the disk. */
    public void commit(Runnable work) {
        commitUnsynced(work);
        sync();
        if (!progress.isPublishedLast) {
            publish();
        }
    }

    /** Does all of the work, or none of it; it is on the disk for certain after the next {@link #sync}. */
    public void commitUnsynced(Runnable work) {
        try {
            sql.transaction(work);
            progress.isUnpublished = true;
        } catch (RuntimeException failed) {
            timeline = null;
            throw failed;
        }
    }

    /** Waits until all that was committed is on the disk. */
    public void sync() {
        sql.update("CHECKPOINT SYNC");
    }

    /** Spares the first {@link #append} reading the newest snapshot, which was read under the lock that is still held. */
    public void continueAfter(StoredSnapshot newest) {
        timeline = new Timeline(new RowVersions(sql, registry, snapshotRoles), newest.rows());
    }

    /**
     * Appends a snapshot; inside {@link #commit}.
     *
     * @param changes what it changes against the newest before, or null for the first
     */
    public SnapshotEntry append(NewSnapshot snapshot, @Nullable ChangeSet changes) {
        change();
        int number = newest().map(SnapshotEntry::number).orElse(0) + 1;
        RowVersions versions = new RowVersions(sql, registry, snapshotRoles);
        Timeline end = timeline == null ? new Timeline(versions, versions.inForce(number - 1)) : timeline;
        timeline = end;
        new Snapshots(sql, source).insert(number, snapshot);
        progress.isLoose |= number % SNAPSHOTS_PER_COMPACTION == 1;
        quarantine().stored(snapshot.sha256());
        quarantine().outdate();
        end.append(number, snapshot.observedAt(), snapshot.file().records());
        if (changes != null) {
            new ChangeWriter(sql, registry, roles).write(number, changes, end.ended(), end.rows());
        }
        return newest().orElseThrow();
    }

    /**
     * Gives a snapshot another date, and those after it that are still to come the time of the check that stored them;
     * inside {@link #commit}.
     *
     * @return the snapshots that have another date, as they were, oldest first
     * @throws IllegalArgumentException when the order of the snapshots would be another, or the date is still to come
     */
    public List<SnapshotEntry> redate(SnapshotEntry entry, Instant date, Instant now) {
        List<SnapshotEntry> snapshots = new ArrayList<>(snapshots());
        Collections.reverse(snapshots);
        Redating redating = new Redating(sql, source, snapshots);
        Map<Integer, Instant> dates = redating.plan(entry, date, now);
        redating.write(dates);
        change();
        return snapshots.stream()
                .filter(known -> dates.containsKey(known.number()))
                .toList();
    }

    /** Keeps the file of a long import from growing with all that was ever written; between two commits. */
    public void reclaim() {
        Database.reclaim(connection, LARGE_BYTES);
    }

    /** What was published of the registry is no longer what is there; inside {@link #commit}. */
    private void change() {
        progress.changed.put(about().id(), this);
        new Sources(sql).change(source);
    }

    /** Adds a check to the list of them; inside {@link #commit}. */
    public void record(SyncRun run) {
        List<Long> added = sql.insert(
                "INSERT INTO store.sync_run (source_id, started_at, finished_at, source, outcome, snapshot_number, message)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                List.<@Nullable Object[]>of(new @Nullable Object[] {
                    source,
                    run.startedAt(),
                    run.finishedAt(),
                    OneLine.of(run.source()),
                    run.outcome().word(),
                    run.snapshot(),
                    run.message()
                }));
        new Sources(sql).note(source, added.get(0), run.outcome().isSuccess());
    }

    /** Remembers what the server sent with the newest content; inside {@link #commit}. */
    public void remember(Validated validated) {
        sql.update(
                "UPDATE store.source SET url = ?, entity_tag = ?, last_modified = ?, validated_sha256 = ? WHERE id = ?",
                OneLine.of(validated.source()),
                OneLine.ofNullable(validated.entityTag()),
                OneLine.ofNullable(validated.lastModified()),
                validated.sha256(),
                source);
    }

    /** Adds what the group's page says; inside {@link #commit}. What is null was not found there. */
    public void describe(
            int snapshot, @Nullable String title, @Nullable String lastUpdated, @Nullable String registrationRules) {
        sql.update(
                "UPDATE store.registry SET title = COALESCE(?, title), registration_rules = COALESCE(?, registration_rules) WHERE id = ?",
                OneLine.ofNullable(title),
                registrationRules,
                registry);
        if (lastUpdated != null) {
            change();
            new Snapshots(sql, source).describe(snapshot, lastUpdated);
        }
    }

    /** New rows get ids above all that rows from elsewhere brought with them; between two commits. */
    void restartIds() {
        restartIds(List.of("sync_run", "quarantine", "site_use", "delivery"));
    }

    /** The same for rows and changes, too, which come from elsewhere only where tables are brought over. */
    void restartAllIds() {
        restartIds();
        restartIds(List.of("change"));
        long next = sql.number(
                "SELECT COALESCE(MAX(id), 0) + 1 FROM (SELECT id FROM store.row_now UNION ALL SELECT id FROM store.row_past)");
        sql.update("ALTER TABLE store.row_now ALTER COLUMN id RESTART WITH " + next);
    }

    private void restartIds(List<String> tables) {
        for (String table : tables) {
            long next = sql.number("SELECT COALESCE(MAX(id), 0) + 1 FROM store." + table);
            sql.update("ALTER TABLE store." + table + " ALTER COLUMN id RESTART WITH " + next);
        }
    }

    /** Makes the file as small as it can be, for the end of bulk work; afterwards there is nothing to do but to close. */
    public void compact() {
        publish();
        sql.update("SHUTDOWN COMPACT");
        progress.isShutDown = true;
    }
}
