package org.ianawatch.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.ianawatch.registry.Ports;
import org.ianawatch.registry.Span;
import org.junit.jupiter.api.Test;

class StatesByPortTest {
    @Test
    void readsNeighboursTogetherAndOthersApart() {
        assertEquals(
                ranges("22-38", "80", "8000-8080"), StatesByPort.joined(ranges("38", "22", "80", "8000-8080", "8080")));
    }

    @Test
    void keepsARangeWithinAnother() {
        assertEquals(ranges("1-100"), StatesByPort.joined(ranges("1-100", "5-9")));
    }

    @Test
    void joinsNothingToNothing() {
        assertEquals(List.of(), StatesByPort.joined(List.of()));
    }

    private static List<Span> ranges(String... texts) {
        return Stream.of(texts).map(Ports::parse).toList();
    }
}
