package org.ianawatch.csv;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bytes of one record within a file, equal to another by its bytes; the line end does not count. */
final class Slice {
    private final byte[] bytes;
    private final int offset;
    private final int length;
    private final @Nullable LineEnd lineEnd;

    Slice(byte[] bytes, int offset, int length, @Nullable LineEnd lineEnd) {
        this.bytes = bytes;
        this.offset = offset;
        this.length = length;
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

    /** The same record with the same line end, where other bytes have it at that place; null where they do not. */
    @Nullable
    Slice at(byte[] others, int place) {
        int end = place + length;
        if (lineEnd == null
                || end > others.length
                || !Arrays.equals(bytes, offset, offset + length, others, place, end)
                || lineEnd != LineEnd.at(others, end)) {
            return null;
        }
        return new Slice(others, place, length, lineEnd);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Slice that
                && length == that.length
                && Arrays.equals(bytes, offset, offset + length, that.bytes, that.offset, that.offset + that.length);
    }

    @Override
    public int hashCode() {
        return ByteBuffer.wrap(bytes, offset, length).hashCode();
    }
}
