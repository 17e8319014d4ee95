package org.ianawatch.store;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ianawatch.registry.Sha256;

/** Proves a store that a backup was made into, before it takes its place: somebody else may have made the backup. */
final class RestoredStore {
    /** What stands in one line, wherever it is shown; the columns by their tables. */
    private static final Map<String, String> LINES = new TreeMap<>(Map.of(
            "registry", "name, title, source, entity_tag, last_modified, validated_sha256",
            "snapshot", "source, last_updated",
            "sync_run", "source",
            "quarantine", "source, reason",
            "site_use", "service_name, transport",
            "message", "id, kind, rule",
            "delivery", "channel",
            "rule_told", "rule",
            "trouble", "kind"));

    private static final String RUNNABLE =
            "SELECT (SELECT COUNT(*) FROM information_schema.routines) + (SELECT COUNT(*) FROM information_schema.triggers)"
                    + " + (SELECT COUNT(*) FROM information_schema.tables WHERE storage_type = 'TABLE LINK')";

    private final BackupArchive archive;
    private final Store store;

    RestoredStore(BackupArchive archive, Store store) {
        this.archive = archive;
        this.store = store;
    }

    /**
     * Checks all of it.
     *
     * @throws IOException when something is wrong; the message says what, of the backup
     */
    void check() throws IOException {
        checkObjects();
        checkRows();
        checkLines();
        checkQuarantine();
        List<String> problems = Verification.problems(store);
        if (!problems.isEmpty()) {
            throw new IOException("it is not sound: " + problems.get(0));
        }
        int snapshots = store.snapshots().size();
        int said = archive.manifest().snapshots();
        if (snapshots != said) {
            throw new IOException("it has " + snapshots + " snapshots, and says that it has " + said);
        }
    }

    /** What a database runs by itself, whoever asks it. */
    private void checkObjects() throws IOException {
        if (store.sql.number(RUNNABLE) > 0) {
            throw new IOException("its database has functions, triggers or linked tables, and no ianawatch makes any");
        }
    }

    /** Every row is read as the commands read it, which know what may stand there. */
    private void checkRows() throws IOException {
        Quarantine quarantine = store.quarantine();
        read("sync_run", "SELECT * FROM store.sync_run WHERE registry_id = ?", SyncRuns::run);
        read("quarantine", "SELECT * FROM store.quarantine WHERE registry_id = ?", quarantine::entry);
        read("site_use", "SELECT * FROM store.site_use WHERE registry_id = ?", Uses::siteUse);
        read("delivery", Outbox.SELECT, Outbox::delivery);
        if (store.sql.number("SELECT COUNT(*) FROM store.message WHERE content IS NOT JSON OBJECT") > 0) {
            throw new IOException("it has a message that is no JSON");
        }
    }

    private void read(String table, String select, Sql.Row<?> row) throws IOException {
        try {
            store.sql.each(select, row::read, Store.REGISTRY);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NullPointerException wrong) {
            throw new IOException("it has a row in " + table + " that cannot be: " + wrong.getMessage(), wrong);
        }
    }

    private void checkLines() throws IOException {
        for (Map.Entry<String, String> table : LINES.entrySet()) {
            for (String column : table.getValue().split(", ", -1)) {
                long count = store.sql.number(
                        "SELECT COUNT(*) FROM store." + table.getKey() + " WHERE REGEXP_LIKE(" + column + ", ?)",
                        OneLine.CONTROL_CHARACTER);
                if (count > 0) {
                    throw new IOException("it has control characters in " + column + " of " + table.getKey());
                }
            }
        }
    }

    /** The files of what waits are there as they were downloaded, and no others are. */
    private void checkQuarantine() throws IOException {
        Set<String> files = new HashSet<>(archive.names(Backup.QUARANTINE));
        for (QuarantineEntry entry : store.quarantine().newestFirst()) {
            String name = Backup.QUARANTINE + entry.file().getFileName();
            if (!entry.state().isOpen()) {
                continue;
            }
            if (!files.remove(name)) {
                throw new IOException("there is no " + name + " in it, which waits in quarantine");
            }
            String sha256 = Sha256.of(archive.file(name)).digits();
            if (!sha256.equals(entry.sha256())) {
                throw new IOException(name + " in it is not what was downloaded: its SHA-256 is " + sha256);
            }
        }
        if (!files.isEmpty()) {
            throw new IOException(
                    "it has " + files.iterator().next() + ", which belongs to nothing that waits in quarantine");
        }
    }
}
