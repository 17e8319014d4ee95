package org.ianawatch.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.registry.Registry;
import org.ianawatch.store.h2.BlockChecksum;
import org.ianawatch.store.h2.Checksum;
import org.ianawatch.store.h2.Database;
import org.ianawatch.store.h2.Schema;
import org.ianawatch.store.h2.UnfinishedFile;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.store.home.UnusableStoreException;
import org.ianawatch.store.home.UnwritableStoreException;
import org.ianawatch.store.home.WriterLock;
import org.ianawatch.store.jdbc.Sql;
import org.jspecify.annotations.Nullable;

/** An open store, for the one process that may change it. Not for several threads. */
public final class WritableStore extends Store {
    private static final long LARGE_BYTES = 64 << 20;

    /** What snapshots add one by one stands loosely in the file: with the first, and after so many more, it is written anew. */
    private static final int SNAPSHOTS_PER_COMPACTION = 6;

    private final Progress progress;
    private @Nullable Timeline timeline;

    private WritableStore(Sql sql, Home home, Registry about, Progress progress) {
        super(sql, home, about);
        this.progress = progress;
    }

    /** An open database, as a store that knows the registry of its home. */
    private static WritableStore of(Sql sql, Home home, Publisher publisher) {
        return of(sql, home, home.registry(), new Progress(publisher));
    }

    private static WritableStore of(Sql sql, Home home, Registry about, Progress progress) {
        WritableStore store = new WritableStore(sql, home, about, progress);
        if (store.registry > 0) {
            return store;
        }
        store.sql.transaction(() -> new RegistryTable(store.sql).add(about));
        return new WritableStore(sql, home, about, progress);
    }

    /** The same open store, for changing another registry; one that it does not know yet is added. To close the one closes the other. */
    @Override
    public WritableStore of(Registry other) {
        return other.id().equals(about().id()) ? this : of(sql, home, other, progress);
    }

    /** Opens a store for writing as the other does, and leaves it to the next reader to publish what is committed. */
    public static WritableStore open(WriterLock lock, Home home, Duration wait)
            throws StoreBusyException, InterruptedException {
        return open(lock, home, Publisher.NONE, wait);
    }

    /**
     * Opens a store for writing, makes it where there is none, and brings it to this program's version.
     *
     * @param lock the right to do so
     * @param publisher publishes what is committed
     * @param wait how long to wait for processes that are reading
     * @throws StoreBusyException when some still are then
     * @throws UnusableStoreException when a newer program wrote the store
     */
    public static WritableStore open(WriterLock lock, Home home, Publisher publisher, Duration wait)
            throws StoreBusyException, InterruptedException {
        if (!lock.isHeld()) {
            throw new IllegalStateException("the writer's lock was given back before");
        }
        boolean isPublished = home.hasStore() && publisher.isCurrent(home);
        if (!home.hasStore()) {
            Migration.migrate(home);
        }
        if (isPublished) {
            publisher.opening(home);
        }
        Sql sql = openChecked(home, wait);
        try {
            if (Schema.isCurrent(sql, home)) {
                WritableStore store = of(sql, home, publisher);
                if (!isPublished) {
                    store.leaveUnpublished();
                    store.publish();
                }
                return store;
            }
        } catch (RuntimeException refused) {
            sql.close();
            Checksum.note(home);
            throw refused;
        }
        sql.close();
        Checksum.note(home);
        Migration.migrate(home);
        WritableStore store = of(openChecked(home, wait), home, publisher);
        store.leaveUnpublished();
        return store;
    }

    /** Nobody knows what was published, or whether anything was. */
    private void leaveUnpublished() {
        progress.isUnpublished = true;
        progress.changed.put(about().id(), this);
    }

    private static Sql openChecked(Home home, Duration wait) throws StoreBusyException, InterruptedException {
        Optional<BlockChecksum> checked = Checksum.check(home);
        checkWritable(home.databaseFile());
        // Before it is opened, which may write to it already; who is still reading has compared it.
        boolean isNoted = Checksum.forget(home);
        try {
            return new Sql(
                    checked.isPresent()
                            ? Database.openChecked(home, checked.get(), wait)
                            : Database.openForWriting(home, wait));
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
    public static WritableStore openBeside(WriterLock lock, Home home, Publisher publisher)
            throws StoreBusyException, InterruptedException {
        Migration.make(home);
        WritableStore store = openUnfinished(lock, home, publisher);
        store.progress.isBeside = true;
        return store;
    }

    /**
     * Opens the store that is being made beside the one that is there, and leaves it when it is closed; for the other rooms of the
     * store.
     */
    public static WritableStore openUnfinished(WriterLock lock, Home home)
            throws StoreBusyException, InterruptedException {
        return openUnfinished(lock, home, Publisher.NONE);
    }

    private static WritableStore openUnfinished(WriterLock lock, Home home, Publisher publisher)
            throws StoreBusyException, InterruptedException {
        if (!lock.isHeld()) {
            throw new IllegalStateException("the writer's lock was given back before");
        }
        WritableStore store = of(new Sql(Database.openUnfinished(home)), home, publisher);
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
        Publisher.Publication publication = progress.publisher.read(this, progress.changed.values());
        compact();
        super.close();
        UnfinishedFile.takePlace(home);
        progress.isBeside = false;
        if (publication.publish()) {
            progress.publisher.closed(home);
        }
    }

    @Override
    public void close() {
        try {
            publish();
            if (!progress.isShutDown
                    && !progress.isUnfinished
                    && !progress.isBeside
                    && (progress.isLoose || Database.isWasteful(sql))) {
                compact();
            }
        } finally {
            closeFile();
        }
    }

    private void closeFile() {
        super.close();
        if (progress.isBeside) {
            UnfinishedFile.discard(home);
        } else if (!progress.isUnfinished) {
            Checksum.note(home);
            if (!progress.isUnpublished) {
                progress.publisher.closed(home);
            }
        }
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
        if (progress.publisher.read(this, progress.changed.values()).publish()) {
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
        Database.sync(sql);
    }

    /** What was appended here is at hand, and not read again. */
    @Override
    public void eachRow(StoredRow.Look look) throws IOException {
        Timeline end = timeline;
        if (end == null) {
            super.eachRow(look);
            return;
        }
        for (RowVersions.Placed row : end.rows()) {
            look.at(new StoredRow(row.position(), row.from(), RowVersion.OPEN, row.record()));
        }
        new RowVersions(sql, registry, snapshotRoles).eachEnded(look);
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
        Database.reclaim(sql, LARGE_BYTES);
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

    /** Notes the last checks of all sources, which came from elsewhere; inside {@link #commit}, for the other rooms of the store. */
    public void noteLastChecks() {
        new Sources(sql).noteLast();
    }

    /** New rows get ids above all that rows from elsewhere brought with them; between two commits, for the other rooms of the store. */
    public void restartIds() {
        RowIds.restart(sql);
    }

    /** Makes the file as small as it can be, for the end of bulk work; afterwards there is nothing to do but to close. */
    public void compact() {
        publish();
        Database.compact(sql);
        progress.isShutDown = true;
    }
}
