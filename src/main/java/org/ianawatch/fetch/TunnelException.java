package org.ianawatch.fetch;

import java.io.IOException;

/** A proxy does not connect to a server. */
final class TunnelException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * A refusal.
     *
     * @param status that the proxy answered with
     */
    TunnelException(int status) {
        super("the proxy answers " + status + " to CONNECT");
        this.status = status;
    }

    int status() {
        return status;
    }
}
