package org.ianawatch.answer;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import org.ianawatch.registry.Registry;
import org.ianawatch.store.Home;

/** Where the published files of a home are. Each is replaced as a whole, by another that takes its name. */
final class Layout {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Home home;

    Layout(Home home) {
        this.home = home;
    }

    /** The small file of all that is no registry's rows. */
    Path standing() {
        return home.answers().resolve("standing");
    }

    /** The file of a registry. */
    Path registry(Registry.Id registry) {
        return home.answers().resolve(registry.group()).resolve(registry.name());
    }

    /** What is to be published takes the place of what was. */
    interface Place {
        void take() throws IOException;
    }

    /** Writes the file of a registry beside the one that is there. */
    Place prepare(Registry.Id registry, Content content) throws IOException {
        makeFolder(home.answers());
        makeFolder(home.answers().resolve(registry.group()));
        return prepare(registry(registry), content);
    }

    /** Writes the small file beside the one that is there. */
    Place prepare(StandingFile standing) throws IOException {
        makeFolder(home.answers());
        return prepare(standing(), out -> out.write(standing.toBytes()));
    }

    /** What a file is filled with. */
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /**
     * Writes a file, for who has the writer's lock. It need not survive a loss of power: whoever reads it sees that it is not
     * whole.
     */
    private static Place prepare(Path file, Content content) throws IOException {
        Path half = file.resolveSibling(file.getFileName() + ".part");
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
