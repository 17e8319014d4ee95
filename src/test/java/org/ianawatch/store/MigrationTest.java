package org.ianawatch.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Sha256;
import org.ianawatch.store.h2.Schema;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.UnusableStoreException;
import org.ianawatch.store.home.WriterLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that the program with the tables before those of today made keeps all that it has. */
class MigrationTest {
    /** What that program's database says of itself: three snapshots, two uses, a refused download, and a message that is pending. */
    private static final Path SCRIPT = Path.of("src/test/resources/stores/schema-11.sql");

    private static final String CUT_OFF =
            "Service Name,Port Number,Transport Protocol,Description,Assignee,Contact,Registration Date,Modificati";

    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void make() throws Exception {
        home = new Home(folder, PortRegistry.REGISTRY);
        jdbc("RUNSCRIPT FROM '" + SCRIPT.toAbsolutePath() + "'");
        Files.createDirectory(home.quarantine());
        Files.writeString(home.quarantine().resolve("2-4c9631d677c9.csv"), CUT_OFF.substring(0, 100));
    }

    private void jdbc(String statement) throws SQLException {
        try (Connection connection =
                DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("ianawatch"), "sa", "")) {
            connection.createStatement().execute(statement);
        }
    }

    @Test
    void snapshotsAreGivenBackByteForByteAndChangesAreThoseThatWereFound() throws Exception {
        try (Store store = Stores.open(home, Duration.ZERO)) {
            assertEquals(List.of(), Verification.problems(store));
            assertEquals(3, store.snapshots().size());
            for (SnapshotEntry entry : store.snapshots()) {
                assertEquals(
                        entry.sha256(), Sha256.of(store.file(entry).bytes()).digits());
            }
            assertEquals(
                    List.of(
                            "amended 80",
                            "assigned 278",
                            "assigned 278",
                            "deassigned null",
                            "amended 80",
                            "deassigned 278"),
                    store.changes(1, 3).stream()
                            .map(change -> change.change().kind().word() + " "
                                    + change.change().span())
                            .toList());
        }
    }

    @Test
    void whatIsKnownBesideTheSnapshotsStays() throws Exception {
        try (Store store = Stores.open(home, Duration.ZERO)) {
            assertEquals(
                    List.of("278/udp, telemetry", "ssh"),
                    store.uses().all().stream().map(use -> use.label()).toList());
            assertEquals(
                    List.of("malformed WAITING", "fewer-rows ACCEPTED"),
                    store.quarantine().newestFirst().stream()
                            .map(entry -> entry.reason() + " " + entry.state())
                            .toList());
            assertEquals(
                    CUT_OFF.substring(0, 100),
                    new String(
                            store.quarantine()
                                    .bytes(store.quarantine().waiting().get(0)),
                            StandardCharsets.UTF_8));
            assertEquals(2, store.checks());
            Delivery pending =
                    store.outbox().due(Instant.parse("2027-01-01T00:00:00Z")).get(0);
            assertEquals("hook", pending.channel());
            assertEquals(1, pending.tries());
            assertEquals(true, store.ruleProgress().toldUntil("all").isPresent());
        }
    }

    @Test
    void viewsAnswerAsBeforeAndSnapshotsFollow() throws Exception {
        try (Store store = Stores.open(home, Duration.ZERO)) {
            assertEquals(
                    List.of("assigned tide", "assigned quick", "deassigned name", "deassigned quick"),
                    store.sql.list(
                            "SELECT c.kind || ' ' || r.service_name FROM change c JOIN registration_history r"
                                    + " ON r.id = c.registration_id ORDER BY c.id",
                            row -> row.getString(1)));
            store.sql.update("SET @at = 2");
            assertEquals(
                    List.of("assigned"),
                    store.sql.list(
                            "SELECT status FROM port_status WHERE transport = 'quic' AND 278 BETWEEN port_low AND port_high",
                            row -> row.getString(1)));
        }
        Instant now = Instant.parse("2027-01-01T00:00:00Z");
        try (WriterLock lock = WriterLock.acquire(home, "test", now, Duration.ZERO);
                WritableStore store = WritableStore.open(lock, home, Duration.ZERO)) {
            store.commit(() ->
                    store.record(new SyncRun(now, now, "test", SyncRun.Outcome.UNREADABLE, null, "nobody is there")));
            assertEquals(
                    3L,
                    store.sql.number("SELECT MAX(id) FROM store.sync_run"),
                    "numbers go on after those that were there");
        }
    }

    @Test
    void aStoreThatCannotBeWrittenIsNotTakenForANewOne() throws IOException {
        byte[] before = Files.readAllBytes(home.databaseFile());
        Files.createDirectory(home.directory().resolve("writer.lock"));

        String refusal = assertThrows(UnusableStoreException.class, () -> Stores.open(home, Duration.ZERO))
                .getMessage();

        assertEquals(
                "the store in " + home.directory()
                        + " has to be brought up to date before it can be read (an older ianawatch wrote it, or one was"
                        + " killed), and cannot be written (Is a directory); run 'ianawatch status' once as its owner, or"
                        + " copy the folder and name the copy with --home",
                refusal);
        assertArrayEquals(before, Files.readAllBytes(home.databaseFile()));
    }

    @Test
    void anEarlierStoreIsRefusedAndStaysAsItIs() throws Exception {
        jdbc("DELETE FROM store.\"flyway_schema_history\" WHERE CAST(\"version\" AS INTEGER) > 7");
        String refusal = assertThrows(UnusableStoreException.class, () -> Stores.open(home, Duration.ZERO))
                .getMessage();

        assertEquals(
                "the store in " + home.directory()
                        + " was written by an early ianawatch (schema 7, this one knows 11 and " + Schema.VERSION
                        + "): open it once with one that writes schema 11, or import again",
                refusal);
        jdbc("SELECT valid_from FROM store.row_version");
    }
}
