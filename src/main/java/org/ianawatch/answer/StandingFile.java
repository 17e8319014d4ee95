package org.ianawatch.answer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.zip.CRC32;
import org.ianawatch.store.home.Home;
import org.jspecify.annotations.Nullable;

/**
 * The small published file: what was known of the store's file when its writer closed it, and the {@link Site}. Its first bytes are
 * their length and their CRC-32.
 *
 * @param stamp of the store's file
 * @param site without a registry's rows
 */
record StandingFile(Stamp stamp, Site site) {
    private static final int HEAD_BYTES = 2 * Integer.BYTES;

    /** What was published, or null where it is not there, or not as it was written, or in another form. */
    static @Nullable StandingFile read(Home home) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(new Layout(home).standing());
        } catch (NoSuchFileException notPublished) {
            return null;
        }
        Input in = checked(bytes);
        if (in == null || in.wide() != AnswerFile.MAGIC || in.integer() != AnswerFile.FORM) {
            return null;
        }
        Stamp stamp = new Stamp(in.wide(), in.wide());
        return new StandingFile(stamp, SiteForm.read(in, home.quarantine()));
    }

    private static @Nullable Input checked(byte[] bytes) {
        if (bytes.length < HEAD_BYTES) {
            return null;
        }
        ByteBuffer head = ByteBuffer.wrap(bytes);
        boolean isWhole = head.getInt() == bytes.length && head.getInt() == crc(bytes);
        return isWhole ? new Input(bytes, HEAD_BYTES) : null;
    }

    private static int crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, HEAD_BYTES, bytes.length - HEAD_BYTES);
        return (int) crc.getValue();
    }

    byte[] toBytes() {
        Output content = new Output().wide(AnswerFile.MAGIC).integer(AnswerFile.FORM);
        content.wide(stamp.bytes()).wide(stamp.modifiedNanoseconds());
        SiteForm.write(site, content);
        byte[] bytes = new Output().wide(0).raw(content.toBytes()).toBytes();
        ByteBuffer.wrap(bytes).putInt(bytes.length).putInt(crc(bytes));
        return bytes;
    }
}
