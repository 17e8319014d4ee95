package org.ianawatch.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies what a store knows apart from its snapshots. */
final class CheckCopy {
    private static final String DESCRIPTION = "SELECT title, registration_rules FROM store.registry WHERE id = ?";
    private static final String SOURCE =
            "SELECT url, entity_tag, last_modified, validated_sha256 FROM store.source WHERE id = ?";

    private final Store from;
    private final Store to;

    CheckCopy(Store from, Store to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Copies all of it.
     *
     * @param numbers the snapshots' numbers there, and what they are here
     */
    void copy(Map<Integer, Integer> numbers) {
        for (CompanionTable table : CompanionTable.values()) {
            boolean isOfRegistry = "registry_id".equals(table.owner());
            List<@Nullable Object[]> rows =
                    from.sql.list(table.select(), CheckCopy::values, isOfRegistry ? from.registry : from.source);
            String owner = table.owner();
            if (owner != null) {
                int column = table.columns().indexOf(owner);
                rows.forEach(row -> row[column] = isOfRegistry ? to.registry : to.source);
            }
            if (table == CompanionTable.SYNC_RUN) {
                rows.forEach(run -> renumber(run, numbers));
            }
            to.sql.batch(table.insert(table.columns()), rows);
        }
        new Sources(to.sql).noteLast();
        describe(
                DESCRIPTION, from.registry, "UPDATE store.registry SET title = ?, registration_rules = ?", to.registry);
        describe(
                SOURCE,
                from.source,
                "UPDATE store.source SET url = ?, entity_tag = ?, last_modified = ?, validated_sha256 = ?",
                to.source);
    }

    private void describe(String select, int fromNumber, String update, int toNumber) {
        for (@Nullable Object[] values : from.sql.list(select, CheckCopy::values, fromNumber)) {
            List<@Nullable Object> parameters = new ArrayList<>(Arrays.asList(values));
            parameters.add(toNumber);
            to.sql.update(update + " WHERE id = ?", parameters.toArray());
        }
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
