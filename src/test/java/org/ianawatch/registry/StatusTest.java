package org.ianawatch.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusTest {
    @ParameterizedTest
    @CsvSource({
        "foo, Reserved, ASSIGNED",
        "foo, '', ASSIGNED",
        "'', '', ASSIGNED",
        "'', any private mail system, ASSIGNED",
        "'', Not reserved, ASSIGNED",
        "'', Unassigned, UNASSIGNED",
        "'', unassigned (was foo), UNASSIGNED",
        "'', (UNASSIGNED), UNASSIGNED",
        "'', '  Unassigned', UNASSIGNED",
        "'', Reserved, RESERVED",
        "'', RESERVED for foo, RESERVED",
        "'', IANA Reserved, RESERVED",
        "'', iana  reserved, RESERVED",
        "'', De-registered (2001), RESERVED",
        "'', deregistered, RESERVED",
        "'', Removed (2002-04-30), RESERVED",
        "'', Deprecated, RESERVED",
        "'', Decommissioned, RESERVED",
        "'', Decomissioned, RESERVED",
        "'', De-Commissioned, RESERVED",
    })
    void aRowHasTheStatusThatItsWordsSay(String service, String description, Status status) {
        assertEquals(status, StatusWords.RFC_6335.of(service, description, true));
    }

    @Test
    void theStrongerStatusIsTheLater() {
        assertEquals(1, Integer.signum(Status.ASSIGNED.compareTo(Status.RESERVED)));
        assertEquals(1, Integer.signum(Status.RESERVED.compareTo(Status.UNASSIGNED)));
    }

    @Test
    void wordsComeBack() {
        for (Status status : Status.values()) {
            assertEquals(status, Status.ofWord(status.word()));
        }
        assertEquals("reserved", Status.RESERVED.word());
        assertThrows(IllegalArgumentException.class, () -> Status.ofWord("free"));
    }
}
