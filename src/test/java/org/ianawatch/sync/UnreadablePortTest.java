package org.ianawatch.sync;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ianawatch.made.MovableClock;
import org.ianawatch.made.Rows;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Entry;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.WritableStore;
import org.ianawatch.store.home.WriterLock;
import org.ianawatch.sync.Refusal.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cell that should hold a port and holds something else: it is named, and a person may take its row as text. */
class UnreadableCodeTest {
    private static final Edition GOOD = Edition.of(300);
    private static final Edition BAD = GOOD.with(row("strange", "22\u201325"));

    private final MovableClock clock = new MovableClock(MadeHome.start());

    @TempDir
    private Path folder;

    private MadeHome home;

    @BeforeEach
    void start() throws Exception {
        home = MadeHome.withStore(folder, clock);
        sync(GOOD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "22 ",
                " 22",
                "22\u201325",
                "22\u221225",
                "22\u201125",
                "22-",
                "70000",
                "9-8",
                "ssh",
                "22\t",
                "+22",
                "\uff12\uff12"
            })
    void itIsRefusedAndTakenByAPersonsWordByteForByte(String cell) throws Exception {
        Edition edition = GOOD.with(row("strange", cell));

        SyncResult.Refused refused = assertInstanceOf(SyncResult.Refused.class, sync(edition));
        SyncResult.Changed changed =
                assertInstanceOf(SyncResult.Changed.class, home.sync("-", edition.bytes(), MadeHome.accepting()));

        assertEquals(Reason.UNREADABLE_PORT, refused.refusal().reason());
        assertTrue(
                refused.refusal().message().startsWith("line 302, 'Port Number': '" + cell + "' is no port"),
                refused.refusal().message());
        assertEquals(refused.refusal(), changed.overruled());
        assertArrayEquals(edition.bytes(), home.newest());
        assertEquals(List.of(), home.problems());
        assertEquals(
                List.of("strange,null,null,tcp"),
                home.query("SELECT service_name, port_low, port_high, transport FROM registration"
                        + " WHERE service_name = 'strange'"));
    }

    @Test
    void itIsNamedBesideWhatElseIsWrong() throws Exception {
        Edition half = Edition.of(150).with(row("strange", "22 "));

        SyncResult.Refused refused = assertInstanceOf(SyncResult.Refused.class, sync(half));

        assertEquals(Reason.FEWER_ROWS, refused.refusal().reason());
        assertTrue(
                refused.refusal().message().contains("; and line 152, 'Port Number': '22 ' is no port"),
                refused.refusal().message());
    }

    @Test
    void itCanBeAcceptedFromQuarantine() throws Exception {
        sync(BAD);

        accept(1);

        assertArrayEquals(BAD.bytes(), home.newest());
        assertEquals(List.of(), home.problems());
    }

    @Test
    void whatWasTakenOnceIsNotAskedAboutAgain() throws Exception {
        home.sync("-", BAD.bytes(), MadeHome.accepting());

        assertInstanceOf(SyncResult.Unchanged.class, sync(BAD));
        Edition later = BAD.with(Edition.assigned(301));
        assertInstanceOf(SyncResult.Changed.class, sync(later));

        assertArrayEquals(later.bytes(), home.newest());
        assertEquals(List.of(), home.problems());
    }

    @Test
    void eachNewCellIsCountedAndTheFirstIsNamed() throws Exception {
        home.sync("-", BAD.bytes(), MadeHome.accepting());

        Refusal refusal = assertInstanceOf(
                        SyncResult.Refused.class, sync(BAD.with(row("b", "1 ")).with(row("c", "2 "))))
                .refusal();

        assertTrue(refusal.message().startsWith("line 303, 'Port Number': '1 ' is no port"), refusal.message());
        assertTrue(refusal.message().contains("it is in 1 more"), refusal.message());
    }

    @Test
    void aPortThatBecomesUnreadableLeavesItsPort() throws Exception {
        Entry row = Rows.with(Edition.assigned(300), PortRegistry.PORT_NUMBER, "300 ");
        Edition edition = GOOD.without(300).with(row);

        home.sync("-", edition.bytes(), MadeHome.accepting());

        assertEquals(
                List.of("deassigned,300,service-300", "assigned,null,service-300"),
                home.query("SELECT kind, port_low, service FROM change ORDER BY id"));
        assertEquals(
                List.of("unassigned"),
                home.query(
                        "SELECT status FROM port_status WHERE transport = 'tcp' AND 300 BETWEEN port_low AND port_high"));
        assertEquals(List.of(), home.problems());
        sync(GOOD);
        clock.move(Duration.ofDays(2));
        assertInstanceOf(SyncResult.Changed.class, sync(GOOD));
        assertArrayEquals(GOOD.bytes(), home.newest());
        assertEquals(List.of(), home.problems());
    }

    @Test
    void theFirstSnapshotIsAskedAboutToo() throws Exception {
        MadeHome fresh = MadeHome.withStore(folder.resolve("fresh"), clock);

        assertInstanceOf(SyncResult.Refused.class, fresh.sync("-", BAD.bytes(), request -> request));
        fresh.sync("-", BAD.bytes(), MadeHome.accepting());

        assertArrayEquals(BAD.bytes(), fresh.newest());
        assertEquals(List.of(), fresh.problems());
    }

    @Test
    void anImportTakesItWithAWarning() throws Exception {
        Path file = Files.write(folder.resolve("2026-11-01T070000Z.csv"), BAD.bytes());
        HeardImport heard = new HeardImport();

        ImportRequest request = new ImportRequest(DatedFile.inDateOrder(List.of(file)), GuardLimits.DEFAULT, false);
        home.run(Sender.NONE).<Exception>of("test", new ImportJob(request, clock, Alerts.NONE, heard)::run);

        assertEquals(List.of(Reason.UNREADABLE_PORT), heard.reasons);
        assertArrayEquals(BAD.bytes(), home.newest());
        assertEquals(List.of(), home.problems());
    }

    private SyncResult sync(Edition edition) throws Exception {
        return home.sync("-", edition.bytes(), request -> request);
    }

    private void accept(long number) throws Exception {
        try (WriterLock lock = WriterLock.acquire(home.home(), "test", clock.instant(), Duration.ZERO);
                WritableStore store = WritableStore.open(lock, home.home(), Duration.ZERO)) {
            new QuarantineJob(store, clock, Alerts.NONE).accept(number);
        }
    }

    private static Entry row(String service, String port) {
        return Rows.row(service, port, "tcp", "Strange");
    }

    private static final class HeardImport implements ImportListener {
        private final List<Reason> reasons = new ArrayList<>();

        @Override
        public void stored(Path file, SnapshotEntry snapshot, int changes) {}

        @Override
        public void known(Path file, SnapshotEntry snapshot) {}

        @Override
        public void doubted(Path file, Refusal refusal) {
            reasons.add(refusal.reason());
        }
    }
}
