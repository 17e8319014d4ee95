package org.ianawatch.store;

import static org.ianawatch.made.Rows.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ianawatch.made.Rows;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerificationTest {
    private static final byte[] REFUSED = "refused".getBytes(StandardCharsets.UTF_8);
    private static final Entry BLOCK = row("", "272-279", "", "Unassigned");
    private static final Entry FOO = row("foo", "278", "tcp", "Foo");
    private static final List<List<Entry>> SERIES = List.of(
            List.of(row("bar", "80", "tcp", "Bar"), BLOCK),
            List.of(row("bar", "80", "tcp", "Bar"), BLOCK, FOO),
            List.of(row("bar", "80", "tcp", "Bar"), BLOCK, Rows.with(FOO, PortRegistry.CONTACT, "[New]")));

    @Test
    void aSoundStoreHasNoProblems() {
        try (MadeStore made = MadeStore.of(SERIES)) {
            assertEquals(List.of(), made.problems());
        }
    }

    @Test
    void anEmptyStoreIsSound() {
        try (MadeStore made = new MadeStore()) {
            assertEquals(List.of(), made.problems());
        }
    }

    /** Each damage is one statement; what it must be called stands beside it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE store.row_now SET field[4] = 'Bart' WHERE field[1] = 'bar' | snapshot 1 (2020-01-01): rebuilt",
                "UPDATE store.row_now SET field[2] = '81' WHERE field[1] = 'bar' | what it says is stored as",
                "UPDATE store.row_now SET position = -position WHERE name = '' | snapshot 2 (2020-01-02): rebuilt",
                "UPDATE store.row_now SET valid_from = 3 WHERE name = 'bar' | snapshot 1 (2020-01-01): it has 1 records and not 2",
                "UPDATE store.row_past SET valid_until = 9 | valid from snapshot 2 until 9",
                "UPDATE store.row_now SET valid_from = 0 WHERE name = 'bar' | valid from snapshot 0",
                "UPDATE store.row_now SET text = 'bar' WHERE name = 'bar' | rebuilt",
                "UPDATE store.row_now SET line_end = 'LF' WHERE name = 'bar' | rebuilt",
                "UPDATE store.row_now SET code_low = 81 WHERE code_low = 80 | what it says is stored as",
                "UPDATE store.row_now SET code_high = code_low WHERE code_low = 272 | what it says is stored as",
                "UPDATE store.row_now SET space = 'udp' WHERE code_low = 80 | what it says is stored as",
                "UPDATE store.row_now SET status = 'reserved' WHERE code_low = 272 | what it says is stored as",
                "UPDATE store.row_now SET valid_from_at = NOW() WHERE code_low = 80 | its times are not those",
                "UPDATE store.row_past SET valid_until_at = NOW() | its times are not those",
                "DELETE FROM store.row_now WHERE code_low = 80 | records and not",
                "DELETE FROM store.row_past | the changes cannot be read: the row of change 1 is missing",
                "DELETE FROM store.change WHERE snapshot_number = 2 | snapshot 2 (2020-01-02): the stored changes",
                "DELETE FROM store.change_field | snapshot 3 (2020-01-03): the stored changes",
                "UPDATE store.change_field SET after_value = 'x' | snapshot 3 (2020-01-03): the stored changes",
                "UPDATE store.change SET block_high = 280 WHERE snapshot_number = 2 | snapshot 2 (2020-01-02): the stored changes",
                "UPDATE store.change SET spaces = ARRAY['udp'] WHERE snapshot_number = 2 | snapshot 2 (2020-01-02): the stored changes",
                "UPDATE store.change SET snapshot_number = 9 WHERE snapshot_number = 2 | changes of a snapshot that is not there",
                "UPDATE store.snapshot SET sha256 = REPEAT('0', 64) WHERE number = 2 | snapshot 2 (2020-01-02): rebuilt",
                "UPDATE store.snapshot SET byte_count = 1 WHERE number = 2 | snapshot 2 (2020-01-02): rebuilt",
                "UPDATE store.snapshot SET record_count = 1 WHERE number = 2 | snapshot 2 (2020-01-02): it has 3 records and not 1",
                "UPDATE store.snapshot SET header = 'Service' WHERE number = 2 | snapshot 2 (2020-01-02): the header lacks",
                "UPDATE store.snapshot SET line_end = 'LF' WHERE number = 2 | snapshot 2 (2020-01-02): rebuilt",
                "UPDATE store.snapshot SET number = 4 WHERE number = 3 | snapshot 4 (2020-01-03): it should have the number 3",
                "UPDATE store.snapshot SET observed_at = TIMESTAMP WITH TIME ZONE '2019-01-01 00:00:00+00' WHERE number = 2 | snapshot 2 (2019-01-01): it is not later",
            })
    void damageIsFoundAndNamed(String damage, String problem) {
        try (MadeStore made = MadeStore.of(SERIES)) {
            made.jdbc(statement -> {
                statement.execute("SET REFERENTIAL_INTEGRITY FALSE");
                assertTrue(statement.executeUpdate(damage) > 0, damage);
            });
            List<String> problems = made.problems();
            assertTrue(problems.stream().anyMatch(found -> found.contains(problem)), problems.toString());
        }
    }

    @Test
    void aFileOfTheQuarantineThatIsGoneOrAnotherIsFound() {
        try (MadeStore made = MadeStore.of(SERIES)) {
            List<QuarantineEntry> kept = new ArrayList<>();
            made.write(store -> store.commit(() -> kept.add(store.quarantine()
                    .keep(REFUSED, Sha256.of(REFUSED).digits(), "source", "shrunk", "It shrank.", MadeStore.FIRST))));
            assertEquals(List.of(), made.problems());
            Path file = kept.get(0).file();
            made.read(store -> Files.writeString(file, "another"));
            assertEquals(
                    List.of(file
                            + " is not what was downloaded, its SHA-256 is another one; 'ianawatch quarantine drop 1'"
                            + " removes it"),
                    made.problems());
            made.read(store -> Files.delete(file));
            assertEquals(
                    List.of("quarantine 1: its file " + file
                            + " is gone; 'ianawatch quarantine drop 1' removes it from the list"),
                    made.problems());
            assertFalse(Files.exists(file));
        }
    }
}
