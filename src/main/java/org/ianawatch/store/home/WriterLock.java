package org.ianawatch.store.home;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The right to change a store, held by one process at a time. It is the operating system's lock on a file, which ends
 * with the process that holds it, however that ends.
 */
public final class WriterLock implements AutoCloseable {
    /** Those that this process holds, by their files. */
    private static final Map<Path, WriterLock> HELD = new ConcurrentHashMap<>();

    private static final int LONGEST_NAME_BYTES = 4096;
    private static final String PUBLISHING_COMMAND = "publishing";
    private static final String PUBLISHER = "ianawatch " + PUBLISHING_COMMAND + ",";
    /** Nobody asked for it, and it is soon done: whoever does not want to wait waits for it all the same. */
    private static final Duration PUBLISHING = Duration.ofSeconds(10);

    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;
    /** What the last holder had written into the file; nothing where there was no file. */
    private final byte[] before;
    /** What this one has written there. */
    private final String name;

    private @Nullable Path made;

    private WriterLock(Path file, FileChannel channel, FileLock lock, byte[] before, String name) {
        this.before = before;
        this.name = name;
        this.file = file;
        this.channel = channel;
        this.lock = lock;
        HELD.put(file, this);
    }

    /**
     * Takes the lock, and makes the home where there is none.
     *
     * @param command what the holder does, for the message that others get
     * @param wait how long to wait for another holder
     * @throws StoreBusyException when another process still holds it then
     */
    public static WriterLock acquire(Home home, String command, Instant now, Duration wait)
            throws StoreBusyException, InterruptedException {
        return acquire(home, command, now, wait, WaitListener.NONE);
    }

    /** The same, with one who hears of it when the wait takes long. */
    public static WriterLock acquire(Home home, String command, Instant now, Duration wait, WaitListener listener)
            throws StoreBusyException, InterruptedException {
        try {
            home.refuseLinkToNowhere();
            Path made = firstToMake(file(home).getParent());
            // Java 17 makes no directories where a link to one is there.
            if (made != null) {
                Files.createDirectories(home.directory());
            }
            WriterLock lock = open(home, command, now, new Patience(wait, () -> listener.waits(holder(home))));
            lock.made = made;
            return lock;
        } catch (IOException failed) {
            throw new UnusableStoreException("cannot write to the home " + home.directory() + " ("
                    + FileReason.of(failed) + "); name another one with --home or IANAWATCH_HOME");
        }
    }

    /**
     * Takes the lock of a store that is there, to bring it into the form in which it can be read.
     *
     * @throws StoreBusyException when another process holds it
     */
    public static WriterLock acquireToBringUpToDate(Home home, Instant now, Duration wait)
            throws StoreBusyException, InterruptedException {
        try {
            // A lock that others may write says nothing of the folder, in which a migration makes a file.
            checkWritable(home.directory());
            checkWritable(home.databaseFile());
            return open(home, "migration", now, new Patience(wait));
        } catch (IOException failed) {
            throw new UnusableStoreException("the store in " + home.directory()
                    + " has to be brought up to date before it can be read (an older ianawatch wrote it, or one was killed), and"
                    + " cannot be written (" + FileReason.of(failed)
                    + "); run 'ianawatch status' once as its owner, or copy the folder and name the copy with --home");
        }
    }

    /**
     * Takes the lock of a store that is there, to publish what stands in it; {@link #withdraw} leaves no trace of that.
     *
     * @return empty when another process holds it, which will publish itself
     * @throws IOException when one may not write there
     */
    public static Optional<WriterLock> acquireToPublish(Home home, Instant now)
            throws IOException, InterruptedException {
        checkWritable(home.directory());
        try {
            return Optional.of(open(home, PUBLISHING_COMMAND, now, new Patience(Duration.ZERO)));
        } catch (StoreBusyException heldByAnother) {
            return Optional.empty();
        }
    }

    /** Unlike {@link Files#isWritable} it says why not: a file system that is read-only needs another remedy than rights. */
    public static void checkWritable(Path path) throws IOException {
        path.getFileSystem().provider().checkAccess(path, AccessMode.WRITE);
    }

    private static @Nullable Path firstToMake(@Nullable Path directory) {
        Path first = null;
        for (Path next = directory; next != null && !Files.isDirectory(next); next = next.getParent()) {
            first = next;
        }
        return first;
    }

    /** Leaves the home as it was before the lock was taken, for a command that changed nothing; {@link #close} still follows. */
    public void withdraw() {
        try {
            if (before.length > 0) {
                write(channel, before);
                return;
            }
            Files.deleteIfExists(file);
            Path directory = file.getParent();
            while (made != null && directory != null && directory.startsWith(made)) {
                Files.delete(directory);
                directory = directory.getParent();
            }
        } catch (DirectoryNotEmptyException usedByOthers) {
            // What others put there stays.
        } catch (IOException failed) {
            throw new StoreException("cannot leave " + file.getParent() + " as it was", failed);
        }
    }

    private static void write(FileChannel channel, byte[] text) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text), 0);
    }

    private static WriterLock open(Home home, String command, Instant now, Patience patience)
            throws IOException, StoreBusyException, InterruptedException {
        while (true) {
            FileChannel channel = FileChannel.open(
                    home.lock(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                @Nullable WriterLock lock = acquire(channel, home, command, now, patience);
                if (lock != null) {
                    return lock;
                }
                channel.close();
            } catch (IOException | StoreBusyException | InterruptedException refused) {
                channel.close();
                throw refused;
            }
        }
    }

    /**
     * How large the file is by its name. It is not opened: where locks are POSIX's, to close it once more would give back the
     * lock.
     */
    private static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException withdrawn) {
            return -1;
        }
    }

    private static byte[] content(FileChannel channel) throws IOException {
        byte[] content = new byte[(int) Math.min(channel.size(), LONGEST_NAME_BYTES)];
        channel.read(ByteBuffer.wrap(content), 0);
        return content;
    }

    /** Null when the holder before withdrew the file, after it was opened here. */
    private static @Nullable WriterLock acquire(
            FileChannel channel, Home home, String command, Instant now, Patience patience)
            throws IOException, StoreBusyException, InterruptedException {
        FileLock lock = tryFor(patience, channel);
        if (lock == null && holder(home).startsWith(PUBLISHER)) {
            lock = tryFor(new Patience(PUBLISHING), channel);
        }
        if (lock == null) {
            throw new StoreBusyException("the store in " + home.directory() + " is held by " + holder(home)
                    + "; try again later, or wait longer with --wait");
        }
        String name = "ianawatch " + command + ", process "
                + ProcessHandle.current().pid() + ", since " + now.truncatedTo(ChronoUnit.SECONDS) + "\n";
        byte[] before = content(channel);
        channel.truncate(0);
        boolean isThere = size(home.lock()) == 0;
        write(channel, name.getBytes(StandardCharsets.UTF_8));
        return isThere && size(home.lock()) == channel.size()
                ? new WriterLock(file(home), channel, lock, before, name)
                : null;
    }

    /** The lock on a home that this process holds already, for a reader that finds something to be done first. */
    public static Optional<WriterLock> heldHere(Home home) {
        return Optional.ofNullable(HELD.get(file(home)));
    }

    private static Path file(Home home) {
        return home.lock().toAbsolutePath().normalize();
    }

    /** Who holds the lock, or held it last, in words. */
    public static String holder(Home home) {
        WriterLock own = HELD.get(file(home));
        if (own != null) {
            // Where locks are POSIX's, to open the file and close it would give the lock back.
            return own.name.strip();
        }
        try {
            String holder = Files.readString(home.lock()).strip();
            return holder.isEmpty() ? "another process" : holder;
        } catch (IOException unreadable) {
            return "another process";
        }
    }

    private static @Nullable FileLock tryFor(Patience patience, FileChannel channel)
            throws IOException, InterruptedException {
        while (true) {
            FileLock lock = tryOnce(channel);
            if (lock != null || !patience.pause()) {
                return lock;
            }
        }
    }

    private static @Nullable FileLock tryOnce(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    /** Whether it was not given back yet. */
    public boolean isHeld() {
        return lock.isValid();
    }

    @Override
    public void close() {
        HELD.remove(file, this);
        try (channel) {
            lock.release();
        } catch (IOException failed) {
            throw new StoreException("cannot release the writer's lock", failed);
        }
    }
}
