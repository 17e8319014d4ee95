package org.ianawatch.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.made.Registries;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Ports;
import org.ianawatch.registry.Span;
import org.ianawatch.store.MadeStore;

/** The lives of rows are the snapshots seen along time, and their boundaries are what the diff says. */
class RowLifeProperties {
    private static final Span ALL = new Span(0, Ports.LAST);

    @Property(tries = 40)
    void livesAddUpToEverySnapshot(@ForAll("series") List<List<Entry>> series) {
        try (MadeStore made = MadeStore.of(series)) {
            made.ask(answers -> {
                List<RowLife> lives = lives(answers);
                for (int snapshot = 1; snapshot <= series.size(); snapshot++) {
                    List<Entry> inForce = new ArrayList<>();
                    for (RowLife life : lives) {
                        addVersion(life, snapshot, inForce);
                    }
                    assertEquals(sorted(series.get(snapshot - 1)), sorted(inForce));
                }
            });
        }
    }

    @Property(tries = 40)
    void everyBoundaryIsADifferenceOfRows(@ForAll("series") List<List<Entry>> series) {
        try (MadeStore made = MadeStore.of(series)) {
            made.ask(answers -> {
                List<RowLife> lives = lives(answers);
                for (int snapshot = 2; snapshot <= series.size(); snapshot++) {
                    List<Entry> ended = new ArrayList<>();
                    List<Entry> begun = new ArrayList<>();
                    for (RowLife life : lives) {
                        addBoundary(life, snapshot, ended, begun);
                    }
                    ChangeSet changes = made.changes().get(snapshot - 2);
                    assertEquals(sorted(changes.removedRows()), sorted(ended));
                    assertEquals(sorted(changes.addedRows()), sorted(begun));
                }
            });
        }
    }

    private static void addVersion(RowLife life, int snapshot, List<Entry> inForce) {
        if (life.goneSnapshot() == null || snapshot < life.goneSnapshot()) {
            life.versions().stream()
                    .filter(step -> step.snapshot() <= snapshot)
                    .reduce((earlier, later) -> later)
                    .ifPresent(step -> inForce.add(step.record()));
        }
    }

    private static void addBoundary(RowLife life, int snapshot, List<Entry> ended, List<Entry> begun) {
        RowStep before = null;
        for (RowStep step : life.versions()) {
            if (step.snapshot() == snapshot) {
                begun.add(step.record());
                if (before != null) {
                    ended.add(before.record());
                    assertEquals(
                            before.record().differences(step.record()).size(),
                            step.fields().size());
                }
            }
            before = step;
        }
        if (Objects.equals(life.goneSnapshot(), snapshot)) {
            ended.add(life.last().record());
        }
    }

    private static List<RowLife> lives(Answers answers) {
        return LifeWeaver.lives(answers.rows().touching(ALL), answers.snapshots());
    }

    /** Those with a port, in an order of their own. */
    private static List<Entry> sorted(Collection<Entry> rows) {
        return rows.stream()
                .filter(row -> row.span() != null)
                .sorted(Comparator.comparing(Entry::toString))
                .toList();
    }

    @Provide
    Arbitrary<List<List<Entry>>> series() {
        return Registries.series(2, 6);
    }
}
