package org.ianawatch.alert.channel;

import java.net.URI;
import java.nio.file.Path;

/**
 * A feed in a file, which a web server may hand out.
 *
 * @param file where it is; its folder must be there
 * @param url by which readers get it; the feed names itself by it
 * @param entries how many messages are kept, at least 1
 */
public record AtomSettings(Path file, URI url, int entries) {
    /**
     * Settings that can be used.
     *
     * @throws IllegalArgumentException when not
     */
    public AtomSettings {
        if (!url.isAbsolute() || url.getRawUserInfo() != null) {
            throw new IllegalArgumentException("the URL of a feed begins with a scheme, and has no name or password");
        }
        if (entries < 1) {
            throw new IllegalArgumentException("a feed keeps one message at least, and not " + entries);
        }
        if (file.getFileName() == null) {
            throw new IllegalArgumentException("'" + file + "' is no file's name");
        }
    }
}
