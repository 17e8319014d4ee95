package org.ianawatch.config;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.ianawatch.alert.channel.MailAddress;
import org.ianawatch.alert.channel.MailDomain;
import org.ianawatch.alert.channel.Secret;
import org.ianawatch.config.ChannelSettings.Security;
import org.jspecify.annotations.Nullable;

/** Reads a channel of the type {@code email}: by SMTP where it has a host, else by sendmail. */
final class EmailReader {
    private static final int HIGHEST_PORT = 65_535;
    private static final String SENDMAIL = "/usr/sbin/sendmail";
    private static final List<String> SMTP_ONLY =
            List.of("port", "security", "user", "password", "password_file", "helo");

    /** Who writes to whom; null and empty where that is wrong. */
    private record Envelope(@Nullable String from, List<String> to) {}

    private final Section section;
    private final SecretReader secrets;

    EmailReader(Section section, SecretReader secrets) {
        this.section = section;
        this.secrets = secrets;
    }

    @Nullable
    ChannelSettings read(Duration timeout) {
        String from = section.required("from", EmailReader::address);
        List<String> to = section.requiredList("to", "network@example.org", EmailReader::address);
        String host = section.value("host", raw -> MailDomain.server(Conversions.TEXT.of(raw)));
        ChannelSettings email = section.has("host")
                ? smtp(new Envelope(from, to), host, timeout)
                : sendmail(new Envelope(from, to), timeout);
        return from == null || to.isEmpty() ? null : email;
    }

    private @Nullable ChannelSettings smtp(Envelope envelope, @Nullable String host, Duration timeout) {
        if (section.raw("sendmail") != null) {
            section.wrong("sendmail", "there is 'host' too: leave one of them out");
        }
        Security security = section.value(
                "security",
                Conversions.oneOf(Security.class),
                Security.STARTTLS.name().toLowerCase(Locale.ROOT));
        int port = section.value("port", Conversions.number(1, HIGHEST_PORT), (long) port(security));
        String user = section.value("user", Conversions.TEXT);
        Secret password = secrets.find("password", Conversions.TEXT);
        String helo = section.value("helo", raw -> MailDomain.greeting(Conversions.TEXT.of(raw)));
        if (section.has("user") != (section.has("password") || section.has("password_file"))) {
            section.wrong(
                    section.has("user") ? "user" : section.has("password") ? "password" : "password_file",
                    "'user' and 'password', or 'password_file', go together");
        }
        if (password != null && security == Security.NONE) {
            section.wrong("security", "a password needs starttls or tls");
        }
        return envelope.from() == null || host == null
                ? null
                : new ChannelSettings.Smtp(
                        envelope.from(), envelope.to(), host, port, security, user, password, helo, timeout);
    }

    private @Nullable ChannelSettings sendmail(Envelope envelope, Duration timeout) {
        for (String key : SMTP_ONLY) {
            if (section.raw(key) != null) {
                section.wrong(key, "this is for SMTP: add 'host', the mail server's name");
            }
        }
        String program = section.value("sendmail", Conversions.TEXT, SENDMAIL);
        return envelope.from() == null
                ? null
                : new ChannelSettings.Sendmail(envelope.from(), envelope.to(), program, timeout);
    }

    /** RFC 8314, RFC 6409, RFC 5321. */
    private static int port(Security security) {
        return switch (security) {
            case TLS -> 465;
            case STARTTLS -> 587;
            case NONE -> 25;
        };
    }

    private static String address(Object raw) {
        String text = Conversions.TEXT.of(raw);
        MailAddress.parse(text);
        return text;
    }
}
