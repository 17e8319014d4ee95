package org.ianawatch.alert.channel;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.ianawatch.alert.Channel;
import org.ianawatch.alert.Message;
import org.ianawatch.alert.Outcome;
import org.ianawatch.report.WholeFile;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** A feed by Atom (RFC 4287) in a file. A message that is in it already is not added again. */
public final class AtomChannel implements Channel {
    private final AtomSettings settings;
    private final Consumer<String> inPlace;

    /**
     * A channel that has written nothing yet.
     *
     * @param inPlace hears why the file was written in place, each time that it was; see {@link WholeFile#write}
     * @throws IllegalArgumentException when there is something else in the file's place
     */
    public AtomChannel(AtomSettings settings, Consumer<String> inPlace) {
        String wrong = whatElse(settings.file());
        if (wrong != null) {
            throw new IllegalArgumentException(wrong);
        }
        this.settings = settings;
        this.inPlace = inPlace;
    }

    @Override
    public Outcome deliver(Message message) {
        Path file = settings.file();
        String wrong = whatElse(file);
        if (wrong != null) {
            return new Outcome.Refused(wrong);
        }
        try {
            // One makes an empty file to mount it by itself.
            AtomFeed feed = Files.exists(file) && Files.size(file) > 0
                    ? AtomFeed.read(Files.readAllBytes(file))
                    : AtomFeed.empty(message.registry(), settings.url());
            if (feed.add(message, settings.url(), settings.entries())) {
                byte[] bytes = feed.write();
                WholeFile.write(file, out -> out.write(bytes)).ifPresent(inPlace);
            }
            return new Outcome.Delivered();
        } catch (SAXException foreign) {
            return new Outcome.Refused(file
                    + " is no feed that ianawatch wrote, and is left as it is; move it away, or name another file");
        } catch (NoSuchFileException missing) {
            return new Outcome.Failed(
                    "there is no folder " + file.toAbsolutePath().getParent() + ": make it", null);
        } catch (IOException failed) {
            return new Outcome.Failed("cannot write " + file + " (" + reason(failed) + ")", null);
        }
    }

    /** What is in the file's place, or null for a file and for nothing. A pipe would never end, nor would some devices. */
    private static @Nullable String whatElse(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file)
                ? file + " is " + (Files.isDirectory(file) ? "a folder" : "a pipe or a device")
                        + ", and no file: name a file for the feed"
                : null;
    }

    private static String reason(IOException failed) {
        if (failed instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = failed instanceof FileSystemException system ? system.getReason() : failed.getMessage();
        return reason == null ? "the system does not say why" : reason;
    }
}
