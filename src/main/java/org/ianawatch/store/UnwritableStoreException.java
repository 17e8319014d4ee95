package org.ianawatch.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/** The disk did not take what was to be stored: it is full, say. What was stored before is safe, and nothing is half there. */
public final class UnwritableStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private UnwritableStoreException(String what, IOException reason, Throwable cause) {
        super(
                what + ": " + FileReason.of(reason)
                        + "; what was stored before is safe: "
                        + (reason instanceof AccessDeniedException
                                ? "run this as its owner, or see to its rights"
                                : "see to the disk, and run this again"),
                cause);
    }

    private UnwritableStoreException(IOException reason, Throwable cause) {
        this("cannot write to the store", reason, cause);
    }

    /**
     * A file beside the database that could not be written or removed.
     *
     * @param what what was attempted, on which file
     */
    static UnwritableStoreException of(String what, IOException failed) {
        return new UnwritableStoreException(what, failed, failed);
    }

    /** What a failure of the database comes from, where that is the disk. */
    static Optional<UnwritableStoreException> of(Throwable failed) {
        return reason(failed).map(reason -> new UnwritableStoreException(reason, failed));
    }

    /** The same for a failure of the database, which may have been reading. */
    static Optional<RuntimeException> orUnreadable(SQLException failed) {
        boolean isOfReading = failed.getCause() instanceof MVStoreException store
                && store.getErrorCode() == DataUtils.ERROR_READING_FAILED;
        return reason(failed)
                .map(reason -> isOfReading
                        ? new UnreadableStoreException(reason, failed)
                        : new UnwritableStoreException(reason, failed));
    }

    private static Optional<IOException> reason(Throwable failed) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>();
        add(open, failed);
        while (!open.isEmpty()) {
            Throwable next = open.remove();
            if (next instanceof IOException reason) {
                return Optional.of(reason);
            }
            if (seen.add(next)) {
                add(open, next.getCause());
                for (Throwable beside : next.getSuppressed()) {
                    add(open, beside);
                }
            }
        }
        return Optional.empty();
    }

    private static void add(Deque<Throwable> open, @Nullable Throwable cause) {
        if (cause != null) {
            open.add(cause);
        }
    }
}
