package org.ianawatch.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.registry.Column.Content;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Roles;
import org.ianawatch.store.RowVersion;

/** Finds registrations by what they say. */
final class Search {
    /** A row that fits. */
    private record Hit(Match match, RowVersion version) {
        Found during(int from, int until) {
            return new Found(match, from, until, List.of(version.registration()));
        }
    }

    private final Rows rows;
    private final SearchQuery query;

    Search(Rows rows, SearchQuery query) {
        this.rows = rows;
        this.query = query;
    }

    /** What a snapshot has, the best first. */
    List<Found> at(int snapshot) {
        List<Hit> hits = new ArrayList<>();
        rows.each(snapshot, rank -> look(rank, hits));
        return inSnapshot(snapshot, hits);
    }

    /** What the newest snapshot has, the best first; its texts tell which of its rows may fit. */
    List<Found> atNewest(int snapshot, SearchTexts texts) {
        List<Hit> hits = new ArrayList<>();
        for (int rank : texts.candidates(query)) {
            look(rank, hits);
        }
        return inSnapshot(snapshot, hits);
    }

    private static List<Found> inSnapshot(int snapshot, List<Hit> hits) {
        List<Found> found = new ArrayList<>(hits.size());
        for (Hit hit : hits) {
            found.add(hit.during(snapshot, snapshot + 1));
        }
        return merged(found);
    }

    /** What any snapshot has, the best first. */
    List<Found> everywhere() {
        List<Hit> hits = new ArrayList<>();
        for (int rank = 0; rank < rows.count(); rank++) {
            look(rank, hits);
        }
        return merged(rows(hits));
    }

    private void look(int rank, List<Hit> hits) {
        String[] values = rows.values(rank);
        Match match = query.match(values);
        if (match != null) {
            hits.add(new Hit(match, new RowVersion(rows.from(rank), rows.until(rank), rows.entry(rank, values))));
        }
    }

    /** The versions of each row as one. */
    private static Collection<Found> rows(List<Hit> hits) {
        Map<Object, Found> rows = new LinkedHashMap<>();
        for (Hit hit : hits) {
            Entry entry = hit.version().registration();
            List<String> row = key(entry);
            row.add(entry.value(Content.SPACE));
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

    /** What a person takes a row by: its codes and its labels. */
    private static List<String> key(Entry entry) {
        Roles roles = entry.roles();
        List<String> key = new ArrayList<>();
        for (int column = 0; column < roles.columns().size(); column++) {
            if (roles.labels().contains(column)
                    || (roles.key().columns().contains(column)
                            && roles.columns().get(column).content() != Content.SPACE)) {
                key.add(entry.values().get(column));
            }
        }
        return key;
    }
}
