package org.ianawatch.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ianawatch.store.h2.Checksum;
import org.ianawatch.store.h2.Database;
import org.ianawatch.store.h2.Schema;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.store.home.StoreException;
import org.ianawatch.store.home.UnreadableStoreException;
import org.ianawatch.store.home.UnusableStoreException;
import org.ianawatch.store.home.WriterLock;
import org.ianawatch.store.jdbc.Sql;

/** Opens stores for reading. One that has to be brought up to date first is; what stands in it then is published by who asks next. */
public final class Stores {
    private Stores() {}

    /** How a store's file, which is not open here, differs from the one that its last writer closed, where it does: a clause. */
    public static Optional<String> fileDifference(Home home) {
        home.checkReadable();
        return Checksum.difference(home);
    }

    /**
     * Opens a store for reading.
     *
     * @param wait how long to wait for a process that is writing
     * @throws StoreBusyException when one still is then
     * @throws UnusableStoreException when there is no store, or a newer program wrote it
     * @throws UnreadableStoreException when one may not read it
     */
    public static Store open(Home home, Duration wait) throws StoreBusyException, InterruptedException {
        home.checkReadable();
        Checksum.check(home);
        return openUnchecked(home, wait);
    }

    /**
     * Opens a store for reading as {@link #open} does, even if its file is not as it was closed: for what proves all that it
     * reads.
     */
    public static Store openUnchecked(Home home, Duration wait) throws StoreBusyException, InterruptedException {
        Sql sql = openForReading(home, wait);
        try {
            if (Schema.isCurrent(sql, home)) {
                return new Store(sql, home, home.registry());
            }
        } catch (RuntimeException refused) {
            sql.close();
            throw refused;
        }
        sql.close();
        bringUpToDate(home, wait);
        return new Store(new Sql(Database.openForReading(home, wait)), home, home.registry());
    }

    private static Sql openForReading(Home home, Duration wait) throws StoreBusyException, InterruptedException {
        try {
            return new Sql(Database.openForReading(home, wait));
        } catch (StoreException failed) {
            if (!Database.isUnfinished(failed)) {
                throw failed;
            }
        }
        bringUpToDate(home, wait);
        return new Sql(Database.openForReading(home, wait));
    }

    private static void bringUpToDate(Home home, Duration wait) throws StoreBusyException, InterruptedException {
        Optional<WriterLock> held = WriterLock.heldHere(home);
        if (held.isPresent()) {
            WritableStore.open(held.get(), home, wait).close();
            return;
        }
        try (WriterLock lock = WriterLock.acquireToBringUpToDate(home, Instant.now(), wait)) {
            WritableStore.open(lock, home, wait).close();
        }
    }
}
