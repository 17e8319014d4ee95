package org.ianawatch.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PT0S  PT1S PT1S 1 0  PT1S PT1S | the time to connect must be above zero, and is 0 ms",
                "PT1S PT-1S PT1S 1 0  PT1S PT1S | the idle time must be above zero, and is -1000 ms",
                "PT1S  PT1S PT0S 1 0  PT1S PT1S | the total time must be above zero, and is 0 ms",
                "PT1S  PT1S PT1S 0 0  PT1S PT1S | the size limit must be above zero, and is 0",
                "PT1S  PT1S PT1S 1 -1 PT1S PT1S | the number of retries cannot be negative, and is -1",
                "PT1S  PT1S PT1S 1 0  PT0S PT1S | the first pause must be above zero, and is 0 ms",
                "PT1S  PT1S PT1S 1 0  PT2S PT1S | the longest pause, PT1S, is shorter than the first, PT2S"
            })
    void refusesWhatCannotBeKept(String written, String message) {
        String[] limit = written.split(" +", -1);
        assertEquals(
                message,
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Limits(
                                        Duration.parse(limit[0]),
                                        Duration.parse(limit[1]),
                                        Duration.parse(limit[2]),
                                        Long.parseLong(limit[3]),
                                        Integer.parseInt(limit[4]),
                                        Duration.parse(limit[5]),
                                        Duration.parse(limit[6])))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "PT0.0004S, 0 ms",
        "PT0.25S,   250 ms",
        "PT0.9999S, 999 ms",
        "PT1S,      1 s",
        "PT1.001S,  2 s",
        "PT119S,    119 s",
        "PT120S,    2 min",
        "PT121S,    2 min 1 s",
        "PT9M,      9 min",
        "PT8M59S,   8 min 59 s",
        "PT9M1S,    10 min",
        "PT10M1S,   11 min",
        "PT119M,    119 min",
        "PT120M,    2 h",
        "PT121M,    3 h"
    })
    void timesInWords(Duration time, String words) {
        assertEquals(words, Quantity.of(time));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1 bytes", "1023, 1023 bytes", "1024, 1 KiB", "1025, 1025 bytes",
        "1047552, 1023 KiB", "1048576, 1 MiB", "1048577, 1048577 bytes", "67108864, 64 MiB"
    })
    void sizesInWords(long bytes, String words) {
        assertEquals(words, Quantity.of(bytes));
    }
}
