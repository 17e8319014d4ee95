package org.ianawatch.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class EmphasisTest {
    @Test
    void everyOccurrenceIsBoldWhateverItsCaseAndTheLongerWordWins() {
        assertEquals(
                "The \u001b[1mSSH\u001b[0m of \u001b[1msshd\u001b[0m",
                new Emphasis(Style.ANSI, List.of("ssh", "Sshd")).on("The SSH of sshd"));
    }

    @Test
    void thereIsNoneWithoutColour() {
        assertEquals("The SSH", new Emphasis(Style.PLAIN, List.of("ssh")).on("The SSH"));
    }
}
