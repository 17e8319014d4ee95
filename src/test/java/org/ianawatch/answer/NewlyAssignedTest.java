package org.ianawatch.answer;

import static org.ianawatch.made.Rows.row;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Span;
import org.ianawatch.store.MadeStore;
import org.ianawatch.store.SnapshotSelector;
import org.junit.jupiter.api.Test;

class NewlyAssignedTest {
    private static final Entry BLOCK = row("", "272-279", "", "Unassigned");
    private static final Entry HELD = row("", "300", "", "Reserved");
    private static final Entry FOO = row("foo", "278", "tcp", "Foo");
    private static final Entry FOO_BY_UDP = row("foo", "278", "udp", "Foo");
    private static final Entry BAR = row("bar", "275", "tcp", "Bar");
    private static final Entry WAS_HELD = row("held", "300", "tcp", "Held");
    private static final Span PORTS = new Span(272, 279);

    /** Snapshots are a day apart, so all of them are within five years of each other. */
    @Test
    void portsCountOnceWhateverTheTransportAndOnlyThoseThatWereUnassigned() {
        try (MadeStore made = MadeStore.of(Stream.of(
                        List.of(BLOCK, HELD),
                        List.of(BLOCK, FOO, FOO_BY_UDP, HELD),
                        List.of(BLOCK, FOO, FOO_BY_UDP, BAR, HELD, WAS_HELD))
                .toList())) {
            made.ask(answers -> {
                NewlyAssigned all = answers.newlyAssigned(answers.find(SnapshotSelector.latest()), 5);
                assertEquals(1, all.since().number());
                assertEquals(2, all.among(PORTS));
                assertEquals(1, all.among(new Span(276, 279)));
                assertEquals(0, all.among(Span.of(300)));
                NewlyAssigned then = answers.newlyAssigned(answers.find(SnapshotSelector.number(2)), 5);
                assertEquals(1, then.among(PORTS));
            });
        }
    }
}
