package org.ianawatch.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Writes a file for others: whoever reads it finds the old content or the new one, also after a loss of power. A link is
 * followed, and what it leads to is written.
 */
public final class WholeFile {
    /** What is to stand in a file. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it. */
        void write(OutputStream out) throws IOException;
    }

    private static final int MOST_LINKS = 40;

    private WholeFile() {}

    /**
     * Writes it. A device or a pipe is written to. A file is replaced, and keeps its rights. One that cannot be replaced,
     * since it is mounted by itself or lies in a folder where nothing can be made, is written in place once the new
     * content is whole.
     *
     * @return why it was written in place, in the words of the system; nothing where it was replaced
     * @throws IOException when it cannot be written; what was there is then as it was, but for a failure in place
     */
    public static Optional<String> write(Path file, Content content) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.WRITE))) {
                content.write(out);
            }
            return Optional.empty();
        }
        Path target = target(file);
        try {
            replace(target, content);
            return Optional.empty();
        } catch (FileSystemException refused) {
            if (!Files.exists(target)) {
                throw refused;
            }
            writeInPlace(target, content);
            String reason = refused.getReason();
            return Optional.of(reason == null ? "permission denied" : reason);
        }
    }

    /** Where the links lead, whether or not there is a file. */
    private static Path target(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        for (int links = 0; links < MOST_LINKS && Files.isSymbolicLink(target); links++) {
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    private static void replace(Path target, Content content) throws IOException {
        Path half = target.resolveSibling(
                "." + target.getFileName() + "-" + ProcessHandle.current().pid() + ".part");
        try {
            make(half, content);
            if (Files.exists(target)) {
                Files.setPosixFilePermissions(half, Files.getPosixFilePermissions(target));
            }
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /** Only once the content is whole, and where the disk has room for what the file grows by. */
    private static void writeInPlace(Path target, Content content) throws IOException {
        // Says why it cannot be written, before anything is made for it.
        FileChannel.open(target, StandardOpenOption.WRITE).close();
        Path whole = Files.createTempFile("ianawatch", ".part");
        try {
            make(whole, content);
            try (FileChannel in = FileChannel.open(whole, StandardOpenOption.READ);
                    FileChannel out = FileChannel.open(target, StandardOpenOption.WRITE)) {
                long size = in.size();
                if (size - out.size() > Files.getFileStore(target).getUsableSpace()) {
                    throw new FileSystemException(target.toString(), null, "No space left on device");
                }
                for (long written = 0; written < size; ) {
                    written += in.transferTo(written, size - written, out);
                }
                out.truncate(size);
                out.force(true);
            }
        } finally {
            Files.delete(whole);
        }
    }

    private static void make(Path file, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
            content.write(out);
            out.flush();
            channel.force(true);
        }
    }
}
