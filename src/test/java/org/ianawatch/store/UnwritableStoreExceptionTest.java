package org.ianawatch.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A disk that is full is no damage of the store. */
class UnwritableStoreExceptionTest {
    @Test
    void theDiskIsFoundBehindWhatTheDatabaseSays() {
        SQLException closed = new SQLException("The database has been closed");
        RuntimeException writing = new IllegalStateException("Writing failed");
        closed.initCause(writing);
        RuntimeException beside = new IllegalStateException("beside", new IOException("No space left on device"));
        // As H2 has it: each is a cause of the other.
        writing.addSuppressed(beside);
        beside.addSuppressed(closed);

        UnwritableStoreException found = UnwritableStoreException.of(closed).orElseThrow();

        assertEquals(
                "cannot write to the store: No space left on device; what was stored before is safe: see to the disk, and run"
                        + " this again",
                found.getMessage());
        assertSame(closed, found.getCause());
    }

    @Test
    void otherFailuresAreNone() {
        SQLException closed = new SQLException("The database has been closed");
        RuntimeException writing = new IllegalStateException("Writing failed");
        closed.initCause(writing);
        writing.addSuppressed(closed);

        assertEquals(Optional.empty(), UnwritableStoreException.of(closed));
    }
}
