package org.ianawatch.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeSpanTest {
    private static final Instant NOW = Instant.parse("2024-03-01T12:30:45.678Z");

    @ParameterizedTest
    @CsvSource({
        "2019-12-22, 2019-12-22T00:00:00Z, 2019-12-22T23:59:59.999Z",
        "2024-02, 2024-02-01T00:00:00Z, 2024-02-29T23:59:59.999Z",
        "2019-12, 2019-12-01T00:00:00Z, 2019-12-31T23:59:59.999Z",
        "2019, 2019-01-01T00:00:00Z, 2019-12-31T23:59:59.999Z",
        "1900, 1900-01-01T00:00:00Z, 1900-12-31T23:59:59.999Z",
        "2199, 2199-01-01T00:00:00Z, 2199-12-31T23:59:59.999Z",
        "today, 2024-03-01T00:00:00Z, 2024-03-01T23:59:59.999Z",
        "yesterday, 2024-02-29T00:00:00Z, 2024-02-29T23:59:59.999Z",
        "30d, 2024-01-31T12:30:45.678Z, 2024-01-31T12:30:45.678Z",
        "2w, 2024-02-16T12:30:45.678Z, 2024-02-16T12:30:45.678Z",
        "24h, 2024-02-29T12:30:45.678Z, 2024-02-29T12:30:45.678Z",
        "90m, 2024-03-01T11:00:45.678Z, 2024-03-01T11:00:45.678Z",
        "45s, 2024-03-01T12:30:00.678Z, 2024-03-01T12:30:00.678Z",
        "0d, 2024-03-01T12:30:45.678Z, 2024-03-01T12:30:45.678Z",
        "2019-12-22T101112Z, 2019-12-22T10:11:12Z, 2019-12-22T10:11:12Z",
        "2019-12-22T10:11Z, 2019-12-22T10:11:00Z, 2019-12-22T10:11:00Z",
        "2019-12-22T10:11:12.3456Z, 2019-12-22T10:11:12.345Z, 2019-12-22T10:11:12.345Z",
    })
    void aPersonNamesATimeInManyWays(String text, Instant start, Instant end) {
        assertEquals(new TimeSpan(start, end), TimeSpan.parse(text, NOW));
    }

    @ParameterizedTest
    @CsvSource({
        "12",
        "1899",
        "2200",
        "2019-13",
        "2019-2",
        "30",
        "d",
        "30D",
        "-1d",
        "1234567d",
        "Yesterday",
        "''",
        "2019-02-29"
    })
    void whatIsNoDateIsRefusedWithWhatIsPossible(String text) {
        var refused = assertThrows(IllegalArgumentException.class, () -> TimeSpan.parse(text, NOW));

        assertEquals(
                "'" + text + "' is no date: write 2019-12-22, 2019-12, 2019, yesterday, 30d (ago), or a time in UTC"
                        + " (2021-08-12T17:05:09Z)",
                refused.getMessage());
    }

    @Test
    void aSpanEndsWhereTheNextOneBegins() {
        for (int month = 1; month < 12; month++) {
            Instant end = TimeSpan.parse(String.format("2024-%02d", month), NOW).end();
            Instant next =
                    TimeSpan.parse(String.format("2024-%02d", month + 1), NOW).start();
            assertEquals(next, end.plusMillis(1));
        }
    }
}
