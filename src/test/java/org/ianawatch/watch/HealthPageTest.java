package org.ianawatch.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ianawatch.made.MovableClock;
import org.ianawatch.report.JsonReader;
import org.ianawatch.store.SyncRun.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthPageTest {
    private static final Instant START = WatchedStore.START;

    private final MovableClock clock = new MovableClock(START);
    private final Board board = new Board();
    private final Page page = new HealthPage(board, clock, Duration.ofHours(18));

    @TempDir
    private Path folder;

    private WatchedStore store;

    @BeforeEach
    void make() {
        store = new WatchedStore(folder);
    }

    @Test
    void beforeTheFirstSuccessItIsBad() throws Exception {
        assertHealth(503, "no check has succeeded yet");

        store.checked(START, Outcome.UNREADABLE, "no \"connection\"");

        assertHealth(503, "no check has succeeded yet; the last check: unreadable: no \"connection\"");
    }

    @Test
    void itIsGoodUntilTheSuccessIsTooOld() throws Exception {
        store.checked(START, Outcome.NOT_MODIFIED, null);

        clock.move(Duration.ofHours(18).plusSeconds(1));
        assertHealth(200, "the last success was 18h 0min ago, at most 18h 0min are allowed");
        clock.move(Duration.ofMillis(1));
        assertHealth(503, "the last success was 18h 0min ago, at most 18h 0min are allowed");
    }

    @Test
    void aFailureAfterwardsIsNamedWhenItIsBad() throws Exception {
        store.checked(START, Outcome.STORED, null);
        store.checked(START.plus(Duration.ofHours(6)), Outcome.QUARANTINED, "too few rows");

        clock.move(Duration.ofHours(17));
        assertHealth(200, "the last success was 16h 59min ago, at most 18h 0min are allowed");
        clock.move(Duration.ofHours(8));
        assertHealth(
                503,
                "the last success was 1d 0h ago, at most 18h 0min are allowed; the last check: quarantined: too few rows");
    }

    @Test
    void aSuccessThatIsStillToComeIsNone() throws Exception {
        store.checked(START.plus(Duration.ofDays(365)), Outcome.NOT_MODIFIED, null);

        assertHealth(
                503,
                "the last success is of 2027-11-01T06:00:01Z, which is still to come: the clock was wrong then, or is wrong now");
    }

    @Test
    void itSaysWhatTheStatusSaysAndWhenItGoesOn() throws Exception {
        store.checked(START, Outcome.NOT_MODIFIED, null);
        board.plan(START.plus(Duration.ofHours(6)));

        Map<String, Object> object = assertHealth(200, null);

        assertEquals(true, object.get("healthy"));
        assertEquals(false, object.get("stale"));
        assertEquals("not modified", object.get("outcome"));
        assertEquals("2026-11-01T06:00:01Z", object.get("succeeded_at"));
        assertEquals("2026-11-01T12:00:00Z", object.get("next_check_at"));
    }

    /** Asks the page for how the store is now; with null for the reason, any will do. */
    private Map<String, Object> assertHealth(int status, @Nullable String reason) throws Exception {
        board.show(new Lookout(store.home(), Duration.ZERO, clock).read());
        Page.Answer answer = page.answer(null);
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        Map<String, Object> object = new LinkedHashMap<>();
        ((Map<?, ?>) JsonReader.read(body)).forEach((key, value) -> object.put((String) key, value));
        assertEquals(status, answer.status(), body);
        assertEquals("application/json", answer.contentType());
        assertEquals(status == 200, object.get("healthy"));
        assertTrue(reason == null || reason.equals(object.get("reason")), body);
        return object;
    }
}
