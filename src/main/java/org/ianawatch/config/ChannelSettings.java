package org.ianawatch.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.ianawatch.alert.channel.Secret;
import org.jspecify.annotations.Nullable;

/** How one channel reaches people. An address that is a secret is one of {@code http} or {@code https}. */
public sealed interface ChannelSettings {
    /** How a connection to a mail server is encrypted. */
    enum Security {
        /** After STARTTLS (RFC 3207), without which nothing is sent. */
        STARTTLS,
        /** From the first byte. */
        TLS,
        /** Not at all. */
        NONE
    }

    /** What a command reads. */
    enum Input {
        /** The message as JSON. */
        JSON,
        /** What a mail would say. */
        TEXT
    }

    /**
     * Mail by SMTP.
     *
     * @param to who gets it, at least one
     * @param user null where the server asks for no authentication; then there is no password
     * @param helo what this machine calls itself; null for its own name or address
     * @param timeout how long a try may take
     */
    record Smtp(
            String from,
            List<String> to,
            String host,
            int port,
            Security security,
            @Nullable String user,
            @Nullable Secret password,
            @Nullable String helo,
            Duration timeout)
            implements ChannelSettings {}

    /**
     * Mail by a program of this machine that takes what sendmail takes.
     *
     * @param to who gets it, at least one
     * @param program its file
     * @param timeout how long a try may take
     */
    record Sendmail(String from, List<String> to, String program, Duration timeout) implements ChannelSettings {}

    /** An incoming webhook of Slack. */
    record Slack(Secret url) implements ChannelSettings {}

    /** A workflow of Microsoft Teams. */
    record Teams(Secret url) implements ChannelSettings {}

    /** A webhook of Discord. */
    record Discord(Secret url) implements ChannelSettings {}

    /**
     * A topic of ntfy.
     *
     * @param topic whoever knows it can read it
     * @param token null for a topic that anybody may write to
     */
    record Ntfy(URI url, Secret topic, @Nullable Secret token) implements ChannelSettings {}

    /**
     * A webhook after the Standard Webhooks specification.
     *
     * @param secrets what signs, the newest first, at least one; each is {@code whsec_} and 24 to 64 bytes in base 64
     * @param authorization the value of the header {@code Authorization}, or null
     */
    record Webhook(Secret url, List<Secret> secrets, @Nullable Secret authorization) implements ChannelSettings {}

    /**
     * A command that reads messages on its standard input.
     *
     * @param words the program and its arguments, at least one
     * @param timeout after which it is ended
     */
    record Command(List<String> words, Input input, Duration timeout) implements ChannelSettings {}

    /**
     * A feed in a file.
     *
     * @param url where people read it
     * @param entries how many it keeps, at least 1
     */
    record Atom(Path file, URI url, int entries) implements ChannelSettings {}
}
