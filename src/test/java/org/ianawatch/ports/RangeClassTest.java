package org.ianawatch.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeClassTest {
    @ParameterizedTest
    @CsvSource({
        "0, SYSTEM",
        "1023, SYSTEM",
        "1024, USER",
        "49151, USER",
        "49152, DYNAMIC",
        "65535, DYNAMIC",
    })
    void everyPortHasAClass(int port, RangeClass rangeClass) {
        assertEquals(rangeClass, RangeClass.of(port));
        assertTrue(rangeClass.ports().contains(port));
    }

    @Test
    void whatIsNoPortHasNoClass() {
        assertThrows(IllegalArgumentException.class, () -> RangeClass.of(65_536));
        assertThrows(IllegalArgumentException.class, () -> RangeClass.of(-1));
    }
}
