package org.ianawatch.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserAgentTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-,               ianawatch/0.1.0", "ops@example.org, ianawatch/0.1.0 (ops@example.org)"})
    void namesTheProgramItsVersionAndWhomToAsk(String contact, String header) {
        assertEquals(header, new UserAgent("0.1.0", contact).header());
    }

    @Test
    void goesWithEveryRequest() throws Exception {
        try (WebServer server = new WebServer()
                .at("/old.csv", Answer.status(503), Answer.to(302, "/ports.csv"))
                .at("/ports.csv", Answer.content("content"))) {
            Download.plain().retries(1).whole(server.uri("/old.csv"));
            assertEquals(List.of("/old.csv", "/old.csv", "/ports.csv"), server.paths());
            for (WebServer.Request request : server.requests()) {
                assertEquals(List.of("ianawatch/1.2.3"), request.header("User-Agent"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"a(b", "a)b", "Zoë", "''", "a\tb"})
    void refusesAContactThatDoesNotFitIntoAHeader(String written) {
        String contact = written.equals("''") ? "" : written;
        assertEquals(
                "'" + contact + "' cannot stand in a User-Agent as a contact: write an e-mail address or a URL",
                assertThrows(IllegalArgumentException.class, () -> new UserAgent("0.1.0", contact))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"0.1 beta", "''", "0.1\u00e9"})
    void refusesAVersionThatDoesNotFitIntoAHeader(String written) {
        String version = written.equals("''") ? "" : written;
        assertEquals(
                "'" + version + "' cannot stand in a User-Agent as a version",
                assertThrows(IllegalArgumentException.class, () -> new UserAgent(version, null))
                        .getMessage());
    }
}
