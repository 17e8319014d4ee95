package org.ianawatch.store;

import java.util.Set;
import java.util.TreeSet;

/** The service names of all snapshots. */
final class Names {
    /** Told by the index alone, and so of every registry: to ask each row for its own takes ten times as long. */
    private static final String NAMES = "SELECT DISTINCT service_name FROM store.row_version WHERE service_name > ''";

    private final Sql sql;

    Names(Sql sql) {
        this.sql = sql;
    }

    Set<String> all() {
        return new TreeSet<>(sql.list(NAMES, row -> row.getString("service_name")));
    }
}
