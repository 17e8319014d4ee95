package org.ianawatch.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    /** The program's own pause would be longer than the total time, so it cannot have been taken. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "Sun, 01 Nov 2026 11:59:00 GMT"})
    void theServerSaysHowLongToWait(String retryAfter) throws Exception {
        Download download = Download.plain().retries(1).pausing(Duration.ofHours(1));
        try (WebServer server = new WebServer()) {
            server.at("/ports.csv", busy(429, retryAfter), Answer.content("content"));
            assertEquals("content", download.text(server.uri("/ports.csv")));
            assertEquals(2, server.requests().size());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "429, 31,     31 s, 2026-11-01T12:00:31Z",
        "429, 119,    119 s, 2026-11-01T12:01:59Z",
        "503, 3600,   60 min, 2026-11-01T13:00:00Z",
        "503, 86400,  24 h, 2026-11-02T12:00:00Z",
        "503, 999999999, 277778 h, 2058-07-10T13:46:39Z",
        "503, 'Sun, 01 Nov 2026 12:00:31 GMT', 31 s, 2026-11-01T12:00:31Z",
        "429, 'Mon, 02 Nov 2026 00:00:00 GMT', 12 h, 2026-11-02T00:00:00Z"
    })
    void saysWhenToComeBackIfThatIsBeyondTheTotalTime(int status, String retryAfter, String pause, String instant) {
        try (WebServer server = new WebServer().at("/ports.csv", busy(status, retryAfter))) {
            String words = status == 429 ? "429 Too Many Requests" : "503 Service Unavailable";
            assertEquals(
                    "cannot read " + server.uri("/ports.csv") + ": HTTP " + words
                            + ", and the server wants to be asked again in " + pause + ", at " + instant
                            + "; run it again then",
                    Download.plain().retries(3).total(Duration.ofSeconds(30)).failure(server.uri("/ports.csv")));
            assertEquals(1, server.requests().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "9999999999", "2999-11-01", "Mon, 32 Nov 2026 00:00:00 GMT"})
    void keepsItsOwnPauseWhenTheServersCannotBeRead(String retryAfter) throws Exception {
        try (WebServer server = new WebServer()) {
            server.at("/ports.csv", busy(503, retryAfter), Answer.content("content"));
            assertEquals("content", Download.plain().retries(1).text(server.uri("/ports.csv")));
        }
    }

    @Test
    void endsWithoutAPauseThatDoesNotFitIntoTheTotalTime() {
        try (WebServer server = new WebServer().at("/ports.csv", Answer.status(503))) {
            assertEquals(
                    "cannot read " + server.uri("/ports.csv")
                            + ": HTTP 503 Service Unavailable; the server has trouble; the next run asks again",
                    Download.plain().retries(5).pausing(Duration.ofHours(1)).failure(server.uri("/ports.csv")));
            assertEquals(1, server.requests().size());
        }
    }

    private static Answer busy(int status, String retryAfter) {
        return Answer.status(status).with("Retry-After", retryAfter);
    }
}
