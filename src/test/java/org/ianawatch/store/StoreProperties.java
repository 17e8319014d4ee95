package org.ianawatch.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.made.Registries;
import org.ianawatch.made.Writing;
import org.ianawatch.registry.Entry;

/** What goes into a store comes out of it. */
class StoreProperties {
    @Property(tries = 40)
    void everySnapshotComesBackByteForByte(
            @ForAll("series") List<List<Entry>> series,
            @ForAll("writings") Writing one,
            @ForAll("writings") Writing other) {
        List<byte[]> files = new ArrayList<>();
        for (List<Entry> rows : series) {
            files.add((files.size() % 3 == 2 ? other : one).bytes(rows));
        }
        int half = files.size() / 2;
        try (MadeStore made = new MadeStore()) {
            made.append(files.subList(0, half));
            made.append(files.subList(half, files.size()));
            made.read(store -> {
                for (SnapshotEntry entry : store.snapshots()) {
                    byte[] expected = files.get(entry.number() - 1);
                    assertArrayEquals(expected, store.file(entry).bytes(), entry.label());
                    assertEquals(expected.length, entry.byteCount());
                    assertEquals(
                            series.get(entry.number() - 1), store.read(entry).entries());
                }
                assertEquals(files.size(), store.snapshots().size());
            });
            assertEquals(List.of(), made.problems());
        }
    }

    @Property(tries = 8)
    void everySnapshotOfALongHistoryHasItsRowsHoweverLongTheyLived(@ForAll("longSeries") List<List<Entry>> series) {
        try (MadeStore made = MadeStore.of(series)) {
            made.read(store -> {
                for (SnapshotEntry entry : store.snapshots()) {
                    assertEquals(
                            series.get(entry.number() - 1), store.read(entry).entries());
                }
            });
            for (int number = 1; number <= series.size(); number++) {
                List<List<String>> counted = made.query("SELECT COUNT(*) FROM registration", "SET @at = " + number);
                assertEquals(List.of(List.of("" + series.get(number - 1).size())), counted);
            }
        }
    }

    @Property(tries = 40)
    void changesComeBack(@ForAll("series") List<List<Entry>> series) {
        try (MadeStore made = MadeStore.of(series)) {
            made.read(store -> {
                List<Change> written = new ArrayList<>();
                for (ChangeSet set : made.changes()) {
                    written.addAll(set.changes());
                }
                List<RecordedChange> read = store.changes(1, series.size());
                assertEquals(written, read.stream().map(RecordedChange::change).toList());
                for (int number = 2; number <= series.size(); number++) {
                    assertEquals(
                            made.changes().get(number - 2).changes(),
                            store.changes(number, number).stream()
                                    .map(RecordedChange::change)
                                    .toList());
                }
            });
        }
    }

    @Property(tries = 40)
    void theRowsThatBeganOrEndedAreThoseThatDifferAndThoseThatMoved(@ForAll("series") List<List<Entry>> series) {
        try (MadeStore made = MadeStore.of(series)) {
            made.read(store -> {
                Map<Integer, List<Entry>> changed = store.changedRows(1, series.size());
                assertFalse(changed.containsKey(1));
                for (int number = 2; number <= series.size(); number++) {
                    List<Entry> rows = new ArrayList<>(changed.getOrDefault(number, List.of()));
                    ChangeSet difference = made.changes().get(number - 2);
                    difference.removedRows().forEach(row -> assertTrue(rows.remove(row), row.toString()));
                    difference.addedRows().forEach(row -> assertTrue(rows.remove(row), row.toString()));
                    assertTrue(series.get(number - 2).containsAll(rows));
                    assertTrue(series.get(number - 1).containsAll(rows));
                    assertEquals(
                            changed.getOrDefault(number, List.of()),
                            store.changedRows(number, number).getOrDefault(number, List.of()));
                }
            });
        }
    }

    @Provide
    Arbitrary<List<List<Entry>>> series() {
        return Registries.series(2, 6);
    }

    @Provide
    Arbitrary<List<List<Entry>>> longSeries() {
        return Registries.series(30, 40);
    }

    @Provide
    Arbitrary<Writing> writings() {
        return Registries.writings();
    }
}
