package org.ianawatch.ports.host;

import java.io.IOException;

/** What should list sockets does not; the message is a clause that says why. */
public final class UnreadableListingException extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableListingException(String why) {
        super(why);
    }
}
