package org.ianawatch.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearNamesTest {
    @ParameterizedTest
    @CsvSource({"'', '', 0", "ssh, ssh, 0", "ssh, sh, 1", "ssh, sssh, 1", "ssh, shs, 1", "ssh, sxh, 1", "abcd, dcba, 3"
    })
    void theDistanceIsTheFewestEdits(String one, String other, int expected) {
        assertEquals(expected, NearNames.distance(one, other));
        assertEquals(expected, NearNames.distance(other, one));
    }

    @Test
    void theNearestStandsFirstAndTheFarAreLeftOut() {
        List<String> names = List.of("https", "HTTP", "http", "ftp", "hotp", "telnet");
        assertEquals(List.of("HTTP", "http"), NearNames.of("htpt", names));
        assertEquals(List.of("HTTP", "http", "hotp"), NearNames.of("http", names));
        assertEquals(List.of(), NearNames.of("quantum", names));
    }
}
