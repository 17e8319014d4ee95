package org.ianawatch.fetch;

import java.io.IOException;
import java.net.SocketTimeoutException;

/** A server took a connection, and kept silent when TLS was to begin. */
final class HandshakeTimeoutException extends IOException {
    private static final long serialVersionUID = 1L;

    HandshakeTimeoutException(SocketTimeoutException late) {
        super("TLS did not begin in time", late);
    }
}
