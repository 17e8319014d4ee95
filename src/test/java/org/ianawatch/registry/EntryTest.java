package org.ianawatch.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.ianawatch.made.Rows;
import org.ianawatch.ports.PortRegistry;
import org.junit.jupiter.api.Test;

class EntryTest {
    private static final Entry FOO = Rows.row("foo", "272-279", "tcp", "Foo,\n\"the best\"");

    @Test
    void valuesAreWhatTheFileSays() {
        assertEquals("foo", FOO.name());
        assertEquals("Foo,\n\"the best\"", FOO.value(PortRegistry.DESCRIPTION));
        assertEquals(12, FOO.values().size());
        assertEquals(new Span(272, 279), FOO.span());
        assertEquals(Space.TCP, FOO.space());
        assertEquals(List.of(Space.TCP), FOO.spaces());
        assertEquals(Status.ASSIGNED, FOO.status());
    }

    @Test
    void aRowMayHaveNeitherPortNorTransport() {
        Entry bare = Rows.row("foo", "", "", "Foo");
        assertNull(bare.span());
        assertNull(bare.space());
        assertEquals(Space.ALL, bare.spaces());
    }

    @Test
    void rowsAreEqualByTheirValues() {
        Entry same = Entry.of(PortRegistry.ROLES, FOO.values().toArray(String[]::new));
        assertEquals(FOO, same);
        assertEquals(FOO.hashCode(), same.hashCode());
        for (Column column : PortRegistry.COLUMNS) {
            String other = column.equals(PortRegistry.PORT_NUMBER) ? "1" : "other";
            Entry changed = Rows.with(FOO, column, other);
            assertNotEquals(FOO, changed);
            assertEquals(List.of(column), FOO.differences(changed));
        }
        assertEquals(List.of(), FOO.differences(same));
    }

    @Test
    void itKeepsItsValuesToItself() {
        String[] values = FOO.values().toArray(String[]::new);
        Entry row = Entry.of(PortRegistry.ROLES, values);
        values[0] = "changed";
        assertEquals("foo", row.name());
        assertThrows(UnsupportedOperationException.class, () -> row.values().set(0, "changed"));
    }

    @Test
    void refusesAnotherNumberOfValues() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Entry.of(PortRegistry.ROLES, "foo", "1"));
        assertEquals("a row has 12 values, not 2", refusal.getMessage());
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
