package org.ianawatch.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system of H2, {@code written:PATH}, that keeps what is written to its files; public, because H2 makes its objects. For
 * one thread after the other.
 */
public final class WrittenFile extends FilePathWrapper {
    /** What was written since it was last cleared, oldest first. */
    static final List<Write> WRITES = new ArrayList<>();

    static final String SCHEME = "written";

    /**
     * Bytes at a position, or, without bytes, the new length of the file.
     *
     * @param position in bytes from the beginning
     */
    record Write(long position, ByteBuffer bytes) {}

    /** Does to a file what was done by the first so many writes. */
    static void replay(Path file, int count) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (Write write : WRITES.subList(0, count)) {
                if (!write.bytes().hasRemaining()) {
                    channel.truncate(write.position());
                } else {
                    channel.write(write.bytes().duplicate(), write.position());
                }
            }
        }
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(getBase().open(mode));
    }

    private static final class Channel extends FileBaseDefault {
        private final FileChannel file;

        Channel(FileChannel file) {
            this.file = file;
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            return file.read(target, position);
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            byte[] bytes = new byte[source.remaining()];
            source.duplicate().get(bytes);
            WRITES.add(new Write(position, ByteBuffer.wrap(bytes)));
            return file.write(source, position);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            WRITES.add(new Write(size, ByteBuffer.allocate(0)));
            file.truncate(size);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void force(boolean metadata) throws IOException {
            file.force(metadata);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
