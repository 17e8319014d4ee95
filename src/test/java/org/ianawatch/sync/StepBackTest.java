package org.ianawatch.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ianawatch.fetch.SourceUnreadableException;
import org.ianawatch.made.MovableClock;
import org.ianawatch.made.Rows;
import org.ianawatch.sync.Refusal.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Old editions that a server hands out by mistake, genuine ones that look alike, and steps back that turn out to be true. */
class StepBackTest {
    private static final Edition TWENTY = Edition.of(20);
    private static final Duration SETTLE = Duration.ofHours(24);
    /** The registries here are too small for the counting limits. */
    private static final UnaryOperator<SyncRequest> WITHOUT_COUNTING =
            MadeHome.within(new GuardLimits(100, 100, Integer.MAX_VALUE, SETTLE));

    private final MovableClock clock = new MovableClock(MadeHome.start());

    @TempDir
    private Path folder;

    private RegistryServer server;
    private MadeHome home;

    @BeforeEach
    void start() throws Exception {
        server = new RegistryServer();
        home = MadeHome.withStore(folder, clock);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theNewestEditionButOneIsAStepBack() throws Exception {
        take(TWENTY);
        take(TWENTY.describing(1, "new"));

        assertEquals(Reason.STEP_BACK, reason(sync(TWENTY)));
    }

    @Test
    void anEditionFromLongAgoIsAStepBack() throws Exception {
        take(TWENTY);
        take(TWENTY.describing(1, "new"));
        take(TWENTY.describing(1, "newer"));

        Refusal refusal = refusal(sync(TWENTY));

        assertNotNull(refusal);
        assertEquals("it is snapshot 1 (2026-11-01) again, a step back", refusal.message());
    }

    @Test
    void anEditionBetweenTwoSnapshotsIsAStepBackThoughItWasNeverSeenWhole() throws Exception {
        take(TWENTY);
        take(TWENTY.describing(1, "new").describing(2, "new"));

        assertEquals(Reason.STEP_BACK, reason(sync(TWENTY.describing(2, "new"))));
    }

    @Test
    void anEditionThatOnlyLacksWhatCameLaterIsAStepBack() throws Exception {
        take(TWENTY);
        take(TWENTY.with(Edition.assigned(21)).with(Edition.assigned(22)));

        assertEquals(Reason.STEP_BACK, reason(sync(TWENTY.with(Edition.assigned(22)))));
    }

    @Test
    void anEditionThatOnlyHasWhatWentIsAStepBack() throws Exception {
        take(TWENTY);
        take(TWENTY.without(3).without(4));

        assertEquals(Reason.STEP_BACK, reason(sync(TWENTY.without(4))));
    }

    @Test
    void aChangeBesideOneTakenBackIsGenuine() throws Exception {
        take(TWENTY);
        take(TWENTY.describing(1, "new"));

        assertNull(reason(sync(TWENTY.describing(2, "never seen"))));
    }

    @Test
    void aRowThatGoesIsGenuineWhenItWasThereFromTheFirst() throws Exception {
        take(TWENTY);

        assertNull(reason(sync(TWENTY.without(5))));
    }

    @Test
    void aRowThatGoesIsGenuineWhenItHadOnlyMovedInTheFile() throws Exception {
        take(TWENTY);
        take(TWENTY.withMovedToTheEnd(5));

        assertNull(reason(sync(TWENTY.withMovedToTheEnd(5).without(5))));
    }

    @Test
    void aSecondCopyOfARowThatHadOnlyMovedIsGenuine() throws Exception {
        take(TWENTY);
        take(TWENTY.withMovedToTheEnd(5));

        assertNull(reason(sync(TWENTY.withMovedToTheEnd(5).with(Edition.assigned(5)))));
    }

    @Test
    void anotherOrderOfTheSameRowsIsGenuine() throws Exception {
        take(TWENTY);

        assertNull(reason(sync(TWENTY.withMovedToTheEnd(5))));
    }

    @Test
    void theRowsThatWereAssignedToSomeoneElseBeforeAreGenuine() throws Exception {
        take(TWENTY);
        take(TWENTY.without(20));

        assertNull(reason(sync(TWENTY.without(20).with(Rows.row("other", "20", "tcp", "Another one")))));
    }

    @Test
    void aRowThatCameAndWentAndCameAgainMayBeTakenBack() throws Exception {
        take(TWENTY);
        take(TWENTY.without(5));
        take(TWENTY.describing(6, "new"));

        assertEquals(Reason.STEP_BACK, reason(sync(TWENTY.without(5))));
    }

    @Test
    void aStepBackIsTakenOnceItHasBeenThereForTheTimeToSettle() throws Exception {
        stepBack();
        clock.move(SETTLE.minusMillis(1));
        assertEquals(Reason.STEP_BACK, reason(sync(TWENTY)));
        clock.move(Duration.ofMillis(1));

        SyncResult result = sync(TWENTY);

        assertNull(reason(result));
        assertEquals(Reason.STEP_BACK, overruled(result));
        assertEquals("3 settled 2026-11-04T06:00:00Z", home.snapshots().get(2));
        assertEquals(List.of("1 step-back accepted 2"), home.quarantine());
    }

    @Test
    void theTimeToSettleCanBeSet() throws Exception {
        stepBack();
        clock.move(Duration.ofMinutes(5));
        server.publish(TWENTY.bytes(), null);

        assertNull(reason(
                home.sync(server.url("/"), MadeHome.within(new GuardLimits(100, 100, 400, Duration.ofMinutes(5))))));
    }

    @Test
    void theNewestContentInBetweenBeginsTheTimeAnew() throws Exception {
        stepBack();
        clock.move(SETTLE);
        assertNull(reason(sync(TWENTY.describing(1, "new"))));

        assertTimeBeginsAnew();
    }

    @Test
    void anotherStepBackInBetweenBeginsTheTimeAnew() throws Exception {
        take(TWENTY.describing(1, "old"));
        stepBack();
        clock.move(SETTLE);
        assertEquals(Reason.STEP_BACK, reason(sync(TWENTY.describing(1, "old"))));

        assertTimeBeginsAnew();
    }

    @Test
    void aWebPageInBetweenBeginsTheTimeAnew() throws Exception {
        stepBack();
        clock.move(SETTLE);
        server.publish("<html/>".getBytes(StandardCharsets.UTF_8), null);
        assertEquals(Reason.MALFORMED, reason(home.sync(server.url("/"))));

        assertTimeBeginsAnew();
    }

    @Test
    void aServerThatFailsInBetweenSaysNothingAboutTheContent() throws Exception {
        stepBack();
        clock.move(SETTLE);
        server.fail(404);
        assertThrows(SourceUnreadableException.class, () -> home.sync(server.url("/")));

        assertNull(reason(sync(TWENTY)));
    }

    @Test
    void aClockThatWasSetBackSettlesNothing() throws Exception {
        stepBack();
        clock.move(SETTLE.negated().multipliedBy(3));

        assertEquals(Reason.STEP_BACK, reason(sync(TWENTY)));
    }

    @Test
    void onlyStepsBackSettle() throws Exception {
        take(TWENTY);
        server.publish(TWENTY.withoutLast(1).bytes(), null);
        assertEquals(Reason.FEWER_ROWS, reason(home.sync(server.url("/"))));
        clock.move(SETTLE.multipliedBy(10));

        assertEquals(Reason.FEWER_ROWS, reason(home.sync(server.url("/"))));
        assertEquals(List.of("1 fewer-rows waiting 2"), home.quarantine());
    }

    @Test
    void aDryRunSaysThatItHasSettled() throws Exception {
        stepBack();
        clock.move(SETTLE);

        SyncResult result =
                home.rehearse(server.url("/"), new byte[0], MadeHome.within(new GuardLimits(100, 100, 400, SETTLE)));

        assertEquals(Reason.STEP_BACK, overruled(result));
        assertEquals(2, home.snapshots().size());
    }

    /** The first edition is there again, and refused, for the first time. */
    private void stepBack() throws Exception {
        take(TWENTY);
        take(TWENTY.describing(1, "new"));
        assertEquals(Reason.STEP_BACK, reason(sync(TWENTY)));
    }

    private void assertTimeBeginsAnew() throws Exception {
        assertEquals(Reason.STEP_BACK, reason(sync(TWENTY)));
        clock.move(SETTLE.minusMillis(1));
        assertEquals(Reason.STEP_BACK, reason(sync(TWENTY)));
        clock.move(Duration.ofMillis(1));
        assertNull(reason(sync(TWENTY)));
    }

    private void take(Edition edition) throws Exception {
        assertNull(reason(sync(edition)));
        clock.move(Duration.ofDays(1));
    }

    private SyncResult sync(Edition edition) throws Exception {
        server.publish(edition.bytes(), null);
        return home.sync(server.url("/"), WITHOUT_COUNTING);
    }

    private static @Nullable Reason overruled(SyncResult result) {
        return result instanceof SyncResult.Changed changed && changed.overruled() != null
                ? changed.overruled().reason()
                : null;
    }

    private static @Nullable Reason reason(SyncResult result) {
        Refusal refusal = refusal(result);
        return refusal == null ? null : refusal.reason();
    }

    private static @Nullable Refusal refusal(SyncResult result) {
        return result instanceof SyncResult.Refused refused ? refused.refusal() : null;
    }
}
