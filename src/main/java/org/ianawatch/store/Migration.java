package org.ianawatch.store;

import java.nio.file.Files;
import org.ianawatch.store.h2.Database;
import org.ianawatch.store.h2.FormerTables;
import org.ianawatch.store.h2.Schema;
import org.ianawatch.store.h2.UnfinishedFile;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.store.jdbc.Sql;

/**
 * Makes a store, or brings one to the program's version. It works on a file that takes the store's place at the end, because a
 * migration that is cut off in the middle cannot be taken up again. For who has the writer's lock; public for the other rooms of
 * the store.
 */
public final class Migration {
    private Migration() {}

    /** Makes a store where there is none, or brings the one that is there to the program's version. */
    static void migrate(Home home) throws StoreBusyException, InterruptedException {
        UnfinishedFile.copy(home);
        try {
            migrateUnfinished(home);
            if (Files.exists(home.databaseFile())) {
                UnfinishedFile.compact(home);
            }
        } catch (RuntimeException failed) {
            throw UnfinishedFile.givenUp(home, failed);
        }
        UnfinishedFile.takePlace(home);
    }

    /** Makes an empty store in the unfinished file. */
    public static void make(Home home) {
        UnfinishedFile.discard(home);
        Schema.migrateUnfinished(home);
    }

    /** Brings the unfinished file to the program's version; refuses one that is newer. */
    public static void bringUnfinishedUpToDate(Home home) throws StoreBusyException, InterruptedException {
        boolean isCurrent;
        Sql sql = new Sql(Database.openUnfinished(home));
        try {
            isCurrent = Schema.isCurrent(sql, home);
        } finally {
            sql.close();
        }
        if (!isCurrent) {
            migrateUnfinished(home);
        }
    }

    /** Makes the tables in the unfinished file, and brings over what stands in those of the former version. */
    private static void migrateUnfinished(Home home) throws StoreBusyException, InterruptedException {
        boolean isFormer = Files.exists(home.unfinishedDatabaseFile()) && setFormerAside(home);
        Schema.migrateUnfinished(home);
        if (isFormer) {
            bringFormerOver(home);
        }
    }

    private static boolean setFormerAside(Home home) throws StoreBusyException, InterruptedException {
        Sql sql = new Sql(Database.openUnfinished(home));
        try {
            return FormerTables.setAside(sql, home);
        } finally {
            sql.close();
        }
    }

    private static void bringFormerOver(Home home) throws StoreBusyException, InterruptedException {
        Sql sql = new Sql(Database.openUnfinished(home));
        try {
            new RegistryTable(sql).add(home.registry());
            FormerTables.bringOver(sql);
            new Sources(sql).noteLast();
            RowIds.restartAll(sql);
        } finally {
            sql.close();
        }
    }
}
