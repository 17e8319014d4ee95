package org.ianawatch.store.h2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The CRC-32 of a file, kept by blocks, so that after a change only the blocks that were written are read again. Not for several
 * threads.
 */
public final class BlockChecksum {
    /** All blocks but the last have so many bytes. */
    static final int BLOCK_BYTES = 1 << 16;

    private static final int CRC_DIGITS = 8;
    /** The polynomial of CRC-32, with the bit of the highest power left out and the others in reverse, as the checksum has them. */
    private static final int POLYNOMIAL = 0xEDB88320;

    private static final int ONE = 1 << 31;
    private static final int X = 1 << 30;

    private final List<Integer> blocks = new ArrayList<>();
    private long bytes;

    private BlockChecksum() {}

    /** The checksum of a file as it is. */
    static BlockChecksum of(Path file) throws IOException {
        BlockChecksum checksum = new BlockChecksum();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            checksum.update(channel, new BitSet());
        }
        return checksum;
    }

    /**
     * Brings it up to date.
     *
     * @param written the blocks that were written or cut, counted from 0; those that the file had not before may be left out
     */
    void update(FileChannel file, BitSet written) throws IOException {
        long size = file.size();
        int count = (int) ((size + BLOCK_BYTES - 1) / BLOCK_BYTES);
        ByteBuffer buffer = ByteBuffer.allocate(BLOCK_BYTES);
        for (int block = 0; block < count; block++) {
            if (block >= blocks.size()) {
                blocks.add(crc(file, block, buffer));
            } else if (written.get(block)) {
                blocks.set(block, crc(file, block, buffer));
            }
        }
        blocks.subList(count, blocks.size()).clear();
        bytes = size;
    }

    private static int crc(FileChannel file, int block, ByteBuffer buffer) throws IOException {
        CRC32 crc = new CRC32();
        buffer.clear();
        long start = (long) block * BLOCK_BYTES;
        while (buffer.hasRemaining() && file.read(buffer, start + buffer.position()) >= 0) {
            // The next read goes on where this one ended.
        }
        crc.update(buffer.flip());
        return (int) crc.getValue();
    }

    /** The checksum in hexadecimal digits, and the length: {@code 0a1b2c3d of 1417216 bytes}. */
    String words() {
        int whole = 0;
        int step = power(8L * BLOCK_BYTES);
        for (int block = 0; block < blocks.size(); block++) {
            boolean isLast = block == blocks.size() - 1;
            int by = isLast ? power(8 * (bytes - (long) block * BLOCK_BYTES)) : step;
            whole = product(by, whole) ^ blocks.get(block);
        }
        return HexFormat.of().toHexDigits(Integer.toUnsignedLong(whole), CRC_DIGITS) + " of " + bytes + " bytes";
    }

    /** The power of x, modulo the polynomial: what a checksum is multiplied by when so many bits follow (zlib's crc32_combine). */
    private static int power(long exponent) {
        int power = ONE;
        int square = X;
        for (long left = exponent; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                power = product(square, power);
            }
            square = product(square, square);
        }
        return power;
    }

    /** The product of two polynomials, modulo the one of CRC-32. */
    private static int product(int one, int other) {
        int product = 0;
        int shifted = other;
        for (int bit = ONE; bit != 0; bit >>>= 1) {
            if ((one & bit) != 0) {
                product ^= shifted;
            }
            shifted = (shifted & 1) == 0 ? shifted >>> 1 : (shifted >>> 1) ^ POLYNOMIAL;
        }
        return product;
    }
}
