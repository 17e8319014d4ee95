package org.ianawatch.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ianawatch.made.Registries;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;
import org.ianawatch.store.MadeStore;

/** The nearest assigned ports against a look at every row of the snapshot. */
class PortHistoryProperties {
    @Property(tries = 40)
    void theNearestAreThoseOfTheSnapshotWhateverCameBeforeAndAfter(@ForAll("series") List<List<Entry>> series) {
        try (MadeStore made = MadeStore.of(series)) {
            made.ask(answers -> {
                for (int port = 0; port <= Registries.HIGHEST_PORT + 1; port++) {
                    PortHistory history = answers.ports(Span.of(port));
                    for (int snapshot = 1; snapshot <= series.size(); snapshot++) {
                        List<Entry> rows = series.get(snapshot - 1);
                        int only = port;
                        OptionalInt below = assigned(rows, Span::high)
                                .filter(high -> high < only)
                                .max();
                        OptionalInt above = assigned(rows, Span::low)
                                .filter(low -> low > only)
                                .min();
                        assertEquals(covering(rows, below), history.below(snapshot), "below " + port);
                        assertEquals(covering(rows, above), history.above(snapshot), "above " + port);
                    }
                }
            });
        }
    }

    private static IntStream assigned(List<Entry> rows, ToIntFunction<Span> end) {
        return rows.stream()
                .filter(row -> row.status() == Status.ASSIGNED)
                .map(Entry::span)
                .filter(Objects::nonNull)
                .mapToInt(end);
    }

    private static List<Entry> covering(List<Entry> rows, OptionalInt port) {
        return rows.stream()
                .filter(row ->
                        port.isPresent() && row.span() != null && row.span().overlaps(Span.of(port.getAsInt())))
                .toList();
    }

    @Provide
    Arbitrary<List<List<Entry>>> series() {
        return Registries.series(2, 6);
    }
}
