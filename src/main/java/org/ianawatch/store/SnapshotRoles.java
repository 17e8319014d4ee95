package org.ianawatch.store;

import java.util.HashMap;
import java.util.Map;
import org.ianawatch.csv.CsvFile;
import org.ianawatch.csv.MalformedFileException;
import org.ianawatch.registry.Roles;

/** What the columns of a registry mean in each of its snapshots: where its columns are not fixed, each has its own. */
final class SnapshotRoles {
    private final Sql sql;
    private final int registry;
    private final Roles roles;
    private final Map<Integer, Roles> known = new HashMap<>();

    SnapshotRoles(Sql sql, int registry, Roles roles) {
        this.sql = sql;
        this.registry = registry;
        this.roles = roles;
    }

    /** Those of a snapshot, which is in the store. */
    Roles of(int snapshot) {
        return roles.isFixed() ? roles : known.computeIfAbsent(snapshot, this::read);
    }

    private Roles read(int snapshot) {
        String header = sql.first(
                        "SELECT header FROM store.snapshot WHERE registry_id = ? AND number = ?",
                        row -> row.getString("header"),
                        registry,
                        snapshot)
                .orElseThrow();
        try {
            return CsvFile.header(header, roles).roles();
        } catch (MalformedFileException wrong) {
            throw new StoreException("the header of snapshot " + snapshot + " is damaged", wrong);
        }
    }
}
