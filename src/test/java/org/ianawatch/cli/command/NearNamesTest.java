package org.ianawatch.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearNamesTest {
    @Test
    void theNearestStandsFirstAndTheFarAreLeftOut() {
        List<String> names = List.of("https", "HTTP", "http", "ftp", "hotp", "telnet");
        assertEquals(List.of("HTTP", "http"), NearNames.of("htpt", names));
        assertEquals(List.of("HTTP", "http", "hotp"), NearNames.of("http", names));
        assertEquals(List.of(), NearNames.of("quantum", names));
    }
}
