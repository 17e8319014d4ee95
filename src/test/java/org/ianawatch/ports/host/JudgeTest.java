package org.ianawatch.ports.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
    private final Judge judge = new Judge(new Span(32_768, 60_999));

    @ParameterizedTest
    @CsvSource({
        "275,   unassigned, '',         telemetryd, SQUATS",
        "275,   unassigned, '',         '',         SQUATS",
        "278,   reserved,   '',         sshd,       RESERVED",
        "4420,  assigned,   nvme,       telemetryd, DIFFERS",
        "4420,  assigned,   nvme,       '',         ASSIGNED",
        "8080,  assigned,   http-alt,   java,       ASSIGNED",
        "22,    assigned,   ssh,        sshd,       MATCHES",
        "49151, unassigned, '',         x,          DYNAMIC",
        "32767, unassigned, '',         x,          SQUATS",
        "33060, assigned,   mysqlx,     mysqld,     MATCHES",
        "33060, assigned,   mysqlx,     curl,       DYNAMIC",
        "65535, unassigned, '',         x,          DYNAMIC"
    })
    void everyListenerHasItsJudgement(int port, String status, String service, String process, Judgement expected) {
        assertEquals(expected, judge.of(Span.of(port), Status.ofWord(status), words(service), words(process)));
    }

    @Test
    void oneProcessThatMatchesIsEnoughAndARangeMustLieWithinTheEphemeralPorts() {
        assertEquals(
                Judgement.MATCHES, judge.of(Span.of(22), Status.ASSIGNED, List.of("ssh"), List.of("curl", "sshd")));
        assertEquals(Judgement.SQUATS, judge.of(new Span(32_000, 33_000), Status.UNASSIGNED, List.of(), List.of("x")));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }
}
