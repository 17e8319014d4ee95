package org.ianawatch.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.ianawatch.csv.CsvReader;
import org.ianawatch.made.Rows;
import org.ianawatch.made.Writing;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.store.h2.Checksum;
import org.ianawatch.store.h2.Schema;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.StoreException;
import org.ianawatch.store.home.UnusableStoreException;
import org.ianawatch.store.home.WriterLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Stores and homes that cannot be used are refused with a way out, and left as they are; stores also where a writer that was
 * killed left no checksum.
 */
class UnusableStoreTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> damages() {
        return Stream.of(
                damage("emptied", bytes -> new byte[0]),
                damage("one byte left", bytes -> Arrays.copyOf(bytes, 1)),
                damage("a block left", bytes -> Arrays.copyOf(bytes, 4096)),
                damage("the headers left", bytes -> Arrays.copyOf(bytes, 8192)),
                damage("overwritten by text", bytes -> "not a database\n".getBytes(StandardCharsets.UTF_8)),
                damage("zeros at the beginning", bytes -> zeros(bytes, 0, 8192)));
    }

    private static Arguments damage(String name, UnaryOperator<byte[]> damage) {
        return arguments(name, damage);
    }

    private static byte[] zeros(byte[] bytes, int from, int to) {
        byte[] damaged = bytes.clone();
        Arrays.fill(damaged, from, Math.min(to, bytes.length), (byte) 0);
        return damaged;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void aDamagedFileIsRefusedAndLeftAsItIs(String name, UnaryOperator<byte[]> damage) throws Exception {
        try (MadeStore made = MadeStore.of(List.of(List.of(Rows.row("ssh", "22", "tcp", "SSH"))))) {
            Path file = made.home().databaseFile();
            byte[] damaged = damage.apply(Files.readAllBytes(file));
            Files.write(file, damaged);
            Checksum.forget(made.home());

            var reading = assertThrows(StoreException.class, () -> made.read(Store::snapshots), name);
            var writing = assertThrows(StoreException.class, () -> made.write(Store::snapshots), name);

            for (StoreException refused : List.of(reading, writing)) {
                String message = String.valueOf(refused.getMessage());
                assertTrue(message.startsWith("the store " + file + " cannot be opened: "), message);
                assertTrue(
                        message.endsWith(
                                "; restore a backup, or move it away, and ianawatch.crc32 with it, and import again"),
                        message);
            }
            assertArrayEquals(damaged, Files.readAllBytes(file), name);
        }
    }

    @Test
    void aFileOfWhichOnlyTheHeadersAreLeftIsRefusedAndLeftAsItIs() throws Exception {
        try (MadeStore made = MadeStore.of(List.of(List.of(Rows.row("ssh", "22", "tcp", "SSH"))))) {
            Path file = made.home().databaseFile();
            byte[] whole = Files.readAllBytes(file);
            byte[] damaged = zeros(whole, 8192, whole.length);
            Files.write(file, damaged);
            Checksum.forget(made.home());

            var refused = assertThrows(StoreException.class, () -> made.read(Store::snapshots));

            assertTrue(String.valueOf(refused.getMessage()).startsWith("the store " + file + " cannot be opened: "));
            assertArrayEquals(damaged, Files.readAllBytes(file));
        }
    }

    /** How something else comes to stand where the store was. */
    interface Mishap {
        void happensTo(Home home) throws IOException;
    }

    static Stream<Arguments> mishaps() {
        return Stream.of(
                mishap(
                        "the home leads nowhere",
                        home -> {
                            Files.delete(home.directory());
                            Files.createSymbolicLink(home.directory(), Path.of("/nowhere/home"));
                        },
                        "HOME is a link to /nowhere/home, where nothing is: bring back what it leads to (is a disk not mounted?),"
                                + " or remove the link"),
                mishap(
                        "the store leads nowhere",
                        home -> Files.createSymbolicLink(home.databaseFile(), Path.of("nowhere.mv.db")),
                        "HOME/ianawatch.mv.db is a link to nowhere.mv.db, where nothing is: bring back what it leads to (is a disk"
                                + " not mounted?), or remove the link"),
                mishap(
                        "a folder",
                        home -> Files.createDirectory(home.databaseFile()),
                        "what stands in place of the store, HOME/ianawatch.mv.db, is no file: move it away, or name another folder"
                                + " with --home"),
                mishap(
                        "a checksum alone",
                        home -> Files.writeString(home.checksumFile(), "0a1b2c3d of 1417216 bytes\n"),
                        "the store HOME/ianawatch.mv.db is gone, and its checksum HOME/ianawatch.crc32 is there: bring the file"
                                + " back, or restore a backup; to begin anew, remove the checksum"),
                mishap(
                        "a checksum that leads nowhere",
                        home -> Files.createSymbolicLink(home.checksumFile(), Path.of("/nowhere/crc")),
                        "the store HOME/ianawatch.mv.db is gone, and its checksum HOME/ianawatch.crc32 is there: bring the file"
                                + " back, or restore a backup; to begin anew, remove the checksum"));
    }

    private static Arguments mishap(String name, Mishap mishap, String message) {
        return arguments(name, mishap, message);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mishaps")
    void whatStandsInPlaceOfTheStoreIsNeverReplacedByANewOne(String name, Mishap mishap, String message)
            throws Exception {
        Home home = new Home(Files.createDirectory(folder.resolve("home")), PortRegistry.REGISTRY);
        mishap.happensTo(home);
        String expected = message.replace("HOME", home.directory().toString());

        var reading = assertThrows(UnusableStoreException.class, () -> Stores.open(home, Duration.ZERO)
                .close());
        var writing = assertThrows(UnusableStoreException.class, () -> {
            try (WriterLock lock = WriterLock.acquire(home, "test", MadeStore.FIRST, Duration.ZERO)) {
                WritableStore.open(lock, home, Duration.ZERO).close();
            }
        });

        assertEquals(expected, reading.getMessage(), name);
        assertEquals(expected, writing.getMessage(), name);
        assertFalse(Files.isRegularFile(home.databaseFile()), name);
    }

    @Test
    void aHomeThatIsAFileIsRefused() throws Exception {
        Home home = new Home(Files.writeString(folder.resolve("file"), "a file"), PortRegistry.REGISTRY);

        var refused = assertThrows(UnusableStoreException.class, home::hasStore);

        assertEquals(
                "the home " + home.directory() + " is no folder: name another one with --home or IANAWATCH_HOME",
                refused.getMessage());
    }

    @Test
    void aHomeMayBeALink() throws Exception {
        Path real = Files.createDirectory(folder.resolve("real"));
        Home home = new Home(Files.createSymbolicLink(folder.resolve("link"), real), PortRegistry.REGISTRY);

        try (WriterLock lock = WriterLock.acquire(home, "test", MadeStore.FIRST, Duration.ZERO)) {
            WritableStore.open(lock, home, Duration.ZERO).close();
        }

        assertTrue(new Home(real, PortRegistry.REGISTRY).hasStore());
    }

    @Test
    void aHomeWithASemicolonIsRefused() {
        Path directory = folder.resolve("semi;colon");

        var refused = assertThrows(UnusableStoreException.class, () -> new Home(directory, PortRegistry.REGISTRY));

        assertEquals(
                "a home cannot have a semicolon in its path, and " + directory
                        + " has one: name another one with --home or IANAWATCH_HOME",
                refused.getMessage());
    }

    @Test
    void aStoreOfANewerProgramIsRefused() throws Exception {
        try (MadeStore made = new MadeStore()) {
            made.jdbc(statement -> statement.execute(
                    "INSERT INTO store.\"flyway_schema_history\" SELECT 1000, '1000', \"description\", \"type\", \"script\","
                            + " \"checksum\", \"installed_by\", \"installed_on\", \"execution_time\", \"success\""
                            + " FROM store.\"flyway_schema_history\" WHERE \"version\" = '12'"));
            String expected = "the store in " + made.home().directory()
                    + " was written by a newer ianawatch (schema 1000, this one knows " + Schema.VERSION
                    + "): use that one, or another --home";

            var reading = assertThrows(UnusableStoreException.class, () -> made.read(Store::snapshots));
            var writing = assertThrows(UnusableStoreException.class, () -> made.write(Store::snapshots));

            assertEquals(expected, reading.getMessage());
            assertEquals(expected, writing.getMessage());
        }
    }

    @Test
    void aHomeThatCannotBeMadeIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "a file");

        var refused = assertThrows(UnusableStoreException.class, () -> WriterLock.acquire(
                        new Home(file.resolve("home"), PortRegistry.REGISTRY), "test", MadeStore.FIRST, Duration.ZERO)
                .close());

        String message = String.valueOf(refused.getMessage());
        assertTrue(message.startsWith("cannot write to the home " + file.resolve("home")), message);
        assertTrue(message.endsWith("; name another one with --home or IANAWATCH_HOME"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two  blanks", "é日本", "50%20", "#?&'\"", "~"})
    void aHomeMayHaveAnyName(String name) throws Exception {
        Home home = new Home(folder.resolve(name), PortRegistry.REGISTRY);
        byte[] bytes = Writing.USUAL.bytes(List.of(Rows.row("ssh", "22", "tcp", "SSH")));
        try (WriterLock lock = WriterLock.acquire(home, "test", MadeStore.FIRST, Duration.ZERO);
                WritableStore store = WritableStore.open(lock, home, Duration.ZERO)) {
            var file = MadeStore.read(new CsvReader(PortRegistry.ROLES), bytes);
            store.commit(() -> store.append(
                    new NewSnapshot(file, "0".repeat(64), bytes.length, MadeStore.FIRST, Origin.IMPORT, "made"), null));
        }

        try (Store store = Stores.open(home, Duration.ZERO)) {
            assertArrayEquals(bytes, store.file(store.newest().orElseThrow()).bytes());
        }
        try (Stream<Path> made = Files.list(folder)) {
            assertEquals(List.of(home.directory()), made.toList());
        }
    }
}
