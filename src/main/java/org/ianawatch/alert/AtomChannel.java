package org.ianawatch.alert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.ianawatch.report.WholeFile;
import org.xml.sax.SAXException;

/** A feed by Atom (RFC 4287) in a file. A message that is in it already is not added again. */
public final class AtomChannel implements Channel {
    private final AtomSettings settings;
    private final Consumer<String> inPlace;

    /**
     * A channel that has written nothing yet.
     *
     * @param inPlace hears why the file was written in place, each time that it was; see {@link WholeFile#write}
     */
    public AtomChannel(AtomSettings settings, Consumer<String> inPlace) {
        this.settings = settings;
        this.inPlace = inPlace;
    }

    @Override
    public Outcome deliver(Message message) {
        Path file = settings.file();
        try {
            AtomFeed feed = Files.exists(file)
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
            return new Outcome.Failed("cannot write " + file + " (" + failed + ")", null);
        }
    }
}
