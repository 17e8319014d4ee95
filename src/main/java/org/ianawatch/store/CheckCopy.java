package org.ianawatch.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Copies what a store knows apart from its snapshots: the checks, the quarantine, what the source said, what the site
 * relies on, the outbox, and what people were told.
 */
final class CheckCopy {
    private static final String RUN_COLUMNS =
            "id, registry_id, started_at, finished_at, source, outcome, message, snapshot_number";
    private static final String QUARANTINE_COLUMNS =
            "id, registry_id, sha256, byte_count, source, reason, message, first_seen_at, last_seen_at, times_seen, state";
    private static final String REGISTRY_COLUMNS =
            "title, registration_rules, source, entity_tag, last_modified, validated_sha256, id";

    private static final String USE_COLUMNS =
            "id, registry_id, port_low, port_high, service_name, transport, note, added_at";

    private static final String MESSAGE_COLUMNS = "id, registry_id, created_at, kind, rule, subject, content";
    private static final String DELIVERY_COLUMNS =
            "id, message_id, channel, state, tries, next_try_at, reason, changed_at";

    private static final String TOLD_COLUMNS = "registry_id, rule, told_until";
    private static final String TROUBLE_COLUMNS = "registry_id, kind, since";

    private static final String DELIVERIES = "SELECT " + DELIVERY_COLUMNS
            + " FROM store.delivery WHERE message_id IN (SELECT id FROM store.message WHERE registry_id = ?)";

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
        List<@Nullable Object[]> runs = rows("store.sync_run", RUN_COLUMNS, "registry_id");
        for (@Nullable Object[] run : runs) {
            Object number = run[run.length - 1];
            run[run.length - 1] = number == null ? null : numbers.get(number);
        }
        to.batch("INSERT INTO store.sync_run (" + RUN_COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)", runs);
        to.batch(
                "INSERT INTO store.quarantine (" + QUARANTINE_COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows("store.quarantine", QUARANTINE_COLUMNS, "registry_id"));
        to.batch(
                "INSERT INTO store.site_use (" + USE_COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                rows("store.site_use", USE_COLUMNS, "registry_id"));
        to.batch(
                "UPDATE store.registry SET title = ?, registration_rules = ?, source = ?, entity_tag = ?,"
                        + " last_modified = ?, validated_sha256 = ? WHERE id = ?",
                rows("store.registry", REGISTRY_COLUMNS, "id"));
        to.batch(
                "INSERT INTO store.message (" + MESSAGE_COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?)",
                rows("store.message", MESSAGE_COLUMNS, "registry_id"));
        to.batch(
                "INSERT INTO store.delivery (" + DELIVERY_COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                from.list(DELIVERIES, CheckCopy::values, registry));
        to.batch(
                "INSERT INTO store.rule_told (" + TOLD_COLUMNS + ") VALUES (?, ?, ?)",
                rows("store.rule_told", TOLD_COLUMNS, "registry_id"));
        to.batch(
                "INSERT INTO store.trouble (" + TROUBLE_COLUMNS + ") VALUES (?, ?, ?)",
                rows("store.trouble", TROUBLE_COLUMNS, "registry_id"));
    }

    private List<@Nullable Object[]> rows(String table, String columns, String key) {
        return from.list(
                "SELECT " + columns + " FROM " + table + " WHERE " + key + " = ?", CheckCopy::values, registry);
    }

    private static @Nullable Object[] values(ResultSet row) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            values.add(row.getObject(column));
        }
        return values.toArray(new @Nullable Object[0]);
    }
}
