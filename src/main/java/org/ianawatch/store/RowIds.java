package org.ianawatch.store;

import java.util.List;
import org.ianawatch.store.jdbc.Sql;

/** The ids that new rows get, after rows from elsewhere brought theirs with them; between two commits. */
final class RowIds {
    private RowIds() {}

    /** Those of what a store knows apart from its snapshots begin above all that are there. */
    static void restart(Sql sql) {
        restart(sql, List.of("sync_run", "quarantine", "site_use", "delivery"));
    }

    /** The same for rows and changes, too, which come from elsewhere only where tables are brought over. */
    static void restartAll(Sql sql) {
        restart(sql);
        restart(sql, List.of("change"));
        long next = sql.number(
                "SELECT COALESCE(MAX(id), 0) + 1 FROM (SELECT id FROM store.row_now UNION ALL SELECT id FROM store.row_past)");
        sql.update("ALTER TABLE store.row_now ALTER COLUMN id RESTART WITH " + next);
    }

    private static void restart(Sql sql, List<String> tables) {
        for (String table : tables) {
            long next = sql.number("SELECT COALESCE(MAX(id), 0) + 1 FROM store." + table);
            sql.update("ALTER TABLE store." + table + " ALTER COLUMN id RESTART WITH " + next);
        }
    }
}
