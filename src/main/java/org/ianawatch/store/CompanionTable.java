package org.ianawatch.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tables of what a store knows apart from its snapshots, in an order in which each refers only to those before it. What
 * the registry's own row says is not among them. Public for the other rooms of the store.
 */
public enum CompanionTable {
    SYNC_RUN("id, source_id, started_at, finished_at, source, outcome, message, snapshot_number"),
    QUARANTINE(
            "id, source_id, sha256, byte_count, source, reason, message, first_seen_at, last_seen_at, times_seen, state"),
    SITE_USE("id, registry_id, port_low, port_high, service_name, transport, note, added_at"),
    MESSAGE("id, source_id, created_at, kind, rule, subject, content"),
    DELIVERY("id, message_id, channel, state, tries, next_try_at, reason, changed_at"),
    RULE_TOLD("source_id, rule, told_until"),
    TROUBLE("source_id, kind, since");

    private final String columns;

    CompanionTable(String columns) {
        this.columns = columns;
    }

    /** Its columns, by their names in lower case. */
    public List<String> columns() {
        return List.of(columns.split(", ", -1));
    }

    /** What a row belongs to, of which there is one column: the registry or its source; null where it belongs to a message. */
    @Nullable
    public String owner() {
        return this == DELIVERY ? null : this == SITE_USE ? "registry_id" : "source_id";
    }

    /** All rows of a registry, or of its source, the number of which is the one parameter. */
    public String select() {
        String owner = owner();
        return "SELECT " + columns + " FROM store." + name() + " WHERE "
                + (owner == null ? "message_id IN (SELECT id FROM store.message WHERE source_id = ?)" : owner + " = ?");
    }

    /** All rows, of whatever registry, in the order of their keys. */
    public String selectAll() {
        return "SELECT " + columns + " FROM store." + name() + " ORDER BY 1, 2";
    }

    /** Adds a row that has some of the columns. */
    public String insert(List<String> some) {
        return "INSERT INTO store." + name() + " (" + String.join(", ", some) + ") VALUES ("
                + String.join(", ", some.stream().map(column -> "?").toList()) + ")";
    }
}
