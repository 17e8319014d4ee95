package org.ianawatch.answer;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Output} wrote, one value after the other. Not for several threads. */
final class Input {
    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;

    private final byte[] bytes;
    private int position;

    Input(byte[] bytes) {
        this(bytes, 0);
    }

    Input(byte[] bytes, int begin) {
        this.bytes = bytes;
        this.position = begin;
    }

    /** A record of a section, once its checksum was found to be right. */
    static Input record(ByteBuffer section, int begin) {
        try {
            int crc = section.getInt(begin);
            int at = begin + Integer.BYTES;
            int length = 0;
            int shift = 0;
            int next = section.get(at++);
            while (next < 0) {
                length |= (next & (MORE - 1)) << shift;
                shift += BITS;
                next = section.get(at++);
            }
            length |= next << shift;
            if (length < 0 || length > section.capacity() - at) {
                throw new DamagedAnswersException("a record has no end");
            }
            byte[] content = new byte[length];
            section.get(at, content);
            CRC32 found = new CRC32();
            found.update(content);
            if ((int) found.getValue() != crc) {
                throw new DamagedAnswersException("a record has another checksum");
            }
            return new Input(content);
        } catch (IndexOutOfBoundsException | BufferUnderflowException outside) {
            throw new DamagedAnswersException("a record begins outside of the file", outside);
        }
    }

    int integer() {
        int value = 0;
        for (int index = 0; index < Integer.BYTES; index++) {
            value = value << Byte.SIZE | (bytes[position++] & 0xff);
        }
        return value;
    }

    long wide() {
        long high = integer();
        return high << Integer.SIZE | (integer() & 0xffffffffL);
    }

    int count() {
        int value = 0;
        int shift = 0;
        int next = bytes[position++];
        while (next < 0) {
            value |= (next & (MORE - 1)) << shift;
            shift += BITS;
            next = bytes[position++];
        }
        return value | next << shift;
    }

    boolean flag() {
        return count() != 0;
    }

    String text() {
        int length = count();
        if (length == 0) {
            return "";
        }
        String value = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        return value;
    }

    /** Several that were written at once. */
    String[] texts() {
        String[] values = new String[count()];
        int[] lengths = new int[values.length];
        for (int index = 0; index < values.length; index++) {
            lengths[index] = count();
        }
        String all = text();
        int begin = 0;
        for (int index = 0; index < values.length; index++) {
            values[index] = all.substring(begin, begin + lengths[index]);
            begin += lengths[index];
        }
        return values;
    }

    /** Bytes that were written as one. */
    byte[] block() {
        int begin = position + Integer.BYTES;
        skipBlock();
        return Arrays.copyOfRange(bytes, begin, position);
    }

    void skipBlock() {
        int length = integer();
        position += length;
    }

    boolean hasMore() {
        return position < bytes.length;
    }

    @Nullable
    String textOrNull() {
        return flag() ? text() : null;
    }

    Instant time() {
        return Instant.ofEpochMilli(wide());
    }

    @Nullable
    Instant timeOrNull() {
        return flag() ? time() : null;
    }

    @Nullable
    Integer integerOrNull() {
        return flag() ? integer() : null;
    }
}
