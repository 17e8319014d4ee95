package org.ianawatch.fetch;

import java.io.IOException;

/** A server gave no answer. The message is a clause for a person; of the address it has the host and port alone. */
public final class NoAnswerException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean mayPass;

    NoAnswerException(String message, boolean mayPass, IOException cause) {
        super(message, cause);
        this.mayPass = mayPass;
    }

    /** Whether the same request may succeed later without anybody changing what was asked. */
    public boolean mayPass() {
        return mayPass;
    }
}
