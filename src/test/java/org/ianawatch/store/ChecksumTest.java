package org.ianawatch.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.ianawatch.made.Rows;
import org.ianawatch.store.backup.Backup;
import org.ianawatch.store.backup.BackupForm;
import org.ianawatch.store.backup.Restoration;
import org.ianawatch.store.backup.RestoredWords;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.store.home.StoreException;
import org.ianawatch.store.home.WriterLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that the disk damaged is refused, wherever it did, and is never read as if nothing had happened. */
class ChecksumTest {
    private static final int FLIPS = 200;

    @TempDir
    private Path folder;

    private static MadeStore made() {
        return MadeStore.of(List.of(
                List.of(Rows.row("ssh", "22", "tcp", "SSH")),
                List.of(Rows.row("ssh", "22", "tcp", "SSH"), Rows.row("bell-ring", "703", "udp", "Bell Ringing"))));
    }

    @Test
    void aFlippedBitIsSeenWhereverItIs() throws Exception {
        Random random = new Random(5);
        try (MadeStore made = made()) {
            Path file = made.home().databaseFile();
            byte[] whole = Files.readAllBytes(file);
            for (int flip = 0; flip < FLIPS; flip++) {
                byte[] damaged = whole.clone();
                int place = random.nextInt(whole.length);
                damaged[place] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, damaged);

                var reading = assertThrows(StoreException.class, () -> made.read(Store::snapshots), "byte " + place);
                var writing = assertThrows(StoreException.class, () -> made.write(Store::snapshots), "byte " + place);

                assertTrue(leadsOut(reading), reading.getMessage());
                assertTrue(leadsOut(writing), writing.getMessage());
                assertArrayEquals(damaged, Files.readAllBytes(file), "byte " + place);
            }
            Files.write(file, whole);

            assertEquals(List.of(), made.problems());
        }
    }

    private static boolean leadsOut(StoreException refused) {
        String message = String.valueOf(refused.getMessage());
        return message.contains("; restore a backup, or move it away, and ianawatch.crc32 with it, and import again")
                || message.contains(" Restore a backup, or what is sound: ");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4096, 20_000})
    void aCutTailIsSeen(int bytes) throws Exception {
        try (MadeStore made = made()) {
            Path file = made.home().databaseFile();
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(whole, whole.length - bytes));

            var reading = assertThrows(StoreException.class, () -> made.read(Store::snapshots));
            var writing = assertThrows(StoreException.class, () -> made.write(Store::snapshots));

            assertTrue(leadsOut(reading), reading.getMessage());
            assertTrue(leadsOut(writing), writing.getMessage());
        }
    }

    @Test
    void thereIsNoneWhileAWriterMayChangeTheFile() throws Exception {
        try (MadeStore made = made()) {
            assertTrue(Files.exists(made.home().checksumFile()));

            made.write(store -> assertFalse(Files.exists(made.home().checksumFile())));

            assertTrue(Files.exists(made.home().checksumFile()));
        }
    }

    @Test
    void aStoreThatWasNotClosedIsTakenAsItIs() throws Exception {
        try (MadeStore made = made()) {
            Files.delete(made.home().checksumFile());

            made.read(store -> assertEquals(2, store.snapshots().size()));
            made.write(store -> assertEquals(2, store.snapshots().size()));

            assertTrue(Files.exists(made.home().checksumFile()));
        }
    }

    @Test
    void aWriterWhoDoesNotGetInLeavesIt() throws Exception {
        try (MadeStore made = made();
                Holder reader = Holder.reading(made.home())) {
            String noted = Files.readString(made.home().checksumFile());

            var refused = assertThrows(IllegalStateException.class, () -> made.write(Store::snapshots));

            assertInstanceOf(StoreBusyException.class, refused.getCause());
            assertEquals(noted, Files.readString(made.home().checksumFile()));
            reader.stop();
            made.write(store -> assertEquals(2, store.snapshots().size()));
        }
    }

    @Test
    void whatAnotherProgramWroteCanBeProvedAndTakenOver() throws Exception {
        Path backup = folder.resolve("backup.zip");
        try (MadeStore made = made()) {
            String noted = Files.readString(made.home().checksumFile());
            made.jdbc(statement -> statement.execute("ANALYZE"));
            Files.writeString(made.home().checksumFile(), noted);
            assertThrows(StoreException.class, () -> made.read(Store::snapshots));
            String difference = Stores.fileDifference(made.home()).orElseThrow();
            assertTrue(difference.startsWith("is not as it was closed (it has the CRC-32 "), difference);

            try (Store store = Stores.openUnchecked(made.home(), Duration.ZERO);
                    OutputStream out = Files.newOutputStream(backup)) {
                assertEquals(List.of(), Verification.problems(store));
                Backup.write(store, BackupForm.PORTABLE, "0.1", MadeStore.FIRST, out);
            }
            try (WriterLock lock = WriterLock.acquire(made.home(), "test", MadeStore.FIRST, Duration.ZERO)) {
                new Restoration(
                                lock,
                                made.home(),
                                Publisher.NONE,
                                new RestoredWords(List.of(), List.of(), List.of(), name -> true, ""),
                                MadeStore.FIRST)
                        .restore(backup);
            }

            assertEquals(Optional.empty(), Stores.fileDifference(made.home()));
            made.read(store -> assertEquals(2, store.snapshots().size()));
        }
    }
}
