package org.ianawatch.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ianawatch.registry.SiteUse;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Use;
import org.ianawatch.store.jdbc.Sql;
import org.jspecify.annotations.Nullable;

/** The ports and service names that this site relies on. */
public final class Uses {
    private static final String SELECT = "SELECT * FROM store.site_use WHERE registry_id = ?";
    private static final String SAME = " AND port_low IS NOT DISTINCT FROM ? AND port_high IS NOT DISTINCT FROM ?"
            + " AND service_name IS NOT DISTINCT FROM ? AND transport IS NOT DISTINCT FROM ?";
    private static final String INSERT =
            "INSERT INTO store.site_use (note, added_at, registry_id, port_low, port_high, service_name, transport)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String SET_NOTE = "UPDATE store.site_use SET note = ? WHERE registry_id = ?" + SAME;
    private static final String DELETE = "DELETE FROM store.site_use WHERE registry_id = ?" + SAME;

    private final Sql sql;
    private final int registry;

    Uses(Sql sql, int registry) {
        this.sql = sql;
        this.registry = registry;
    }

    /** All of them, ports in their order, then service names. */
    public List<SiteUse> all() {
        return sql.list(SELECT, Uses::siteUse, registry).stream()
                .sorted(Comparator.comparing(SiteUse::use))
                .toList();
    }

    /** What was written down of exactly this use. */
    public Optional<SiteUse> find(Use use) {
        return sql.first(SELECT + SAME, Uses::siteUse, identity(use));
    }

    /** Those that have a port, or the name, in common with this use, in the order of {@link #all}. */
    public List<SiteUse> overlapping(Use use) {
        return all().stream().filter(known -> known.use().overlaps(use)).toList();
    }

    /**
     * Writes a use down, or changes the note of one that is there already; inside {@link WritableStore#commit}.
     *
     * @param note what for; null leaves the note of one that is there as it is
     * @return what was written down of it before
     */
    public Optional<SiteUse> put(Use use, @Nullable String note, Instant now) {
        Optional<SiteUse> known = find(use);
        if (known.isEmpty()) {
            SiteUse added = new SiteUse(use, note == null ? "" : note, now);
            sql.update(INSERT, identity(use, added.note(), added.addedAt()));
        } else if (note != null) {
            SiteUse noted = new SiteUse(use, note, known.get().addedAt());
            sql.update(SET_NOTE, identity(use, noted.note()));
        }
        return known;
    }

    /** Forgets a use; inside {@link WritableStore#commit}. */
    public void remove(Use use) {
        sql.update(DELETE, identity(use));
    }

    /** The parameters of a statement: those that come first, and then what tells a use from all others. */
    private @Nullable Object[] identity(Use use, Object... first) {
        Span ports = use.ports();
        Space transport = use.transport();
        List<@Nullable Object> parameters = new ArrayList<>(Arrays.asList(first));
        parameters.add(registry);
        parameters.add(ports == null ? null : ports.low());
        parameters.add(ports == null ? null : ports.high());
        parameters.add(use.service());
        parameters.add(transport == null ? null : transport.name());
        return parameters.toArray(new @Nullable Object[0]);
    }

    static SiteUse siteUse(ResultSet row) throws SQLException {
        Integer low = Sql.integer(row, "port_low");
        Integer high = Sql.integer(row, "port_high");
        String transport = row.getString("transport");
        Use use = new Use(
                low == null || high == null ? null : new Span(low, high),
                row.getString("service_name"),
                transport == null ? null : Space.of(transport));
        return new SiteUse(use, row.getString("note"), Sql.instant(row, "added_at"));
    }
}
