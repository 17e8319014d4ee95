package org.ianawatch.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ianawatch.made.Registries;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Entry;
import org.ianawatch.store.MadeStore;
import org.ianawatch.store.SnapshotEntry;

/** Whatever a row says, a search for it finds the row. */
class SearchProperties {
    @Property(tries = 15)
    void everyRowIsFoundByItsWordsAndFirstByItsName(@ForAll("series") List<List<Entry>> series) {
        try (MadeStore made = MadeStore.of(series)) {
            made.ask(answers -> {
                for (SnapshotEntry entry : answers.snapshots()) {
                    for (Entry row : series.get(entry.number() - 1)) {
                        isFound(answers, entry, row);
                    }
                }
            });
        }
    }

    private static void isFound(Answers answers, SnapshotEntry entry, Entry row) {
        for (int index : SearchColumns.of(PortRegistry.ROLES).all()) {
            Column column = PortRegistry.COLUMNS.get(index);
            for (String word : row.value(column).split("\\s+", -1)) {
                if (!word.isEmpty()) {
                    List<Found> found = answers.search(SearchQuery.of(word, Set.of(column), PortRegistry.ROLES), entry);
                    assertTrue(
                            found.stream().anyMatch(one -> one.registrations().contains(row)), word);
                }
            }
        }
        if (!row.name().isEmpty()) {
            Found first = answers.search(SearchQuery.of(row.name(), Set.of(), PortRegistry.ROLES), entry)
                    .get(0);
            assertEquals(Match.NAME, first.match());
            assertEquals(row.name(), first.first().name());
        }
    }

    @Provide
    Arbitrary<List<List<Entry>>> series() {
        return Registries.series(1, 3);
    }
}
