package org.ianawatch.answer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Bytes of a published file while it is made; {@link Input} reads them. Not for several threads. */
final class Output {
    private static final int FIRST_BYTES = 1 << 12;
    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;

    private byte[] bytes = new byte[FIRST_BYTES];
    private int size;

    /** How many there are. */
    int size() {
        return size;
    }

    /** A copy of them. */
    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    Output integer(int value) {
        room(Integer.BYTES);
        for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[size++] = (byte) (value >>> shift);
        }
        return this;
    }

    Output wide(long value) {
        integer((int) (value >>> Integer.SIZE));
        return integer((int) value);
    }

    /** A number that is small most of the time, and not below 0, in as few bytes as it takes. */
    Output count(int value) {
        room(Integer.BYTES + 1);
        int rest = value;
        while (rest >= MORE) {
            bytes[size++] = (byte) (rest | MORE);
            rest >>>= BITS;
        }
        bytes[size++] = (byte) rest;
        return this;
    }

    Output flag(boolean value) {
        return count(value ? 1 : 0);
    }

    Output text(String value) {
        if (value.isEmpty()) {
            return count(0);
        }
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        count(encoded.length);
        return raw(encoded);
    }

    /** Several, which are encoded at once: that takes a third of the time. */
    Output texts(List<String> values) {
        count(values.size());
        StringBuilder all = new StringBuilder();
        for (String value : values) {
            count(value.length());
            all.append(value);
        }
        return text(all.toString());
    }

    Output textOrNull(@Nullable String value) {
        return value == null ? flag(false) : flag(true).text(value);
    }

    /** To the millisecond, as the store has it. */
    Output time(Instant value) {
        return wide(value.toEpochMilli());
    }

    Output timeOrNull(@Nullable Instant value) {
        return value == null ? flag(false) : flag(true).time(value);
    }

    Output integerOrNull(@Nullable Integer value) {
        return value == null ? flag(false) : flag(true).integer(value);
    }

    /** Bytes that can be passed over as one. */
    Output block(byte[] value) {
        return integer(value.length).raw(value);
    }

    Output raw(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
        return this;
    }

    /** Becomes a record of what stands in another, with its checksum, as {@link Input#record} reads it. */
    Output toRecord(Output content) {
        clear().integer(content.checksum()).count(content.size);
        room(content.size);
        System.arraycopy(content.bytes, 0, bytes, size, content.size);
        size += content.size;
        return this;
    }

    /** The CRC-32 of all. */
    int checksum() {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, size);
        return (int) crc.getValue();
    }

    /** Writes all to a stream, and adds it to a checksum. */
    void writeTo(OutputStream out, CRC32 crc) throws IOException {
        out.write(bytes, 0, size);
        crc.update(bytes, 0, size);
    }

    /** Forgets all, for the next record. */
    Output clear() {
        size = 0;
        return this;
    }

    private void room(int more) {
        if (size > Integer.MAX_VALUE - more) {
            throw new IllegalStateException("a section of a published file cannot have more than 2 GiB");
        }
        if (size + more > bytes.length) {
            int twice = bytes.length > Integer.MAX_VALUE / 2 ? Integer.MAX_VALUE - Long.BYTES : bytes.length * 2;
            bytes = Arrays.copyOf(bytes, Math.max(twice, size + more));
        }
    }
}
