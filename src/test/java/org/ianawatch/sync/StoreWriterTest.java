package org.ianawatch.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.ianawatch.made.MovableClock;
import org.ianawatch.store.home.WriterLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a run's store is open. There is a checksum beside a store that no writer has open. */
class StoreWriterTest {
    @TempDir
    private Path folder;

    private WriterLock lock;
    private StoreWriter writer;

    @BeforeEach
    void lock() throws Exception {
        MovableClock clock = new MovableClock(MadeHome.start());
        MadeHome home = MadeHome.withStore(folder, clock);
        lock = WriterLock.acquire(home.home(), "test", clock.instant(), Duration.ZERO);
        writer = new StoreWriter(lock, home.home(), Duration.ZERO);
    }

    @AfterEach
    void close() {
        writer.close();
        lock.close();
    }

    @Test
    void theStoreStaysOpenForAllThatIsWritten() throws Exception {
        assertFalse(isClosed());
        var first = writer.store();
        var second = writer.write(store -> store).orElseThrow();

        assertSame(first, second);
        assertFalse(isClosed());
        writer.close();
        assertTrue(isClosed());
    }

    @Test
    void whatIsToldForLongLetsOthersHaveTheStore() throws Exception {
        writer.store();

        writer.aside(this::waitUntilClosed);

        writer.store();
        assertFalse(isClosed());
    }

    @Test
    void whatIsWaitedForForLongLetsOthersHaveTheStore() throws Exception {
        writer.store();
        BlockingQueue<String> queue = new LinkedBlockingQueue<>();
        Thread slow = new Thread(() -> {
            waitUntilClosed();
            queue.add("news");
        });
        slow.start();

        assertEquals("news", writer.next(queue));
        slow.join();
    }

    @Test
    void whatIsThereIsTakenInTheSameOpening() throws Exception {
        var before = writer.store();
        BlockingQueue<String> queue = new LinkedBlockingQueue<>();
        queue.add("news");

        assertEquals("news", writer.next(queue));
        assertSame(before, writer.store());
    }

    @Test
    void whatFailsIsFollowedByAnotherOpening() throws Exception {
        var before = writer.store();

        var failure = assertThrows(
                IllegalStateException.class,
                () -> writer.write(store -> {
                    throw new IllegalStateException("it failed");
                }));

        assertEquals("it failed", failure.getMessage());
        assertTrue(isClosed());
        assertTrue(writer.store() != before);
    }

    @Test
    void whatGoesWrongWithTellingIsThrownAsItIs() {
        var broken = assertThrows(
                IOException.class,
                () -> writer.aside(() -> {
                    throw new IOException("broken pipe");
                }));
        assertEquals("broken pipe", broken.getMessage());
        assertThrows(
                IllegalStateException.class,
                () -> writer.aside(() -> {
                    throw new IllegalStateException();
                }));
    }

    private boolean isClosed() {
        return Files.exists(folder.resolve("ianawatch.crc32"));
    }

    private void waitUntilClosed() {
        while (!isClosed()) {
            Thread.onSpinWait();
        }
    }
}
