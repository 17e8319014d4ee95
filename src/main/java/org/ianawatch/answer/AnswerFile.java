package org.ianawatch.answer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The published file of a registry, which is never changed and replaced as a whole: whoever has it open sees one state of the
 * store. Not for several threads.
 *
 * <p>It ends with the offset, the length and the CRC-32 of each {@link Section}, its length, {@link #MAGIC}, the version of its form,
 * and the CRC-32 of these.
 */
final class AnswerFile {
    /** {@code ianawatc}. */
    static final long MAGIC = 0x69616e6177617463L;

    /** Another one for each form. */
    static final int FORM = 4;

    private static final int ENTRY_BYTES = 2 * Long.BYTES + Integer.BYTES;
    private static final int LENGTH = Section.COUNT * ENTRY_BYTES;
    private static final int CHECKSUM = LENGTH + 2 * Long.BYTES + Integer.BYTES;
    static final int TAIL_BYTES = CHECKSUM + Integer.BYTES;

    /** What is no larger is compared with its checksums as a whole when it is opened; of more, what is read. */
    private static final long SMALL_BYTES = 8 << 20;

    private final ByteBuffer tail;
    private final @Nullable ByteBuffer[] sections = new @Nullable ByteBuffer[Section.COUNT];

    private AnswerFile(ByteBuffer tail) {
        this.tail = tail;
    }

    /** What was written, without a file. */
    static AnswerFile of(byte[] written) {
        ByteBuffer whole = ByteBuffer.wrap(written);
        AnswerFile file = new AnswerFile(whole.slice(written.length - TAIL_BYTES, TAIL_BYTES));
        for (Section section : Section.values()) {
            file.sections[section.index()] = whole.slice((int) file.offset(section), (int) file.length(section));
        }
        return file;
    }

    /**
     * Opens a file.
     *
     * @throws DamagedAnswersException when it is not as it was written, or in the form of another version
     * @throws java.nio.file.NoSuchFileException when it is not there
     */
    static AnswerFile open(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size < TAIL_BYTES) {
                throw new DamagedAnswersException("it has only " + size + " bytes");
            }
            AnswerFile file = new AnswerFile(channel.map(MapMode.READ_ONLY, size - TAIL_BYTES, TAIL_BYTES));
            file.checkTail(size);
            for (Section section : Section.values()) {
                ByteBuffer content = channel.map(MapMode.READ_ONLY, file.offset(section), file.length(section));
                file.sections[section.index()] = content;
                if ((size <= SMALL_BYTES || !section.hasRecords())
                        && crc(content.duplicate()) != file.checksum(section)) {
                    throw new DamagedAnswersException("its section " + section + " has another checksum");
                }
            }
            return file;
        }
    }

    private void checkTail(long size) {
        if (crc(tail.duplicate().limit(CHECKSUM)) != tail.getInt(CHECKSUM)) {
            throw new DamagedAnswersException("its end has another checksum");
        }
        if (tail.getLong(LENGTH + Long.BYTES) != MAGIC || tail.getInt(LENGTH + 2 * Long.BYTES) != FORM) {
            throw new DamagedAnswersException("it has another form");
        }
        if (tail.getLong(LENGTH) != size) {
            throw new DamagedAnswersException("it has " + size + " bytes");
        }
    }

    private long offset(Section section) {
        return tail.getLong(section.index() * ENTRY_BYTES);
    }

    private long length(Section section) {
        return tail.getLong(section.index() * ENTRY_BYTES + Long.BYTES);
    }

    private int checksum(Section section) {
        return tail.getInt(section.index() * ENTRY_BYTES + 2 * Long.BYTES);
    }

    private static int crc(ByteBuffer content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return (int) crc.getValue();
    }

    /** The content of a section; its position is of no account. */
    ByteBuffer section(Section section) {
        ByteBuffer content = sections[section.index()];
        if (content == null) {
            throw new DamagedAnswersException("it has no section " + section);
        }
        return content;
    }

    /** A record of a section. */
    Input record(Section section, int begin) {
        return Input.record(section(section), begin);
    }
}
