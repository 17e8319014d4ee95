package org.ianawatch.alert;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.xml.sax.SAXException;

/** A feed by Atom (RFC 4287) in a file. A message that is in it already is not added again. */
public final class AtomChannel implements Channel {
    private final AtomSettings settings;

    /** A channel that has written nothing yet. */
    public AtomChannel(AtomSettings settings) {
        this.settings = settings;
    }

    @Override
    public Outcome deliver(Message message) {
        Path file = settings.file();
        try {
            AtomFeed feed = Files.exists(file)
                    ? AtomFeed.read(Files.readAllBytes(file))
                    : AtomFeed.empty(message.registry(), settings.url());
            if (feed.add(message, settings.entries())) {
                replace(file, feed.write());
            }
            return new Outcome.Delivered();
        } catch (SAXException foreign) {
            return new Outcome.Refused(file
                    + " is no feed that ianawatch wrote, and is left as it is; move it away, or name another file");
        } catch (NoSuchFileException missing) {
            return new Outcome.Failed(
                    "there is no folder " + file.toAbsolutePath().getParent() + ": make it", null);
        } catch (IOException failed) {
            return new Outcome.Failed("cannot write " + file + " (" + failed + ")", null);
        }
    }

    /** Whoever reads the file finds the old feed or the new one, also after a loss of power. */
    private static void replace(Path file, byte[] feed) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path half = target.resolveSibling(target.getFileName() + ".part");
        try (FileChannel channel = FileChannel.open(
                half, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(feed);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
