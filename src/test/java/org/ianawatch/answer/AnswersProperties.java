package org.ianawatch.answer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ianawatch.made.Registries;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Span;
import org.ianawatch.store.MadeStore;
import org.ianawatch.store.RecordedChange;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.Store;

/** What is published says what the store says. */
class AnswersProperties {
    @Property(tries = 30)
    void everythingIsAsTheStoreHasIt(@ForAll("series") List<List<Entry>> series) {
        try (MadeStore made = MadeStore.of(series)) {
            made.read(store -> made.ask(answers -> {
                assertEquals(store.snapshots(), answers.snapshots());
                assertEquals(store.newest(), answers.newest());
                assertEquals(store.names(), answers.names());
                assertEquals(store.changes(1, series.size()), answers.changes(1, series.size()));
                for (SnapshotEntry entry : store.snapshots()) {
                    int number = entry.number();
                    assertArrayEquals(
                            made.files().get(number - 1), answers.file(entry).bytes());
                    assertEquals(store.read(entry), answers.read(entry));
                    assertEquals(
                            store.counts(number, number).getOrDefault(number, Map.of()),
                            answers.snapshots().counts(number));
                    assertEquals(store.changes(number, number), answers.changes(number, number));
                    assertNames(store, answers, entry);
                }
                assertPorts(store, answers);
            }));
        }
    }

    private static void assertNames(Store store, Answers answers, SnapshotEntry entry) {
        for (String name : store.names()) {
            List<String> asked = List.of(name.toLowerCase(Locale.ROOT));
            assertEquals(store.named(asked, entry), answers.named(asked, entry), name);
        }
    }

    private static void assertPorts(Store store, Answers answers) {
        List<RecordedChange> all = store.changes(1, Integer.MAX_VALUE);
        for (int low = 0; low <= Registries.HIGHEST_PORT; low++) {
            for (int high = low; high <= Registries.HIGHEST_PORT; high += 3) {
                Span ports = new Span(low, high);
                assertEquals(
                        all.stream()
                                .filter(recorded -> recorded.change().span() != null
                                        && recorded.change().span().overlaps(ports))
                                .toList(),
                        answers.ports(ports).changes(),
                        ports.toString());
            }
        }
    }

    @Provide
    Arbitrary<List<List<Entry>>> series() {
        return Registries.series(1, 5);
    }
}
