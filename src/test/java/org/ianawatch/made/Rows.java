package org.ianawatch.made;

import java.util.List;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Header;
import org.ianawatch.registry.Sha256;
import org.ianawatch.registry.Snapshot;

/** Rows written by hand. */
public final class Rows {
    /** IANA's header. */
    public static final List<String> TITLES =
            PortRegistry.COLUMNS.stream().map(Column::title).toList();

    private Rows() {}

    /** A row of which nothing but this matters. */
    public static Entry row(String service, String port, String transport, String description) {
        return row(service, port, transport, description, "2019-01-01", "[RFC6335]");
    }

    public static Entry row(
            String service, String port, String transport, String description, String modified, String reference) {
        return Entry.of(
                PortRegistry.ROLES,
                service,
                port,
                transport,
                description,
                "[Org]",
                "[Org]",
                "2018-01-01",
                modified,
                reference,
                "",
                "",
                "");
    }

    /** The row with another value in one column. */
    public static Entry with(Entry row, Column column, String value) {
        String[] values = row.values().toArray(String[]::new);
        values[PortRegistry.ROLES.index(column)] = value;
        return Entry.of(PortRegistry.ROLES, values);
    }

    /** A snapshot of nothing but rows. */
    public static Snapshot snapshot(List<Entry> rows) {
        return new Snapshot("made", Sha256.known("0".repeat(64)), Header.of(TITLES, PortRegistry.ROLES), rows);
    }

    public static Snapshot snapshot(Entry... rows) {
        return snapshot(List.of(rows));
    }
}
