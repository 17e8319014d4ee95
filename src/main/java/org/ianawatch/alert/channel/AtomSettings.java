package org.ianawatch.alert.channel;

import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.ianawatch.alert.Channel;
import org.ianawatch.alert.Message;
import org.ianawatch.alert.Outcome;
import org.ianawatch.report.WholeFile;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * A feed by Atom (RFC 4287) in a file, which a web server may hand out. A message that is in it already is not added again.
 *
 * @param file where it is; its folder must be there
 * @param url by which readers get it; the feed names itself by it
 * @param entries how many messages are kept, at least 1
 */
public record AtomSettings(Path file, URI url, int entries) implements ChannelSettings {
    @Override
    public Channel open(Context context) {
        String wrong = file.getFileName() == null ? "'" + file + "' is no file's name" : whatElse();
        if (wrong != null) {
            throw new IllegalArgumentException(wrong);
        }
        return message -> add(message, context);
    }

    private Outcome add(Message message, Context context) {
        String wrong = whatElse();
        if (wrong != null) {
            return new Outcome.Refused(wrong);
        }
        try {
            // One makes an empty file to mount it by itself.
            AtomFeed feed = Files.exists(file) && Files.size(file) > 0
                    ? AtomFeed.read(Files.readAllBytes(file))
                    : AtomFeed.empty(message.registry(), url);
            if (feed.add(message, url, entries)) {
                byte[] bytes = feed.write();
                WholeFile.write(file, out -> out.write(bytes))
                        .ifPresent(reason -> context.inPlace().accept(file, reason));
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
    private @Nullable String whatElse() {
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
