package org.ianawatch.alert.channel;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Mails to people.
 *
 * @param from the sender, as RFC 5322 has it: {@code ianawatch@example.org}, or with a name before it in front of angles
 * @param to the receivers, at least one, likewise
 * @param way how the mails go out
 * @param limit the time for handing one over
 */
public record EmailSettings(String from, List<String> to, Way way, Duration limit) {
    /** How mails go out. */
    public sealed interface Way {}

    /**
     * By a server.
     *
     * @param user null for no authentication
     * @param password secret; null for no authentication
     * @param helo what this machine calls itself, a name or an address in brackets; null for its own name or address
     */
    public record Smtp(
            String host,
            int port,
            Security security,
            @Nullable String user,
            @Nullable String password,
            @Nullable String helo)
            implements Way {
        /**
         * Settings that can be used.
         *
         * @throws IllegalArgumentException when not
         */
        public Smtp {
            host = MailDomain.server(host);
            if (port < 1 || port > 65_535) {
                throw new IllegalArgumentException("the port of a mail server is from 1 to 65535, and not " + port);
            }
            if ((user == null) != (password == null)) {
                throw new IllegalArgumentException("a mail server wants a user and a password, or neither");
            }
            if (password != null && security == Security.NONE) {
                throw new IllegalArgumentException("a password is sent by STARTTLS or TLS only");
            }
            helo = helo == null ? null : MailDomain.greeting(helo);
        }

        /** Host and port, for people. */
        String address() {
            boolean isBare = host.contains(":") && !host.startsWith("[");
            return (isBare ? "[" + host + "]" : host) + ":" + port;
        }

        @Override
        public String toString() {
            return "Smtp[host=" + host + ", port=" + port + ", security=" + security + ", user=" + user + ", password="
                    + (password == null ? "null" : SecretUrl.MASK) + ", helo=" + helo + "]";
        }
    }

    /** How the connection to a server is kept from others. */
    public enum Security {
        /** Begins in the open, and goes on only once it is encrypted; usually port 587. */
        STARTTLS,
        /** Encrypted from the start; usually port 465. */
        TLS,
        /** In the open; for a server on this machine. */
        NONE
    }

    /**
     * By a program that takes what {@code sendmail} takes.
     *
     * @param program its path, such as {@code /usr/sbin/sendmail}
     */
    public record Sendmail(String program) implements Way {}

    /**
     * Settings that can be used.
     *
     * @throws IllegalArgumentException for what is no address, for no receiver, and for no time
     */
    public EmailSettings {
        to = List.copyOf(to);
        MailAddress.parse(from);
        to.forEach(MailAddress::parse);
        if (to.isEmpty()) {
            throw new IllegalArgumentException("a mail needs a receiver");
        }
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("the time limit of a mail must be above zero, and is " + limit);
        }
    }
}
