package org.ianawatch.csv;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bytes of one record within a file, equal to another by its bytes; the line end does not count. */
final class Slice {
    private final byte[] bytes;
    private final int offset;
    private final int length;
    private final int hash;
    private final @Nullable LineEnd lineEnd;

    Slice(byte[] bytes, int offset, int length, int hash, @Nullable LineEnd lineEnd) {
        this.bytes = bytes;
        this.offset = offset;
        this.length = length;
        this.hash = hash;
        this.lineEnd = lineEnd;
    }

    int offset() {
        return offset;
    }

    int length() {
        return length;
    }

    /** What follows the record, or null at the end of a file without one. */
    @Nullable
    LineEnd lineEnd() {
        return lineEnd;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Slice that
                && hash == that.hash
                && Arrays.equals(bytes, offset, offset + length, that.bytes, that.offset, that.offset + that.length);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
