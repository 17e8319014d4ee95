package org.ianawatch.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.ianawatch.store.FileReason;

/** A file that a person named for the answer. */
final class OutputFile {
    /** What is to stand in it. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    private OutputFile() {}

    /**
     * Writes it. A device or a pipe is written to; a file is replaced as a whole once that is on the disk, and keeps its
     * rights.
     *
     * @throws UnwritableFileException when it cannot be written
     */
    static void write(Path output, Content content) throws UnwritableFileException {
        try {
            if (Files.exists(output) && !Files.isRegularFile(output)) {
                try (OutputStream out =
                        new BufferedOutputStream(Files.newOutputStream(output, StandardOpenOption.WRITE))) {
                    content.write(out);
                }
            } else {
                replace(Files.exists(output) ? output.toRealPath() : output.toAbsolutePath(), content);
            }
        } catch (IOException failed) {
            throw new UnwritableFileException(
                    "cannot write " + output + " (" + FileReason.of(failed) + "): name another file", failed);
        }
    }

    private static void replace(Path whole, Content content) throws IOException {
        Path half = whole.resolveSibling(
                "." + whole.getFileName() + "-" + ProcessHandle.current().pid() + ".part");
        try {
            try (FileChannel channel = FileChannel.open(
                            half,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE);
                    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
                content.write(out);
                out.flush();
                channel.force(true);
            }
            if (Files.exists(whole)) {
                Files.setPosixFilePermissions(half, Files.getPosixFilePermissions(whole));
            }
            Files.move(half, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }
}
