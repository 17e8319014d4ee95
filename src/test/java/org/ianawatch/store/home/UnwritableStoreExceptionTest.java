package org.ianawatch.store.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.sql.SQLException;
import java.util.Optional;
import org.h2.mvstore.DataUtils;
import org.ianawatch.store.jdbc.SqlFailures;
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
    void theRightsAreAnotherRemedyThanTheDisk() {
        SQLException failed = new SQLException("", new AccessDeniedException("/home/ianawatch.mv.db"));

        assertEquals(
                "cannot write to the store: permission denied; what was stored before is safe: run this as its owner, or see to"
                        + " its rights",
                UnwritableStoreException.of(failed).orElseThrow().getMessage());
    }

    @Test
    void whatFailsWhileTheDatabaseReadsSpeaksOfReading() {
        IOException disk = new IOException("Input/output error");
        SQLException reading = new SQLException(
                "", DataUtils.newMVStoreException(DataUtils.ERROR_READING_FAILED, "Reading failed", disk));
        SQLException writing = new SQLException(
                "", DataUtils.newMVStoreException(DataUtils.ERROR_WRITING_FAILED, "Writing failed", disk));

        assertEquals(
                "cannot read the store: Input/output error; see to the disk, and run this again",
                SqlFailures.ofDisk(reading).orElseThrow().getMessage());
        assertEquals(
                "cannot write to the store: Input/output error; what was stored before is safe: see to the disk, and run this"
                        + " again",
                SqlFailures.ofDisk(writing).orElseThrow().getMessage());
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
