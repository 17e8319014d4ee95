package org.ianawatch.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
    @ParameterizedTest
    @CsvSource({"'', '', 0", "ssh, ssh, 0", "ssh, sh, 1", "ssh, sssh, 1", "ssh, shs, 1", "ssh, sxh, 1", "abcd, dcba, 3"
    })
    void theDistanceIsTheFewestEdits(String one, String other, int expected) {
        assertEquals(expected, EditDistance.of(one, other));
        assertEquals(expected, EditDistance.of(other, one));
    }
}
