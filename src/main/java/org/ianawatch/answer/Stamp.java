package org.ianawatch.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * What tells a store's file from what it was before, by one look at its folder.
 *
 * @param bytes its size
 * @param modifiedNanoseconds when it was changed last, since 1970
 */
record Stamp(long bytes, long modifiedNanoseconds) {
    /** No file has that size: the store is open for a writer, whose process stands in the place of the time. */
    private static final long OPEN = -1;

    /** That of a store which this process has open for writing, and of which all that was committed is published. */
    static Stamp ofOpen() {
        return new Stamp(OPEN, ProcessHandle.current().pid());
    }

    /** Whether a process that lives has the store open, and publishes what it commits. */
    boolean isOfLivingWriter() {
        return bytes == OPEN
                && ProcessHandle.of(modifiedNanoseconds)
                        .filter(ProcessHandle::isAlive)
                        .isPresent();
    }

    static Stamp of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
    }

    boolean isLike(Stamp other) {
        return bytes == other.bytes && modifiedNanoseconds == other.modifiedNanoseconds;
    }
}
