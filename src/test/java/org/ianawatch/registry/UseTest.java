package org.ianawatch.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UseTest {
    @ParameterizedTest
    @CsvSource({
        "278, 278, , , 278",
        "272-279/tcp, 272-279, , tcp, 272-279/tcp",
        "0/UDP, 0, , udp, 0/udp",
        "65535/sctp, 65535, , sctp, 65535/sctp",
        "7-7/dccp, 7, , dccp, 7/dccp",
        "ssh, , ssh, , ssh",
        "NTP/udp, , ntp, udp, ntp/udp",
        "3com-tsmux, , 3com-tsmux, , 3com-tsmux",
        "LiebDevMgmt_C, , liebdevmgmt_c, , liebdevmgmt_c",
        "whois++, , whois++, , whois++",
        "cl/1, , cl/1, , cl/1",
        "cl/1/tcp, , cl/1, tcp, cl/1/tcp",
    })
    void readsPortsAndNames(String text, String ports, String service, String transport, String spelling) {
        Use use = Use.parse(text);
        assertEquals(ports, use.ports() == null ? null : String.valueOf(use.ports()));
        assertEquals(service, use.service());
        assertEquals(transport, use.transport() == null ? null : String.valueOf(use.transport()));
        assertEquals(spelling, use.toString());
        assertEquals(use, Use.parse(spelling));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "70000 | '70000' is no port or range of ports: they go from 0 to 65535, the lower one first",
                "9-3/tcp | '9-3' is no port or range of ports: they go from 0 to 65535, the lower one first",
                "272- | '272-' is no port and no range of ports: write 278 or 272-279",
                "- | '-' is no port and no range of ports: write 278 or 272-279",
                "1-2-3 | '1-2-3' is no port and no range of ports: write 278 or 272-279",
                "278/ | '' is no transport: write tcp, udp, sctp or dccp, or leave it out for all; two are two uses",
                "278/tpc | 'tpc' is no transport: write tcp, udp, sctp or dccp, or leave it out for all; two are two uses",
                "53/tcp,udp | 'tcp,udp' is no transport: write tcp, udp, sctp or dccp, or leave it out for all; two are two uses",
                "ssh/tpc | 'tpc' is no transport: write tcp, udp, sctp or dccp, or leave it out for all; two are two uses",
                "ssh/ | '' is no transport: write tcp, udp, sctp or dccp, or leave it out for all; two are two uses",
                "'' | '' is neither ports nor a service name: write 278, 272-279/tcp, ssh or ntp/udp",
                "/tcp | '/tcp' is neither ports nor a service name: write 278, 272-279/tcp, ssh or ntp/udp",
                "lab telemetry | 'lab telemetry' is neither ports nor a service name: write 278, 272-279/tcp, ssh or ntp/udp",
                "22,80 | '22,80' is neither ports nor a service name: write 278, 272-279/tcp, ssh or ntp/udp",
                "*** | '***' is neither ports nor a service name: write 278, 272-279/tcp, ssh or ntp/udp",
                "caf\u00e9 | 'caf\u00e9' is neither ports nor a service name: write 278, 272-279/tcp, ssh or ntp/udp",
            })
    void saysInOneSentenceWhatIsPossible(String text, String message) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> Use.parse(text))
                        .getMessage());
    }

    @Test
    void isOfPortsOrOfANameAndNotOfBoth() {
        assertThrows(IllegalArgumentException.class, () -> new Use(null, null, null));
        assertThrows(IllegalArgumentException.class, () -> new Use(Span.of(22), "ssh", null));
    }

    @Test
    void portsComeInTheirOrderAndThenNames() {
        List<String> ordered = List.of("22", "22/tcp", "22/udp", "22-23", "80/tcp", "ntp", "ntp/udp", "ssh");
        List<String> sorted = ordered.stream()
                .sorted((one, other) -> other.compareTo(one))
                .map(Use::parse)
                .sorted()
                .map(Use::toString)
                .toList();
        assertEquals(ordered, sorted);
    }

    @ParameterizedTest
    @CsvSource({
        "272-279/tcp, 279-280/tcp, true",
        "272-279/tcp, 280, false",
        "272-279/tcp, 275, true",
        "272-279/tcp, 275/udp, false",
        "275, 275/udp, true",
        "ssh, SSH/tcp, true",
        "ssh/udp, ssh/tcp, false",
        "ssh, ntp, false",
        "ssh, 22, false",
    })
    void overlapsWhereBothMeet(String one, String other, boolean overlap) {
        assertEquals(overlap, Use.parse(one).overlaps(Use.parse(other)));
        assertEquals(overlap, Use.parse(other).overlaps(Use.parse(one)));
    }

    @Test
    void aNoteIsOneLine() {
        Use use = Use.parse("278/tcp");
        assertEquals("278/tcp, lab", new SiteUse(use, "lab", Instant.EPOCH).label());
        assertEquals("278/tcp", new SiteUse(use, "", Instant.EPOCH).label());
        for (String note : List.of("two\nlines", "a\ttab", "\u001b[31m", "\u009b2J")) {
            assertEquals(
                    "the note of 278/tcp must be one line without tabs",
                    assertThrows(IllegalArgumentException.class, () -> new SiteUse(use, note, Instant.EPOCH))
                            .getMessage());
        }
    }
}
