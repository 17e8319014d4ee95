package org.ianawatch.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.ianawatch.alert.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPauseTest {
    private static final Instant NOW = MadeHome.start();

    @ParameterizedTest(name = "after {0} tries, asked for {1}")
    @CsvSource({
        "0, , PT5M",
        "1, , PT10M",
        "2, , PT20M",
        "7, , PT10H40M",
        "8, , PT12H",
        "1000, , PT12H",
        "0, PT1S, PT5M",
        "0, PT1H, PT1H",
        "3, PT1H, PT1H",
        "4, PT1H, PT1H20M",
        "1000, PT24H, PT24H",
    })
    void itDoublesUpToHalfADayUnlessTheServerAsksForMore(int tries, Duration asked, Duration pause) {
        assertEquals(NOW.plus(pause), RetryPause.nextTry(NOW, tries, new Outcome.Failed("down", asked)));
    }
}
