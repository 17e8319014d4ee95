package org.ianawatch.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> WORDS = List.of("ports", "transports", "text", "to", "password_file");

    @ParameterizedTest
    @CsvSource({
        "port,ports",
        "prots,ports",
        "Ports,ports",
        "portts,ports",
        "poets,ports",
        "transport,transports",
        "test,text",
        "password-file,password_file",
        "passwort_fiel,password_file",
        "t,to",
        "of,",
        "colour,"
    })
    void aFewSlipsAreGuessed(String word, String expected) {
        assertEquals(expected, Nearest.of(word, WORDS).orElse(null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"prots|; did you mean 'ports'?", "colour|; there are a, ports"})
    void theHintEndsASentence(String word, String expected) {
        assertEquals(expected, Nearest.hint(word, List.of("a", "ports")));
    }
}
