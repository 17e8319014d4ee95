package org.ianawatch.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a watch does when it is time. Whatever goes wrong is said by the job itself, and ends no watch. */
public interface Job {
    /**
     * Checks the source, and sends what is due.
     *
     * @return whether what is due was tried
     */
    boolean check() throws InterruptedException;

    /**
     * Sends what is due.
     *
     * @return whether it was tried
     */
    boolean deliver() throws InterruptedException;

    /** Says why the store could not be read, so that the watch does not know what is due. */
    void unread(Exception failure);

    /**
     * Says how it goes on.
     *
     * @param check when the next one is due
     * @param delivery when the next one is due, or null where none is pending
     */
    void waits(Instant check, @Nullable Instant delivery);
}
