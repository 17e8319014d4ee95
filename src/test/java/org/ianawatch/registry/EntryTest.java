package org.ianawatch.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.ianawatch.made.Rows;
import org.junit.jupiter.api.Test;

class EntryTest {
    private static final Entry FOO = Rows.row("foo", "272-279", "tcp", "Foo,\n\"the best\"");

    @Test
    void valuesAreWhatTheFileSays() {
        assertEquals("foo", FOO.service());
        assertEquals("Foo,\n\"the best\"", FOO.value(Column.DESCRIPTION));
        assertEquals(12, FOO.values().size());
        assertEquals(new Span(272, 279), FOO.ports());
        assertEquals(Space.TCP, FOO.transport());
        assertEquals(List.of(Space.TCP), FOO.transports());
        assertEquals(Status.ASSIGNED, FOO.status());
    }

    @Test
    void aRowMayHaveNeitherPortNorTransport() {
        Entry bare = Rows.row("foo", "", "", "Foo");
        assertNull(bare.ports());
        assertNull(bare.transport());
        assertEquals(Space.ALL, bare.transports());
    }

    @Test
    void rowsAreEqualByTheirValues() {
        Entry same = Entry.of(FOO.values().toArray(String[]::new));
        assertEquals(FOO, same);
        assertEquals(FOO.hashCode(), same.hashCode());
        for (Column column : Column.ALL) {
            String other = column == Column.PORT_NUMBER ? "1" : "other";
            Entry changed = Rows.with(FOO, column, other);
            assertNotEquals(FOO, changed);
            assertEquals(List.of(column), FOO.differences(changed));
        }
        assertEquals(List.of(), FOO.differences(same));
    }

    @Test
    void itKeepsItsValuesToItself() {
        String[] values = FOO.values().toArray(String[]::new);
        Entry row = Entry.of(values);
        values[0] = "changed";
        assertEquals("foo", row.service());
        assertThrows(UnsupportedOperationException.class, () -> row.values().set(0, "changed"));
    }

    @Test
    void refusesAnotherNumberOfValues() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> Entry.of("foo", "1"));
        assertEquals("a registration has 12 values, not 2", refusal.getMessage());
    }

    @Test
    void theFourTransportsComeFirst() {
        assertEquals(
                List.of("tcp", "udp", "sctp", "dccp", "TCP", "quic"),
                Stream.of("quic", "dccp", "udp", "TCP", "tcp", "sctp")
                        .map(Space::of)
                        .sorted()
                        .map(Space::toString)
                        .toList());
        assertEquals(Space.SCTP, new Space("sctp"));
        assertThrows(IllegalArgumentException.class, () -> Space.of(""));
    }
}
