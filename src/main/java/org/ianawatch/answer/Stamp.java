package org.ianawatch.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.WriterLock;

/**
 * What tells a store's file from what it was before, by one look at its folder.
 *
 * @param bytes its size
 * @param modifiedNanoseconds when it was changed last, since 1970
 */
record Stamp(long bytes, long modifiedNanoseconds) {
    /** No file has that size: the store is open for a writer, of whom the lock's note stands in the place of the time. */
    private static final long OPEN = -1;

    /** That of a store which this process has open for writing, and of which all that was committed is published. */
    static Stamp ofOpen(Home home) {
        return new Stamp(OPEN, WriterLock.holder(home).hashCode());
    }

    /**
     * Whether it is that of the process which holds the writer's lock, has the store open, and publishes what it commits; for who finds
     * the lock held. The note tells it from others, which a number of a process does not: in a container all are 1.
     */
    boolean isOfWriter(Home home) {
        return isLike(ofOpen(home));
    }

    static Stamp of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
    }

    boolean isLike(Stamp other) {
        return bytes == other.bytes && modifiedNanoseconds == other.modifiedNanoseconds;
    }
}
