package org.ianawatch.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Entry;

/** Finds registrations by what they say. */
final class Search {
    /** Without an order, so that H2 reads the rows once and sorts none; what is found is sorted here. */
    private static final String EVER =
            "SELECT valid_from, valid_until, position, field FROM store.row_version WHERE registry_id = ?";

    /** A row that fits, with its place in the file. */
    private record Hit(long position, Match match, RowVersion version) {
        Found during(int from, int until) {
            return new Found(match, from, until, List.of(version.registration()));
        }
    }

    private final Sql sql;
    private final int registry;
    private final SearchQuery query;
    private final RowVersions versions;

    Search(Sql sql, int registry, SearchQuery query, RowVersions versions) {
        this.versions = versions;
        this.sql = sql;
        this.registry = registry;
        this.query = query;
    }

    /** What a snapshot has, the best first. */
    List<Found> at(int snapshot) {
        List<Hit> hits = new ArrayList<>();
        versions.each(snapshot, row -> look(row, hits));
        return merged(inOrder(hits).stream()
                .map(hit -> hit.during(snapshot, snapshot + 1))
                .toList());
    }

    /** What any snapshot has, the best first. */
    List<Found> everywhere() {
        List<Hit> hits = new ArrayList<>();
        sql.each(EVER, row -> look(row, hits), registry);
        return merged(rows(inOrder(hits)));
    }

    /** The rows that fit, in the order of their files. */
    private static List<Hit> inOrder(List<Hit> hits) {
        hits.sort(Comparator.comparing(Hit::position)
                .thenComparing(hit -> hit.version().from()));
        return hits;
    }

    private void look(ResultSet row, List<Hit> hits) throws SQLException {
        String[] values = RowVersions.values(row);
        Match match = query.match(values);
        if (match != null) {
            RowVersion version = new RowVersion(
                    row.getInt("valid_from"), row.getInt("valid_until"), Entry.of(PortRegistry.ROLES, values));
            hits.add(new Hit(row.getLong("position"), match, version));
        }
    }

    /** The versions of each row as one. */
    private static Collection<Found> rows(List<Hit> hits) {
        Map<Object, Found> rows = new LinkedHashMap<>();
        for (Hit hit : hits) {
            Object row = key(hit.version().registration(), PortRegistry.TRANSPORT_PROTOCOL);
            rows.merge(row, hit.during(hit.version().from(), hit.version().until()), Search::later);
        }
        return rows.values();
    }

    private static List<Found> merged(Collection<Found> rows) {
        Map<Object, Found> lines = new LinkedHashMap<>();
        for (Found row : rows) {
            lines.merge(List.of(key(row.first()), row.from(), row.until()), row, Found::and);
        }
        List<Found> sorted = new ArrayList<>(lines.values());
        sorted.sort(Comparator.comparing(Found::match));
        return sorted;
    }

    /** Two versions of a row as one. */
    private static Found later(Found one, Found other) {
        return new Found(
                one.match().better(other.match()),
                Math.min(one.from(), other.from()),
                Math.max(one.until(), other.until()),
                one.until() >= other.until() ? one.registrations() : other.registrations());
    }

    private static List<String> key(Entry registration, Column... more) {
        List<String> key = new ArrayList<>();
        for (Column column : List.of(PortRegistry.SERVICE_NAME, PortRegistry.PORT_NUMBER, PortRegistry.DESCRIPTION)) {
            key.add(registration.value(column));
        }
        for (Column column : more) {
            key.add(registration.value(column));
        }
        return key;
    }
}
