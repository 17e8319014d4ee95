package org.ianawatch.store.h2;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.StoreException;
import org.ianawatch.store.home.UnreadableStoreException;
import org.ianawatch.store.home.UnwritableStoreException;

/**
 * The CRC-32 of a store's file, noted beside it from one writer to the next. H2 has no checksum over what stands in its pages: it
 * would give back a byte that the disk lost as if it had been stored.
 */
public final class Checksum {
    private Checksum() {}

    /** Notes it for a store that was closed, once all of it is on the disk. */
    public static void note(Home home) {
        Path unfinished = home.checksumFile().resolveSibling(home.checksumFile().getFileName() + ".new");
        try {
            Optional<BlockChecksum> known = TrackedFile.end(home.databaseFile());
            if (known.isEmpty()) {
                try (FileChannel channel = FileChannel.open(home.databaseFile(), StandardOpenOption.WRITE)) {
                    channel.force(false);
                }
            }
            BlockChecksum checksum = known.isPresent() ? known.get() : BlockChecksum.of(home.databaseFile());
            Files.writeString(unfinished, checksum.words() + "\n");
            Files.move(unfinished, home.checksumFile(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw unwritable(failed);
        }
    }

    /**
     * Takes it back, before the store is changed: while there is none, and after a writer that was killed, nobody can tell.
     *
     * @return whether there was one
     */
    public static boolean forget(Home home) {
        try {
            return Files.deleteIfExists(home.checksumFile());
        } catch (IOException failed) {
            throw unwritable(failed);
        }
    }

    /**
     * Compares it with the file. The file must not be open in this process: where locks are POSIX's, to close it once more gives
     * back every lock that the process has on it, H2's too.
     *
     * @return what was found, where something was noted
     * @throws StoreException when the file is another than the one that was closed
     */
    public static Optional<BlockChecksum> check(Home home) {
        return found(home).map(found -> {
            if (!found.isRight()) {
                throw new StoreException(
                        "the store " + home.databaseFile() + " " + found.difference()
                                + ": the disk damaged it, or another program wrote to it; 'ianawatch verify' shows what is wrong. Restore a"
                                + " backup, or what is sound: 'ianawatch backup --portable FILE', and then 'ianawatch restore --replace FILE'");
            }
            return found.checksum();
        });
    }

    /** How the file differs from the one that was closed, where it does: {@code is not as it was closed (...)}. */
    public static Optional<String> difference(Home home) {
        return found(home).filter(found -> !found.isRight()).map(Found::difference);
    }

    private record Found(BlockChecksum checksum, String noted) {
        boolean isRight() {
            return noted.equals(checksum.words());
        }

        String difference() {
            return "is not as it was closed (it has the CRC-32 " + checksum.words() + ", and had " + noted + ")";
        }
    }

    /** What the file has and had; empty where nothing was noted. */
    private static Optional<Found> found(Home home) {
        try {
            while (true) {
                String noted = Files.readString(home.checksumFile()).strip();
                Found found = new Found(BlockChecksum.of(home.databaseFile()), noted);
                // A writer that came in between took it back first, or noted another.
                if (found.isRight()
                        || noted.equals(Files.readString(home.checksumFile()).strip())) {
                    return Optional.of(found);
                }
            }
        } catch (NoSuchFileException notNoted) {
            return Optional.empty();
        } catch (IOException failed) {
            Path file = Files.isReadable(home.databaseFile()) ? home.checksumFile() : home.databaseFile();
            throw new UnreadableStoreException(file, failed);
        }
    }

    private static RuntimeException unwritable(IOException failed) {
        return UnwritableStoreException.of(failed).orElseThrow();
    }
}
