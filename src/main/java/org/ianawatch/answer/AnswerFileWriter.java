package org.ianawatch.answer;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;

/** Writes the file of a registry, section by section, and keeps nothing of what is written. Not for several threads. */
final class AnswerFileWriter {
    private final OutputStream out;
    private final Output tail = new Output();
    private final long[] begins = new long[Section.COUNT];
    private final long[] lengths = new long[Section.COUNT];
    private final int[] checksums = new int[Section.COUNT];
    private final CRC32 crc = new CRC32();
    private long written;
    private int current = -1;

    /** A writer to a stream that buffers, and stays open. */
    AnswerFileWriter(OutputStream out) {
        this.out = out;
    }

    /** Begins a section, after the one before, in any order; each of them once. */
    void begin(Section section) {
        end();
        current = section.index();
        begins[current] = written;
        crc.reset();
    }

    /** Where in the section the next byte will stand. */
    int place() {
        return Math.toIntExact(written - begins[current]);
    }

    /** Adds to the section. */
    void write(Output content) throws IOException {
        content.writeTo(out, crc);
        written += content.size();
    }

    /** Adds a section as a whole. */
    void write(Section section, Output content) throws IOException {
        begin(section);
        write(content);
    }

    private void end() {
        if (current >= 0) {
            lengths[current] = written - begins[current];
            checksums[current] = (int) crc.getValue();
        }
    }

    /** Writes what tells where each section is. */
    void finish() throws IOException {
        end();
        for (int index = 0; index < Section.COUNT; index++) {
            tail.wide(begins[index]).wide(lengths[index]).integer(checksums[index]);
        }
        tail.wide(written + AnswerFile.TAIL_BYTES).wide(AnswerFile.MAGIC).integer(AnswerFile.FORM);
        tail.integer(tail.checksum());
        tail.writeTo(out, crc);
    }
}
