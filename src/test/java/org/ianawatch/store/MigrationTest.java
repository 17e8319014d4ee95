package org.ianawatch.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.ianawatch.made.Rows;
import org.ianawatch.registry.Entry;
import org.junit.jupiter.api.Test;

/** A store that an older program made keeps all that it has. */
class MigrationTest {
    private static final List<List<Entry>> SERIES = List.of(
            List.of(
                    Rows.row("bar", "80", "tcp", "Bar"),
                    Rows.row("", "272-279", "", "Unassigned"),
                    Rows.row("name", "", "", "A name alone")),
            List.of(
                    Rows.row("bar", "80", "tcp", "Bar Protocol"),
                    Rows.row("", "272-277", "", "Unassigned"),
                    Rows.row("tide", "278", "udp", "Tide"),
                    Rows.row("quick", "278", "quic", "Another transport"),
                    Rows.row("", "279", "", "Unassigned")),
            List.of(Rows.row("bar", "80", "tcp", "Bar"), Rows.row("tide", "278", "udp", "Tide")));

    /** Takes a store back to version 7, which had the ports of rows in a table of their own, and fewer indexes. */
    private static final List<String> TO_VERSION_7 = List.of(
            "DROP VIEW public.registration",
            "DROP VIEW public.port_status",
            "DROP VIEW public.registration_history",
            "CREATE TABLE store.port_row AS SELECT CASE WHEN id > 1099511627776 THEN id - 1099511626776 ELSE id END AS row_version_id, registry_id, port_low, range_high, transport, status FROM store.row_version",
            "CREATE TABLE store.row_version_7 AS SELECT CASE WHEN id > 1099511627776 THEN id - 1099511626776 ELSE id END AS id, registry_id, valid_from, valid_until, position, field, text, line_end FROM store.row_version",
            "DROP TABLE store.row_version",
            "ALTER TABLE store.row_version_7 RENAME TO row_version",
            "DROP TABLE store.life",
            "DROP TABLE store.transport",
            "UPDATE store.change SET row_version_id = row_version_id - 1099511626776 WHERE row_version_id > 1099511627776",
            "DROP INDEX store.change_row_version",
            "DROP INDEX store.snapshot_observed_at",
            "ALTER TABLE store.change ADD FOREIGN KEY (registry_id) REFERENCES store.registry",
            "DROP INDEX store.change_kind",
            "DROP INDEX store.change_port_low",
            "DROP INDEX store.change_range_high",
            "ALTER TABLE store.change DROP COLUMN range_high",
            "DROP INDEX store.snapshot_sha256",
            "CREATE VIEW public.registration AS SELECT id FROM store.row_version",
            "CREATE VIEW public.port_status AS SELECT id FROM store.row_version",
            "CREATE VIEW public.registration_history AS SELECT id FROM store.row_version",
            "DELETE FROM store.\"flyway_schema_history\" WHERE CAST(\"version\" AS INTEGER) > 7");

    @Test
    void aStoreThatCannotBeWrittenIsNotTakenForANewOne() throws IOException {
        try (MadeStore made = MadeStore.of(SERIES)) {
            made.jdbc(statement -> {
                for (String step : TO_VERSION_7) {
                    statement.execute(step);
                }
            });
            byte[] before = Files.readAllBytes(made.home().databaseFile());
            Files.deleteIfExists(made.home().lock());
            Files.createDirectory(made.home().lock());

            String refusal = assertThrows(UnusableStoreException.class, () -> Store.open(made.home(), Duration.ZERO))
                    .getMessage();

            assertEquals(
                    "the store in " + made.home().directory()
                            + " has to be brought up to date before it can be read (an older ianawatch wrote it, or one was"
                            + " killed), and cannot be written (Is a directory); run 'ianawatch status' once as its owner, or"
                            + " copy the folder and name the copy with --home",
                    refusal);
            assertArrayEquals(before, Files.readAllBytes(made.home().databaseFile()));
            Files.delete(made.home().lock());
        }
    }

    @Test
    void aStoreOfVersion7KeepsItsSnapshotsAndChangesAndViews() throws IOException {
        String ports = "SELECT * EXCEPT (id) FROM registration_history ORDER BY id";
        String registrations =
                "SELECT c.kind, r.service_name, r.valid_until FROM change c JOIN registration_history r ON r.id = c.registration_id ORDER BY c.id";
        try (MadeStore made = MadeStore.of(SERIES)) {
            List<List<String>> before = made.query(ports);
            List<List<String>> registered = made.query(registrations);
            made.jdbc(statement -> {
                for (String step : TO_VERSION_7) {
                    statement.execute(step);
                }
            });
            assertEquals(List.of(), made.problems());
            made.read(store -> {
                for (SnapshotEntry entry : store.snapshots()) {
                    assertArrayEquals(
                            made.files().get(entry.number() - 1),
                            store.file(entry).bytes());
                }
            });
            long bytes = Files.size(made.home().databaseFile());
            made.jdbc(statement -> statement.execute("SHUTDOWN COMPACT"));
            assertTrue(bytes < Files.size(made.home().databaseFile()) + 16_384, bytes + " bytes");
            assertEquals(before, made.query(ports));
            assertEquals(registered, made.query(registrations));
            assertEquals(
                    List.of("assigned", "assigned", "deassigned", "deassigned"),
                    registered.stream().map(row -> row.get(0)).toList());
            assertEquals(List.of(List.of("3")), made.query("SELECT COUNT(*) FROM registration", "SET @at = 1"));
            assertEquals(
                    List.of(List.of("assigned")),
                    made.query(
                            "SELECT status FROM port_status WHERE transport = 'quic' AND 278 BETWEEN port_low AND port_high",
                            "SET @at = 2"));
            made.append(List.of(made.files().get(0)));
            assertEquals(List.of(), made.problems());
        }
    }
}
