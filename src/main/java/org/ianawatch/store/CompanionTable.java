package org.ianawatch.store;

import java.util.List;

/**
 * The tables of what a store knows apart from its snapshots, in an order in which each refers only to those before it. What
 * the registry's own row says is not among them.
 */
enum CompanionTable {
    SYNC_RUN("id, registry_id, started_at, finished_at, source, outcome, message, snapshot_number"),
    QUARANTINE(
            "id, registry_id, sha256, byte_count, source, reason, message, first_seen_at, last_seen_at, times_seen, state"),
    SITE_USE("id, registry_id, port_low, port_high, service_name, transport, note, added_at"),
    MESSAGE("id, registry_id, created_at, kind, rule, subject, content"),
    DELIVERY("id, message_id, channel, state, tries, next_try_at, reason, changed_at"),
    RULE_TOLD("registry_id, rule, told_until"),
    TROUBLE("registry_id, kind, since");

    private final String columns;

    CompanionTable(String columns) {
        this.columns = columns;
    }

    /** Its columns, by their names in lower case. */
    List<String> columns() {
        return List.of(columns.split(", ", -1));
    }

    /** All rows of a registry, which is the one parameter. */
    String select() {
        String ofRegistry = this == DELIVERY
                ? "message_id IN (SELECT id FROM store.message WHERE registry_id = ?)"
                : "registry_id = ?";
        return "SELECT " + columns + " FROM store." + name() + " WHERE " + ofRegistry;
    }

    /** All rows, of whatever registry, in the order of their keys. */
    String selectAll() {
        return "SELECT " + columns + " FROM store." + name() + " ORDER BY 1, 2";
    }

    /** Adds a row that has some of the columns. */
    String insert(List<String> some) {
        return "INSERT INTO store." + name() + " (" + String.join(", ", some) + ") VALUES ("
                + String.join(", ", some.stream().map(column -> "?").toList()) + ")";
    }
}
