package org.ianawatch.store.home;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
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
    public static UnwritableStoreException of(String what, IOException failed) {
        return new UnwritableStoreException(what, failed, failed);
    }

    /** What a failure of the database comes from, where that is the disk. */
    public static Optional<UnwritableStoreException> of(Throwable failed) {
        return reason(failed).map(reason -> new UnwritableStoreException(reason, failed));
    }

    /** The failure of the disk that a failure comes from, where it does. */
    static Optional<IOException> reason(Throwable failed) {
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
