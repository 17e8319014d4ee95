package org.ianawatch.store.home;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Optional;

/** A store that is there cannot be read: it is another user's, say, or the disk fails. Nothing was changed. */
public final class UnreadableStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private UnreadableStoreException(String what, IOException reason, Throwable cause) {
        super(
                "cannot read " + what + ": " + FileReason.of(reason)
                        + (reason instanceof AccessDeniedException
                                ? "; run this as its owner, or see to the rights"
                                : "; see to the disk, and run this again"),
                cause);
    }

    /** What stands in the way of a file. */
    public UnreadableStoreException(Path file, IOException reason) {
        this("the store, " + file, reason, reason);
    }

    private UnreadableStoreException(IOException reason, Throwable cause) {
        this("the store", reason, cause);
    }

    /** What a failure of the database, which was reading, comes from, where that is the disk. */
    public static Optional<UnreadableStoreException> of(Throwable failed) {
        return UnwritableStoreException.reason(failed).map(reason -> new UnreadableStoreException(reason, failed));
    }
}
