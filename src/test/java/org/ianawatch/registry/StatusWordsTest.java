package org.ianawatch.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusWordsTest {
    @ParameterizedTest
    @CsvSource({
        "TLS_AES_128_GCM_SHA256, ASSIGNED",
        "'', ASSIGNED",
        "Unassigned, UNASSIGNED",
        "currently unassigned, UNASSIGNED",
        "Unallocated, UNASSIGNED",
        "Removed/Unassigned, UNASSIGNED",
        "Not currently assigned, UNASSIGNED",
        "Not assigned by IANA, ASSIGNED",
        "Available, UNASSIGNED",
        "Available for all, ASSIGNED",
        "Unused, UNASSIGNED",
        "Reserved, RESERVED",
        "IANA Reserved, RESERVED",
        "Reserved for Private Use, PRIVATE_USE",
        "Private Use, PRIVATE_USE",
        "for private use, PRIVATE_USE",
        "Private, PRIVATE_USE",
        "private key, ASSIGNED",
        "Experimental Use, EXPERIMENTAL",
        "For experimentation, EXPERIMENTAL",
        "Experimental or Private Use, PRIVATE_USE",
        "RFC3692-style Experiment 1, EXPERIMENTAL",
        "Deprecated, RESERVED",
        "OBSOLETED [RFC7946], RESERVED",
        "Deprecated by another, ASSIGNED",
    })
    void theLabelTellsWhatACodeIs(String label, Status status) {
        assertEquals(status, StatusWords.RFC_8126.of(label, label, true));
    }

    @ParameterizedTest
    @CsvSource({"deprecated, ASSIGNED", "historic, ASSIGNED", "Reserved, RESERVED", "unassigned, UNASSIGNED"})
    void aNameIsNotGoneBecauseItsStatusSaysSo(String label, Status status) {
        assertEquals(status, StatusWords.RFC_8126.of(label, label, false));
    }
}
