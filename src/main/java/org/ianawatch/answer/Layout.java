package org.ianawatch.answer;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ianawatch.registry.Registry;
import org.ianawatch.store.home.Home;

/** Where the published files of a home are. Each is replaced as a whole, by another that takes its name. */
final class Layout {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final String STANDING = "standing";
    private static final String PART = ".part";
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_-]");

    private final Home home;

    Layout(Home home) {
        this.home = home;
    }

    /** The small file of all that is no registry's rows. */
    Path standing() {
        return home.answers().resolve(STANDING);
    }

    /**
     * The file of a registry.
     *
     * @param revision that of the source that it is made from; with another one it is another file
     */
    Path registry(Registry.Id registry, long revision) {
        return folder(registry).resolve(fileName(registry.name()) + "." + Long.toHexString(revision));
    }

    private Path folder(Registry.Id registry) {
        return home.answers().resolve(fileName(registry.group()));
    }

    /** IANA's names have dots and slashes, too, which lead elsewhere. */
    private static String fileName(String name) {
        return UNSAFE.matcher(name)
                .replaceAll(unsafe -> "%" + Integer.toHexString(unsafe.group().charAt(0)));
    }

    /** What is to be published takes the place of what was. */
    interface Place {
        void take() throws IOException;
    }

    /** Writes the file of a registry, which is read once the small file names its revision. */
    void write(Registry.Id registry, long revision, Content content) throws IOException {
        makeFolder(home.answers());
        makeFolder(folder(registry));
        Path half = folder(registry).resolve(fileName(registry.name()) + PART);
        prepare(half, registry(registry, revision), content).take();
    }

    /** Removes the files of a registry that are of other revisions, once nothing names them any more. */
    void removeFormer(Registry.Id registry, long revision) throws IOException {
        Path current = registry(registry, revision);
        List<Path> former;
        String name = fileName(registry.name()) + ".";
        try (Stream<Path> files = Files.list(folder(registry))) {
            former = files.filter(file -> file.getFileName().toString().startsWith(name) && !file.equals(current))
                    .toList();
        }
        for (Path file : former) {
            Files.deleteIfExists(file);
        }
    }

    /** Writes the small file beside the one that is there. */
    Place prepare(byte[] standing) throws IOException {
        makeFolder(home.answers());
        Path half = home.answers().resolve(STANDING + PART);
        return prepare(half, standing(), out -> out.write(standing));
    }

    /** What a file is filled with. */
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /**
     * Writes a file, for who has the writer's lock. It need not survive a loss of power: whoever reads it sees that it is not
     * whole.
     */
    private static Place prepare(Path half, Path file, Content content) throws IOException {
        // Another user's, who was killed, can be removed and not written.
        Files.deleteIfExists(half);
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(half, StandardOpenOption.CREATE_NEW), BUFFER_BYTES)) {
            content.write(out);
        } catch (IOException failed) {
            // What is half written would take the room that is missing.
            Files.deleteIfExists(half);
            throw failed;
        }
        return () -> Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A folder belongs to whom the home belongs, whoever made it: else its owner could publish nothing more. */
    private void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectory(folder);
        UserPrincipal owner = Files.getOwner(home.directory());
        if (!owner.equals(Files.getOwner(folder))) {
            Files.setOwner(folder, owner);
        }
    }
}
