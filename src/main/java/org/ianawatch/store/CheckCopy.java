package org.ianawatch.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies what a store knows apart from its snapshots. */
final class CheckCopy {
    private static final String DESCRIPTION = "SELECT title, registration_rules, id FROM store.registry WHERE id = ?";
    private static final String SOURCE =
            "SELECT s.url, s.entity_tag, s.last_modified, s.validated_sha256, r.id FROM store.source s"
                    + " JOIN store.registry r ON r.source_id = s.id WHERE r.id = ?";

    private final Sql from;
    private final Sql to;
    private final int registry;

    CheckCopy(Sql from, Sql to, int registry) {
        this.from = from;
        this.to = to;
        this.registry = registry;
    }

    /**
     * Copies all of it.
     *
     * @param numbers the snapshots' numbers there, and what they are here
     */
    void copy(Map<Integer, Integer> numbers) {
        for (CompanionTable table : CompanionTable.values()) {
            List<@Nullable Object[]> rows = from.list(table.select(), CheckCopy::values, registry);
            if (table == CompanionTable.SYNC_RUN) {
                rows.forEach(run -> renumber(run, numbers));
            }
            to.batch(table.insert(table.columns()), rows);
        }
        to.batch(
                "UPDATE store.registry SET title = ?, registration_rules = ? WHERE id = ?",
                from.list(DESCRIPTION, CheckCopy::values, registry));
        to.batch(
                "UPDATE store.source SET url = ?, entity_tag = ?, last_modified = ?, validated_sha256 = ?"
                        + " WHERE id = (SELECT source_id FROM store.registry WHERE id = ?)",
                from.list(SOURCE, CheckCopy::values, registry));
    }

    private static void renumber(@Nullable Object[] run, Map<Integer, Integer> numbers) {
        int column = CompanionTable.SYNC_RUN.columns().indexOf("snapshot_number");
        Object number = run[column];
        run[column] = number == null ? null : numbers.get(number);
    }

    private static @Nullable Object[] values(ResultSet row) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            values.add(row.getObject(column));
        }
        return values.toArray(new @Nullable Object[0]);
    }
}
