package org.ianawatch.alert.channel;

import org.jspecify.annotations.Nullable;

/**
 * A server that takes mails.
 *
 * @param host its name or address, in ASCII
 * @param port from 1 to 65535
 * @param user null for no authentication
 * @param password null for no authentication; never with {@link Security#NONE}
 * @param helo what this machine calls itself, a name or an address in brackets; null for its own name or address
 */
public record SmtpServer(
        String host,
        int port,
        Security security,
        @Nullable String user,
        @Nullable Secret password,
        @Nullable String helo) {
    /** How the connection is kept from others. */
    public enum Security {
        /** Begins in the open, and goes on only once it is encrypted (RFC 3207); usually port 587. */
        STARTTLS,
        /** Encrypted from the start; usually port 465. */
        TLS,
        /** In the open; for a server on this machine. */
        NONE
    }

    /** Host and port, for people. */
    String address() {
        boolean isBare = host.contains(":") && !host.startsWith("[");
        return (isBare ? "[" + host + "]" : host) + ":" + port;
    }
}
