package org.ianawatch.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.ianawatch.alert.Secret;
import org.jspecify.annotations.Nullable;

/** How one channel reaches people. An address that is a secret is one of {@code http} or {@code https}. */
public sealed interface ChannelSettings {
    /** How long a try to deliver may take. */
    Duration timeout();

    /** How a connection to a mail server is encrypted. */
    enum Security {
        /** From the first byte. */
        TLS,
        /** After STARTTLS (RFC 3207), without which nothing is sent. */
        STARTTLS,
        /** Not at all. */
        NONE
    }

    /** How loud ntfy is. */
    enum Priority {
        /** 1. */
        MIN,
        /** 2. */
        LOW,
        /** 3. */
        DEFAULT,
        /** 4. */
        HIGH,
        /** 5. */
        MAX;

        /** The word in lower case, as ntfy's documentation has it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Mail by SMTP.
     *
     * @param to who gets it, at least one
     * @param user null where the server asks for no authentication; then there is no password
     */
    record Smtp(
            String from,
            List<String> to,
            @Nullable String replyTo,
            String host,
            int port,
            Security security,
            @Nullable String user,
            @Nullable Secret password,
            Duration timeout)
            implements ChannelSettings {}

    /**
     * Mail by a command of this machine that takes what sendmail takes.
     *
     * @param to who gets it, at least one
     * @param command the program's file
     */
    record Sendmail(String from, List<String> to, @Nullable String replyTo, Path command, Duration timeout)
            implements ChannelSettings {}

    /** An incoming webhook of Slack. */
    record Slack(Secret url, Duration timeout) implements ChannelSettings {}

    /** A workflow of Microsoft Teams. */
    record Teams(Secret url, Duration timeout) implements ChannelSettings {}

    /** A webhook of Discord. */
    record Discord(Secret url, Duration timeout) implements ChannelSettings {}

    /** A topic of ntfy, on a server of one's own or of others. */
    record Ntfy(URI url, String topic, @Nullable Secret token, Priority priority, Duration timeout)
            implements ChannelSettings {}

    /**
     * A webhook after the Standard Webhooks specification.
     *
     * @param secrets what signs, the newest first; empty where nothing is signed
     */
    record Webhook(Secret url, List<Secret> secrets, Duration timeout) implements ChannelSettings {}

    /**
     * A command that reads the message on its standard input.
     *
     * @param words the program and its arguments, at least one
     */
    record Command(List<String> words, Duration timeout) implements ChannelSettings {}

    /**
     * A feed in a file.
     *
     * @param url where the file can be read, or null where nobody said
     * @param entries how many it keeps, at least 1
     */
    record Atom(Path file, @Nullable URI url, int entries, Duration timeout) implements ChannelSettings {}
}
