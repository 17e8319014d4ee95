package org.ianawatch.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of RFC 6335 section 5.1, each with a name that keeps to it and one that does not. */
class ServiceNameTest {
    @ParameterizedTest
    @CsvSource({
        "ssh, true",
        "SSH, true",
        "3com-tsmux, true",
        "a, true",
        "1-a-2, true",
        "fifteen-letters, true",
        "sixteen-letters1, false",
        "'', false",
        "22, false",
        "1-2, false",
        "-a, false",
        "a-, false",
        "a--b, false",
        "a_b, false",
        "tcp/22, false",
        "*filter, false",
        "whois++, false",
        "caf\u00e9, false",
        "'a b', false",
        "'ssh\n', false",
    })
    void isAllowedByTheRules(String name, boolean allowed) {
        assertEquals(allowed, ServiceName.isAllowed(name));
    }
}
