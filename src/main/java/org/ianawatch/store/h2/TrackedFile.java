package org.ianawatch.store.h2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The way of H2 to the file of a store that it writes. It notes which blocks are written, so that their checksum is known when the
 * file is closed, without all of it being read again. Public for H2 alone, which makes one for each path.
 */
public final class TrackedFile extends FilePathWrapper {
    /** What stands before the path in H2's URL. */
    static final String SCHEME = "tracked";

    /** The files that were checked, and are to be opened or are open, by their real paths. */
    private static final Map<Path, Blocks> CHECKED = new ConcurrentHashMap<>();

    static {
        FilePath.register(new TrackedFile());
    }

    /** What is known of a file while it is open. */
    private static final class Blocks {
        private final BlockChecksum checksum;
        private final BitSet written = new BitSet();
        private boolean isClosed;

        Blocks(BlockChecksum checksum) {
            this.checksum = checksum;
        }

        synchronized void write(long position, long bytes) {
            if (bytes > 0) {
                written.set(block(position), block(position + bytes - 1) + 1);
            }
        }

        /** What stands before the end is as it was; what is put after it begins in the block that it is in. */
        synchronized void resize(long before, long after) {
            long end = Math.min(before, after);
            written.set(block(end), block(Math.max(before, after)) + 1);
        }

        synchronized void close(FileChannel file) throws IOException {
            file.force(false);
            checksum.update(file, written);
            isClosed = true;
        }

        synchronized @Nullable BlockChecksum closed() {
            return isClosed ? checksum : null;
        }

        private static int block(long position) {
            return (int) (position / BlockChecksum.BLOCK_BYTES);
        }
    }

    /** Notes what a file's checksum is that is about to be opened. */
    static void begin(Path file, BlockChecksum checksum) throws IOException {
        CHECKED.put(file.toRealPath(), new Blocks(checksum));
    }

    /** The checksum of a file that was closed, and is on the disk; empty where it is not known. */
    static Optional<BlockChecksum> end(Path file) throws IOException {
        return Optional.ofNullable(CHECKED.remove(file.toRealPath())).map(Blocks::closed);
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        FileChannel file = getBase().open(mode);
        Path path = Path.of(getBase().toString()).toRealPath();
        Blocks blocks = CHECKED.get(path);
        if (blocks != null && blocks.closed() != null) {
            // To make it smaller, H2 opens it once more and puts another in its place.
            CHECKED.remove(path);
            return file;
        }
        return blocks == null ? file : new Written(file, blocks);
    }

    private static final class Written extends FileBase {
        private final FileChannel file;
        private final Blocks blocks;
        private long size;

        Written(FileChannel file, Blocks blocks) throws IOException {
            this.file = file;
            this.blocks = blocks;
            this.size = file.size();
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            return file.read(target);
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            return file.read(target, position);
        }

        @Override
        public synchronized int write(ByteBuffer source) throws IOException {
            long position = file.position();
            int count = write(source, position);
            file.position(position + count);
            return count;
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            if (position > size) {
                blocks.resize(size, position);
            }
            blocks.write(position, source.remaining());
            int count = file.write(source, position);
            size = Math.max(size, position + count);
            return count;
        }

        @Override
        public synchronized FileChannel truncate(long bytes) throws IOException {
            blocks.resize(size, bytes);
            file.truncate(bytes);
            size = file.size();
            return this;
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            file.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            try (file) {
                blocks.close(file);
            }
        }
    }
}
