package org.ianawatch.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ianawatch.made.Cells;
import org.ianawatch.made.Registries;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Span;
import org.ianawatch.store.MadeStore;

/** The states of ports against brute force: a port by a transport at a snapshot, one after the other. */
class PortStatesProperties {
    private static final Span ALL = new Span(0, Registries.HIGHEST_PORT);

    @Property(tries = 40)
    void saysWhatTheRowsSayOfEachPortAndSinceWhen(@ForAll("series") List<List<Entry>> series) {
        try (MadeStore made = MadeStore.of(series)) {
            made.ask(answers -> {
                PortHistory history = answers.ports(ALL);
                for (int snapshot = 1; snapshot <= series.size(); snapshot++) {
                    for (PortState state : history.states(snapshot)) {
                        for (int port = state.ports().low();
                                port <= state.ports().high();
                                port++) {
                            assertState(series, snapshot, port, state);
                        }
                    }
                }
            });
        }
    }

    @Property(tries = 40)
    void hasEveryPortOnceForEachTransport(@ForAll("series") List<List<Entry>> series) {
        try (MadeStore made = MadeStore.of(series)) {
            made.ask(answers -> {
                List<PortState> states = answers.ports(ALL).states(series.size());
                int ports =
                        states.stream().mapToInt(state -> state.ports().size()).sum();
                long transports =
                        states.stream().map(PortState::transport).distinct().count();
                assertEquals(ALL.size() * transports, ports);
            });
        }
    }

    private static void assertState(List<List<Entry>> series, int snapshot, int port, PortState state) {
        String transport = state.transport().name();
        Cells cells = Cells.of(series.get(snapshot - 1), port, transport);
        assertEquals(cells.status(), state.status().word());
        assertEquals(cells.services(), state.services());
        int since = snapshot;
        while (since > 1 && isLike(cells, Cells.of(series.get(since - 2), port, transport))) {
            since--;
        }
        assertEquals(since, state.since(), port + "/" + transport + " at " + snapshot);
    }

    private static boolean isLike(Cells one, Cells other) {
        return one.status().equals(other.status()) && one.services().equals(other.services());
    }

    @Provide
    Arbitrary<List<List<Entry>>> series() {
        return Registries.series(2, 6);
    }
}
