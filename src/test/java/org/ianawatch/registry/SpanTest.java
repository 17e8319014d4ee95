package org.ianawatch.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {
    @ParameterizedTest
    @CsvSource({"0, 0, 0, 1", "278, 278, 278, 1", "272-279, 272, 279, 8", "0-65535, 0, 65535, 65536"})
    void readsThePortsAsTheRegistrySpellsThem(String text, int low, int high, int size) {
        Span ports = Ports.parse(text);
        assertEquals(new Span(low, high), ports);
        assertEquals(size, ports.size());
        assertEquals(text, ports.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "-1",
                "1-",
                "1-2-3",
                "x",
                "1 - 2",
                "65536",
                "1-65536",
                "2-1",
                "99999999999",
                "+7",
                "1-+7",
                "\uff17",
                "\u0662\u0662"
            })
    void refusesWhatIsNoRange(String text) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> Ports.parse(text));
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.contains("'" + text + "'"), message);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, true", "1, 2, false", "1-5, 5-9, true", "1-5, 6-9, false", "1-9, 4, true", "4-4, 1-9, true"})
    void rangesOverlapWhenAnyPortIsInBoth(String one, String other, boolean overlap) {
        assertEquals(overlap, Ports.parse(one).overlaps(Ports.parse(other)));
        assertEquals(overlap, Ports.parse(other).overlaps(Ports.parse(one)));
    }

    @ParameterizedTest
    @CsvSource({"271, false", "272, true", "279, true", "280, false"})
    void bothEndsAreInside(int port, boolean inside) {
        assertEquals(inside, new Span(272, 279).contains(port));
    }

    @Test
    void theLowerPortComesFirstAndThenTheSmallerRange() {
        assertEquals(
                List.of("1", "2", "2-3", "2-9", "10"),
                Stream.of("10", "2-9", "2", "1", "2-3")
                        .map(Ports::parse)
                        .sorted()
                        .map(Span::toString)
                        .toList());
    }
}
