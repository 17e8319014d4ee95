package org.ianawatch.sync;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ianawatch.made.MovableClock;
import org.ianawatch.sync.Refusal.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the guard lets pass, and what it refuses, at the edge of each limit. */
class GuardTest {
    private static final Edition TWENTY = Edition.of(20);

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

    @ParameterizedTest
    @CsvSource({"200, 1, ", "200, 2, FEWER_ROWS", "199, 1, FEWER_ROWS", "400, 2, ", "400, 3, FEWER_ROWS"})
    void halfAPercentOfTheRowsMayGo(int rows, int lost, @Nullable Reason expected) throws Exception {
        take(Edition.of(rows));

        assertEquals(expected, reason(sync(Edition.of(rows).withoutLast(lost))));
    }

    @ParameterizedTest
    @CsvSource({"100, ", "101, FEWER_BYTES"})
    void onePercentOfTheBytesMayGo(int lost, @Nullable Reason expected) throws Exception {
        int missing = 10_000 - TWENTY.describing(1, "").bytes().length;
        take(TWENTY.describing(1, "x".repeat(missing)));

        assertEquals(expected, reason(sync(TWENTY.describing(1, "x".repeat(missing - lost)))));
    }

    @ParameterizedTest
    @CsvSource({"400, ", "401, MANY_CHANGES"})
    void fourHundredRowsMayChange(int changed, @Nullable Reason expected) throws Exception {
        take(Edition.of(500));

        assertEquals(expected, reason(sync(Edition.of(500).amended(changed))));
    }

    @ParameterizedTest
    @CsvSource({"400, ", "401, MANY_CHANGES"})
    void fourHundredRowsMayCome(int more, @Nullable Reason expected) throws Exception {
        take(TWENTY);

        assertEquals(expected, reason(sync(Edition.of(20 + more))));
    }

    @ParameterizedTest
    @CsvSource({
        "10, 100, 400, ",
        "9.9, 100, 400, FEWER_ROWS",
        "100, 8.99, 400, FEWER_BYTES",
        "100, 100, 2, ",
        "100, 100, 1, MANY_CHANGES"
    })
    void limitsCanBeSet(double rows, double bytes, int changed, @Nullable Reason expected) throws Exception {
        take(TWENTY);

        GuardLimits limits = new GuardLimits(rows, bytes, changed, Duration.ofHours(1));
        assertEquals(expected, reason(sync(TWENTY.withoutLast(2), limits)));
    }

    @Test
    void aRefusalSaysHowFarTheLimitWasPassed() throws Exception {
        take(Edition.of(200));

        Refusal refusal = refusal(sync(Edition.of(200).withoutLast(2)));

        assertNotNull(refusal);
        assertEquals(
                "it has 198 rows where the newest snapshot has 200: 1.0% fewer, and 0.5% is the limit",
                refusal.message());
    }

    @Test
    void aFirstFileThatMayHaveBeenCutOffIsRefused() throws Exception {
        byte[] cut = withoutLineEnd(TWENTY.bytes());

        assertEquals(Reason.CUT, reason(sync(cut, request -> request)));
        assertEquals(List.of("quarantined,null"), home.checks());
        assertNull(reason(sync(TWENTY)));
    }

    @Test
    void aFirstFileWithoutALineEndCanBeAccepted() throws Exception {
        byte[] cut = withoutLineEnd(TWENTY.bytes());

        SyncResult.Changed changed = assertInstanceOf(SyncResult.Changed.class, sync(cut, MadeHome.accepting()));

        assertEquals(
                Reason.CUT,
                changed.overruled() == null ? null : changed.overruled().reason());
        assertArrayEquals(cut, home.newest());
    }

    @Test
    void aLaterFileThatMayHaveBeenCutOffIsRefused() throws Exception {
        take(TWENTY);

        assertEquals(
                Reason.CUT,
                reason(sync(withoutLineEnd(TWENTY.describing(1, "new").bytes()), request -> request)));
    }

    private void take(Edition edition) throws Exception {
        take(edition, GuardLimits.DEFAULT);
    }

    private void take(Edition edition, GuardLimits limits) throws Exception {
        assertNull(reason(sync(edition, limits)));
        clock.move(Duration.ofDays(1));
    }

    private SyncResult sync(Edition edition) throws Exception {
        return sync(edition, GuardLimits.DEFAULT);
    }

    private SyncResult sync(Edition edition, GuardLimits limits) throws Exception {
        return sync(edition.bytes(), MadeHome.within(limits));
    }

    private SyncResult sync(byte[] bytes, UnaryOperator<SyncRequest> wish) throws Exception {
        server.publish(bytes, null);
        return home.sync(server.url("/ports.csv"), wish);
    }

    private static byte[] withoutLineEnd(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length - 2);
    }

    private static @Nullable Reason reason(SyncResult result) {
        Refusal refusal = refusal(result);
        return refusal == null ? null : refusal.reason();
    }

    private static @Nullable Refusal refusal(SyncResult result) {
        return result instanceof SyncResult.Refused refused ? refused.refusal() : null;
    }
}
