package org.ianawatch.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.ianawatch.made.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
    private static final Instant START = Instant.parse("2026-11-01T06:00:00Z");
    private static final Duration EVERY = Duration.ofHours(6);

    private final MovableClock clock = new MovableClock(START);

    @Test
    void theFirstCheckComesAtOnce() {
        assertTrue(new Schedule(clock, EVERY, null).isDue());
    }

    @ParameterizedTest(name = "the last one began {0} before, so it is due {1} after the start")
    @CsvSource({"PT0S, PT6H", "PT5H59M, PT1M", "PT6H, PT0S", "PT100H, PT-94H"})
    void aRestartWaitsForTheLastCheckToBecomeOld(Duration before, Duration due) {
        Schedule schedule = new Schedule(clock, EVERY, START.minus(before));

        assertEquals(START.plus(due), schedule.due());
        assertEquals(due.isZero() || due.isNegative(), schedule.isDue());
    }

    @Test
    void aLastCheckThatIsStillToComeTellsNothing() {
        assertTrue(new Schedule(clock, EVERY, START.plus(Duration.ofDays(365))).isDue());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"PT0S", "PT2S", "PT4M", "PT5H59M59S"})
    void theStepsAreEqualHoweverLongACheckTakes(Duration check) {
        Schedule schedule = new Schedule(clock, EVERY, null);
        for (int step = 0; step < 1000; step++) {
            assertEquals(START.plus(EVERY.multipliedBy(step)), schedule.due());
            clock.move(Duration.between(clock.instant(), schedule.due()));
            check(schedule, check);
        }
    }

    @Test
    void aLittleLatenessIsNotCarriedOn() {
        Schedule schedule = new Schedule(clock, EVERY, null);
        for (int step = 0; step < 1000; step++) {
            clock.move(Duration.between(clock.instant(), schedule.due()).plusSeconds(50));
            check(schedule, Duration.ofSeconds(3));
        }
        assertEquals(START.plus(EVERY.multipliedBy(1000)), schedule.due());
    }

    @Test
    void stepsThatPassDuringACheckAreLeftOut() {
        Schedule schedule = new Schedule(clock, Duration.ofMinutes(1), null);

        check(schedule, Duration.ofSeconds(150));

        assertFalse(schedule.isDue());
        assertEquals(START.plusSeconds(180), schedule.due());
    }

    @Test
    void aMachineThatSleptChecksWhenItWakesAndThenAStepLater() {
        Schedule schedule = new Schedule(clock, EVERY, null);
        check(schedule, Duration.ZERO);

        clock.move(Duration.ofHours(71));
        assertTrue(schedule.isDue());
        check(schedule, Duration.ofSeconds(2));

        assertEquals(START.plus(Duration.ofHours(77)), schedule.due());
    }

    @Test
    void aClockThatIsSetBackDelaysTheNextCheckByAStepAtMost() {
        Schedule schedule = new Schedule(clock, EVERY, null);
        check(schedule, Duration.ZERO);

        clock.move(Duration.ofDays(-365));

        assertEquals(clock.instant().plus(EVERY), schedule.due());
        clock.move(EVERY);
        assertTrue(schedule.isDue());
    }

    @Test
    void aClockThatIsSetBackDuringACheckDelaysTheNextOneByAStepAtMost() {
        Schedule schedule = new Schedule(clock, EVERY, null);
        check(schedule, Duration.ofDays(-365));

        assertEquals(clock.instant().plus(EVERY), schedule.due());
    }

    @Test
    void noStepIsShorterThanAMinute() {
        assertThrows(IllegalArgumentException.class, () -> new Schedule(clock, Duration.ofSeconds(59), null));
        assertTrue(new Schedule(clock, Duration.ofMinutes(1), null).isDue());
    }

    private void check(Schedule schedule, Duration time) {
        schedule.begin();
        clock.move(time);
        schedule.end();
    }
}
