package org.ianawatch.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "278, 278, none, none",
                "272-279/tcp, 272-279, tcp, tcp",
                "278/UDP, 278, UDP, udp",
                "278/, 278, '', none",
                "278/6, 278, 6, none",
                "'278/tcp,udp', 278, 'tcp,udp', none",
                "ssh, ssh, none, none",
                "ntp/udp, ntp, udp, udp",
                "ntp/quic, ntp, quic, none",
                "ntp/, ntp, '', none",
                "cl/1, cl/1, none, none",
                "cl/1/tcp, cl/1, tcp, tcp",
                "/tcp, '', tcp, tcp"
            })
    void aTransportStandsBehindTheLastSlash(String text, String what, String by, String transport) {
        Subject subject = Subject.of(text);
        assertEquals(new Subject(what, by), subject);
        Space found = subject.transport();
        assertEquals(transport, found == null ? null : found.name());
    }

    @Test
    void portsAreMadeOfDigitsAndHyphens() {
        assertTrue(Stream.of("1", "1-2", "-", "1/tcp").map(Subject::of).allMatch(Subject::isPorts));
        assertFalse(
                Stream.of("", "1a", "a/tcp", "/tcp", "\u0661").map(Subject::of).anyMatch(Subject::isPorts));
    }
}
