package org.ianawatch.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.h2.store.fs.FilePath;

/** The checksum of a file that was written here and there is the one that its bytes have. */
class BlockChecksumProperties {
    private static final int MOST_BYTES = 5 * BlockChecksum.BLOCK_BYTES;

    /** What is done to a file: some bytes are written at a place, or it is cut there. */
    record Deed(int place, int bytes) {
        void on(FileChannel file, Random random) throws IOException {
            if (bytes == 0) {
                file.truncate(Math.min(place, file.size()));
            } else {
                byte[] written = new byte[bytes];
                random.nextBytes(written);
                file.write(ByteBuffer.wrap(written), place);
            }
        }
    }

    @Property(tries = 200)
    void isThatOfTheWholeFile(@ForAll("sizes") int bytes, @ForAll("deeds") List<Deed> deeds, @ForAll long seed)
            throws IOException {
        Random random = new Random(seed);
        byte[] before = new byte[bytes];
        random.nextBytes(before);
        Path path = Files.createTempFile("written", ".bin");
        try {
            Files.write(path, before);
            BlockChecksum checksum = BlockChecksum.of(path);
            assertEquals(whole(path), checksum.words());
            TrackedFile.begin(path, checksum);
            try (FileChannel file =
                    FilePath.get(TrackedFile.SCHEME + ":" + path).open("rw")) {
                for (Deed deed : deeds) {
                    deed.on(file, random);
                }
            }

            assertEquals(whole(path), TrackedFile.end(path).orElseThrow().words());
        } finally {
            Files.delete(path);
        }
    }

    @Provide
    Arbitrary<Integer> sizes() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, MOST_BYTES),
                Arbitraries.integers().between(0, 4).map(blocks -> blocks * BlockChecksum.BLOCK_BYTES));
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        Arbitrary<Integer> bytes = Arbitraries.oneOf(
                Arbitraries.just(0), Arbitraries.integers().between(1, 2 * BlockChecksum.BLOCK_BYTES));
        return Combinators.combine(sizes(), bytes).as(Deed::new).list().ofMaxSize(6);
    }

    private static String whole(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return HexFormat.of().toHexDigits(crc.getValue(), 8) + " of " + bytes.length + " bytes";
    }
}
