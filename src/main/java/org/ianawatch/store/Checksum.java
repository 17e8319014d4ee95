package org.ianawatch.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The CRC-32 of a store's file, noted beside it from one writer to the next. H2 has no checksum over what stands in its pages: it
 * would give back a byte that the disk lost as if it had been stored.
 */
final class Checksum {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int CRC_DIGITS = 8;

    private Checksum() {}

    /** Notes it for a store that was closed, once all of it is on the disk. */
    static void note(Home home) {
        Path unfinished = home.checksumFile().resolveSibling(home.checksumFile().getFileName() + ".new");
        try {
            try (FileChannel channel = FileChannel.open(home.databaseFile(), StandardOpenOption.WRITE)) {
                channel.force(false);
            }
            Files.writeString(unfinished, of(home.databaseFile()) + "\n");
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
    static boolean forget(Home home) {
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
     * @throws StoreException when the file is another than the one that was closed
     */
    static void check(Home home) {
        difference(home).ifPresent(difference -> {
            throw new StoreException(
                    "the store " + home.databaseFile() + " " + difference
                            + ": the disk damaged it, or another program wrote to it; 'ianawatch verify' shows what is wrong. Restore a"
                            + " backup, or what is sound: 'ianawatch backup --portable FILE', and then 'ianawatch restore --replace FILE'");
        });
    }

    /** How the file differs from the one that was closed, where it does: {@code is not as it was closed (...)}. */
    static Optional<String> difference(Home home) {
        try {
            while (true) {
                String noted = Files.readString(home.checksumFile()).strip();
                String found = of(home.databaseFile());
                if (noted.equals(found)) {
                    return Optional.empty();
                }
                // A writer that came in between took it back first, or noted another.
                if (noted.equals(Files.readString(home.checksumFile()).strip())) {
                    return Optional.of(
                            "is not as it was closed (it has the CRC-32 " + found + ", and had " + noted + ")");
                }
            }
        } catch (NoSuchFileException notNoted) {
            return Optional.empty();
        } catch (IOException failed) {
            Path file = Files.isReadable(home.databaseFile()) ? home.checksumFile() : home.databaseFile();
            throw new UnreadableStoreException(file, failed);
        }
    }

    /** The checksum in hexadecimal digits, and the length: {@code 0a1b2c3d of 1417216 bytes}. */
    private static String of(Path file) throws IOException {
        CRC32 crc = new CRC32();
        long bytes = 0;
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                crc.update(buffer, 0, count);
                bytes += count;
            }
        }
        return HexFormat.of().toHexDigits(crc.getValue(), CRC_DIGITS) + " of " + bytes + " bytes";
    }

    private static RuntimeException unwritable(IOException failed) {
        return UnwritableStoreException.of(failed).orElseThrow();
    }
}
