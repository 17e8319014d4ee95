package org.ianawatch.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.ianawatch.made.Hang;
import org.ianawatch.made.Rows;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.store.home.WriterLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One writer at a time, across processes, and readers that meet it. */
class StoreProcessTest {
    private MadeStore made;

    @BeforeEach
    void make() {
        made = MadeStore.of(List.of(List.of(Rows.row("ssh", "22", "tcp", "SSH"))));
    }

    @AfterEach
    void remove() {
        made.close();
    }

    @Test
    void aSecondWriterIsToldWhoHoldsTheStore() throws Exception {
        try (Holder holder = Holder.of(made.home(), false)) {
            var busy = assertThrows(
                    StoreBusyException.class, () -> lock(Duration.ZERO).close());

            assertEquals(
                    "the store in " + made.home().directory() + " is held by ianawatch sync, process " + holder.pid()
                            + ", since 2026-11-01T06:00:00Z; try again later, or wait longer with --wait",
                    busy.getMessage());
            made.read(store -> assertEquals(1, store.snapshots().size()));
        }
    }

    @Test
    void aSecondWriterWaitsForTheFirst() throws Exception {
        try (Holder holder = Holder.of(made.home(), false)) {
            CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(() -> {
                try (WriterLock lock = lock(Hang.LIMIT)) {
                    return lock.isHeld();
                } catch (StoreBusyException | InterruptedException busy) {
                    return false;
                }
            });
            holder.stop();

            assertTrue(second.get());
        }
    }

    @Test
    void aWriterThatWasKilledIsNoObstacle() throws Exception {
        try (Holder holder = Holder.of(made.home(), true)) {
            holder.kill();
        }

        made.write(store -> assertEquals(1, store.snapshots().size()));
        assertEquals(List.of(), made.problems());
    }

    /** Whoever waited for a lock that was withdrawn holds a file that is gone, and takes the one that others see. */
    @Test
    void aLockThatIsWithdrawnLeavesNoFileAndIsNobodysElse() throws Exception {
        Home home = new Home(Files.createTempDirectory("ianawatch-withdrawn"), PortRegistry.REGISTRY);
        CompletableFuture<String> named = new CompletableFuture<>();
        Thread second = new Thread(() -> {
            try (WriterLock lock = WriterLock.acquire(home, "second", MadeStore.FIRST, Hang.LIMIT)) {
                named.complete(lock.isHeld() ? Files.readString(home.directory().resolve("writer.lock")) : "");
            } catch (IOException | StoreBusyException | InterruptedException failed) {
                named.completeExceptionally(failed);
            }
        });
        try (WriterLock first = WriterLock.acquire(home, "first", MadeStore.FIRST, Hang.LIMIT)) {
            second.start();
            while (second.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            first.withdraw();
            assertFalse(Files.exists(home.directory().resolve("writer.lock")));
        }

        assertTrue(named.get().startsWith("ianawatch second, process "), named::toString);
        second.join();
        Files.delete(home.directory().resolve("writer.lock"));
        Files.delete(home.directory());
    }

    @Test
    void aLockThatIsWithdrawnNamesTheHolderBefore() throws Exception {
        lock(Duration.ZERO).close();
        String before = Files.readString(made.home().directory().resolve("writer.lock"));
        try (WriterLock lock = WriterLock.acquire(made.home(), "second", MadeStore.FIRST, Duration.ZERO)) {
            lock.withdraw();
        }

        assertEquals(before, Files.readString(made.home().directory().resolve("writer.lock")));
    }

    @Test
    void aLostLockFileLetsNoSecondWriterIn() throws Exception {
        try (Holder holder = Holder.of(made.home(), true)) {
            Files.delete(made.home().directory().resolve("writer.lock"));

            var refused = assertThrows(IllegalStateException.class, () -> made.write(Store::snapshots));

            assertInstanceOf(StoreBusyException.class, refused.getCause());
            holder.stop();
        }
        made.write(store -> assertEquals(1, store.snapshots().size()));
        assertEquals(List.of(), made.problems());
    }

    @Test
    void aReaderIsToldWhoWrites() throws Exception {
        try (Holder holder = Holder.of(made.home(), true)) {
            var busy = assertThrows(StoreBusyException.class, () -> Stores.open(made.home(), Duration.ZERO)
                    .close());

            assertEquals(
                    "the store in " + made.home().directory() + " is in use (last written by ianawatch sync, process "
                            + holder.pid()
                            + ", since 2026-11-01T06:00:00Z); try again later, or wait longer with --wait",
                    busy.getMessage());
        }
    }

    @Test
    void aReaderWaitsForTheWriter() throws Exception {
        try (Holder holder = Holder.of(made.home(), true)) {
            CompletableFuture<Integer> reader = CompletableFuture.supplyAsync(() -> {
                try (Store store = Stores.open(made.home(), Hang.LIMIT)) {
                    return store.snapshots().size();
                } catch (StoreBusyException | InterruptedException busy) {
                    return -1;
                }
            });
            holder.stop();

            assertEquals(1, reader.get());
        }
    }

    @Test
    void readersReadTogether() {
        made.read(one -> made.read(other -> assertEquals(one.snapshots(), other.snapshots())));
    }

    @Test
    void aLockThatWasGivenBackWritesNoMore() throws Exception {
        WriterLock lock = lock(Duration.ZERO);
        lock.close();

        assertThrows(IllegalStateException.class, () -> WritableStore.open(lock, made.home(), Duration.ZERO)
                .close());
        assertThrows(IllegalStateException.class, () -> WritableStore.openBeside(lock, made.home(), Publisher.NONE)
                .close());
    }

    /** Where it is not, a process that goes on could never take it again. */
    @Test
    void aLockThatCannotBeWrittenIsGivenBack() throws Exception {
        List<String> refusals = FullDisk.refusals(made.home(), 2);

        assertEquals(2, refusals.size(), refusals::toString);
        for (String refusal : refusals) {
            assertTrue(refusal.startsWith("cannot write to the home "), refusals::toString);
        }
    }

    @Test
    void aWaitMayBeLongerThanAnyoneLives() throws Exception {
        lock(Duration.ofDays(999_999_999)).close();
    }

    private WriterLock lock(Duration wait) throws StoreBusyException, InterruptedException {
        return WriterLock.acquire(made.home(), "test", MadeStore.FIRST, wait);
    }
}
