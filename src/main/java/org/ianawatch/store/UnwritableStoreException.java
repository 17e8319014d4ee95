package org.ianawatch.store;

import java.io.IOException;
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

    private UnwritableStoreException(IOException reason, Throwable cause) {
        super(
                "cannot write to the store: " + FileReason.of(reason)
                        + "; what was stored before is safe: see to the disk, and run this again",
                cause);
    }

    /** What a failure of the database comes from, where that is the disk. */
    static Optional<UnwritableStoreException> of(Throwable failed) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>();
        add(open, failed);
        while (!open.isEmpty()) {
            Throwable next = open.remove();
            if (next instanceof IOException reason) {
                return Optional.of(new UnwritableStoreException(reason, failed));
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
