package org.ianawatch.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ianawatch.made.MovableClock;
import org.ianawatch.store.SyncRun.Outcome;
import org.ianawatch.store.home.StoreException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When what is done, by a clock that moves as the watch pauses, on a real store that others change meanwhile. */
class WatchTest {
    private static final Instant START = WatchedStore.START;

    private final MovableClock clock = new MovableClock(START);
    private final List<String> diary = new ArrayList<>();
    private final TreeMap<Duration, Runnable> events = new TreeMap<>();
    private final Board board = new Board();
    private Duration passed = Duration.ZERO;
    private boolean isBusy;
    private Duration retryAfter = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    @Test
    void aNewStoreIsCheckedAtOnceAndThenInSteps() {
        watch(Duration.ofHours(13));

        assertEquals(List.of("PT0S check", "PT6H check", "PT12H check"), diary("check"));
        assertEquals(START.plus(Duration.ofHours(18)), board.nextCheck());
    }

    @Test
    void aStoreThatWasCheckedALittleAgoIsCheckedWhenItIsTime() {
        store().checked(START.minus(Duration.ofHours(2)), Outcome.NOT_MODIFIED, null);

        watch(Duration.ofHours(11));

        assertEquals(List.of("PT0S waits PT4H", "PT4H check", "PT4H waits PT10H", "PT10H check"), diary.subList(0, 4));
    }

    /** The network may come up after the program. */
    @Test
    void whileNothingIsStoredWhatCouldNotBeReadIsAskedForAgainSoon() {
        store().checked(START.minus(Duration.ofHours(1)), Outcome.UNREADABLE, "no network");

        watch(Duration.ofMinutes(12));

        assertEquals(List.of("PT0S check", "PT5M check", "PT10M check"), diary("check"));
    }

    @Test
    void whatFailedIsTriedWhenItIsDueBetweenTheChecks() {
        at(Duration.ofHours(1), () -> store().add("m1", "mail", clock.instant()));

        watch(Duration.ofMinutes(75));

        assertEquals(
                List.of("PT0S check", "PT1H deliver 1", "PT1H5M deliver 1", "PT1H10M deliver 1"),
                diary.stream().filter(line -> !line.contains("waits")).toList());
    }

    @Test
    void howItGoesOnIsSaidWithTheDeliveryThatComesFirst() {
        store().add("m1", "mail", START);

        watch(Duration.ofMinutes(6));

        assertEquals(
                List.of(
                        "PT0S check",
                        "PT0S deliver 1",
                        "PT0S waits PT6H, PT5M",
                        "PT5M deliver 1",
                        "PT5M waits PT6H, PT10M"),
                diary);
    }

    /** The job stops at the first failure of a channel, and leaves what is behind it due. */
    @Test
    void whatIsLeftBehindAFailureIsNotTriedBeforeIt() {
        store().add("m1", "mail", START);
        store().add("m2", "mail", START);
        store().add("m3", "mail", START);

        watch(Duration.ofMinutes(9));

        assertEquals(List.of("PT0S deliver 1", "PT5M deliver 1"), diary("deliver"));
    }

    @Test
    void whatAPersonMakesDueIsTriedWithinHalfAMinute() {
        retryAfter = Duration.ofHours(5);
        store().add("m1", "mail", START);
        at(Duration.ofHours(1), () -> store().change(
                        store -> store.outbox().retry(store.outbox().find(1).orElseThrow(), clock.instant())));

        watch(Duration.ofHours(2));

        assertEquals(List.of("PT0S deliver 1", "PT1H deliver 1"), diary("deliver"));
    }

    @Test
    void whatCouldNotBeTriedIsTriedAMinuteLater() {
        store().add("m1", "mail", START);
        isBusy = true;
        at(Duration.ofMinutes(2), () -> isBusy = false);

        watch(Duration.ofMinutes(6));

        assertEquals(List.of("PT0S busy", "PT1M busy", "PT2M deliver 1"), diary("busy", "deliver"));
    }

    @Test
    void theFiguresAreThoseThatOthersLeft() {
        at(Duration.ofHours(1), () -> store().checked(clock.instant(), Outcome.NOT_MODIFIED, null));

        watch(Duration.ofMinutes(61));

        assertEquals(
                START.plus(Duration.ofHours(1)).plusSeconds(1),
                board.figures().standing().lastSuccess().finishedAt());
    }

    @Test
    void aStoreThatCannotBeReadIsSaidAndTheChecksGoOn() {
        store().checked(START.minus(Duration.ofDays(1)), Outcome.NOT_MODIFIED, null);
        at(Duration.ofHours(1), () -> {
            isBusy = true;
            overwrite("no database");
        });

        watch(Duration.ofHours(7));

        assertEquals(
                List.of("PT0S check", "PT1H unread", "PT6H check", "PT6H busy", "PT6H unread"),
                diary("check", "unread", "busy"));
        assertEquals(
                Outcome.NOT_MODIFIED, board.figures().standing().lastSuccess().outcome());
    }

    @Test
    void aStoreThatCannotBeUsedFromTheStartEndsIt() {
        overwrite("no database");

        Lookout lookout = new Lookout(store().home(), Duration.ZERO, clock);
        Watch watch = new Watch(clock, Duration.ofHours(6), lookout, new Diarist(), board, this::pass);
        assertThrows(StoreException.class, watch::run);
        assertEquals(List.of(), diary);
    }

    @Test
    void aClockThatIsSetBackIsSurvived() {
        at(Duration.ofHours(1), () -> clock.move(Duration.ofDays(-30)));

        watch(Duration.ofHours(14));

        assertEquals(List.of("PT0S check", "PT7H check", "PT13H check"), diary("check"));
    }

    @Test
    void aMachineThatSleptChecksWithinHalfAMinute() {
        at(Duration.ofHours(1), () -> clock.move(Duration.ofDays(30)));

        watch(Duration.ofHours(8));

        assertEquals(List.of("PT0S check", "PT1H check", "PT7H check"), diary("check"));
    }

    private WatchedStore store() {
        return new WatchedStore(folder);
    }

    private void overwrite(String text) {
        try {
            Files.writeString(store().home().databaseFile(), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Has something happen when so much time has passed, whatever the clock says. */
    private void at(Duration time, Runnable event) {
        events.put(time, event);
    }

    private List<String> diary(String... words) {
        return diary.stream()
                .filter(line -> Stream.of(words).anyMatch(line.split(" ", -1)[1]::equals))
                .toList();
    }

    /** Watches until so much time has passed. */
    private void watch(Duration time) {
        Lookout lookout = new Lookout(store().home(), Duration.ZERO, clock);
        at(time, () -> {
            throw new End();
        });
        Watch watch = new Watch(clock, Duration.ofHours(6), lookout, new Diarist(), board, this::pass);
        assertThrows(End.class, watch::run);
    }

    private void pass(Duration time) {
        assertTrue(time.compareTo(Duration.ofSeconds(30)) <= 0, time::toString);
        passed = passed.plus(time);
        clock.move(time);
        while (!events.isEmpty() && events.firstKey().compareTo(passed) <= 0) {
            events.pollFirstEntry().getValue().run();
        }
    }

    /** The time is over. */
    private static final class End extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Writes down what it is asked to do. Each delivery fails. */
    private final class Diarist implements Job {
        @Override
        public boolean check() {
            write("check");
            return tried();
        }

        @Override
        public boolean deliver() {
            return tried();
        }

        private boolean tried() {
            if (isBusy) {
                write("busy");
                return false;
            }
            if (Files.exists(store().home().databaseFile())) {
                store().change(store -> store.outbox().due(clock.instant()).stream()
                        .limit(1)
                        .forEach(due -> {
                            write("deliver " + due.number());
                            Instant now = clock.instant();
                            store.outbox().postponed(due, "it is down", now.plus(retryAfter), now);
                        }));
            }
            return true;
        }

        @Override
        public void unread(Exception failure) {
            write("unread");
        }

        @Override
        public void waits(Instant check, @Nullable Instant delivery) {
            write("waits " + Duration.between(START, check)
                    + (delivery == null ? "" : ", " + Duration.between(START, delivery)));
        }

        private void write(String line) {
            diary.add(passed + " " + line);
        }
    }
}
