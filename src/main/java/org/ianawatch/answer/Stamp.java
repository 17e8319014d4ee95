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
    /** No file has it: that of a store which its writer has not closed yet. */
    static final Stamp NONE = new Stamp(-1, 0);

    static Stamp of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
    }

    boolean isLike(Stamp other) {
        return bytes == other.bytes && modifiedNanoseconds == other.modifiedNanoseconds;
    }
}
