package org.ianawatch.store;

import java.util.Set;
import java.util.TreeSet;

/** The service names of all snapshots. */
final class Names {
    private static final String NAMES =
            "SELECT DISTINCT service_name AS name FROM store.row_version WHERE registry_id = ? AND service_name > ''";

    private final Sql sql;
    private final int registry;

    Names(Sql sql, int registry) {
        this.sql = sql;
        this.registry = registry;
    }

    Set<String> all() {
        return new TreeSet<>(sql.list(NAMES, row -> row.getString("name"), registry));
    }
}
