package org.ianawatch.store.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/** The content of an archive's entry: no byte more than it says, and at its end the checksum that it says. */
final class BackupEntryStream extends FilterInputStream {
    private final ZipEntry entry;
    private final CRC32 crc = new CRC32();
    private long left;

    BackupEntryStream(InputStream in, ZipEntry entry) {
        super(in);
        this.entry = entry;
        this.left = entry.getSize();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        if (count < 0) {
            if (left > 0 || crc.getValue() != entry.getCrc()) {
                throw new IOException(entry.getName() + " in it is damaged");
            }
            return count;
        }
        left -= count;
        if (left < 0) {
            throw new IOException(
                    entry.getName() + " in it is larger than the " + entry.getSize() + " bytes that it says");
        }
        crc.update(buffer, offset, count);
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, Integer.MAX_VALUE)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
