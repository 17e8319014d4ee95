package org.ianawatch.config;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.ianawatch.alert.channel.ChannelSettings;
import org.ianawatch.alert.channel.MailAddress;
import org.ianawatch.alert.channel.MailDomain;
import org.ianawatch.alert.channel.Secret;
import org.ianawatch.alert.channel.SendmailSettings;
import org.ianawatch.alert.channel.SmtpServer;
import org.ianawatch.alert.channel.SmtpServer.Security;
import org.ianawatch.alert.channel.SmtpSettings;
import org.jspecify.annotations.Nullable;

/** Reads a channel of the type {@code email}: by SMTP where it has a host, else by sendmail. */
final class EmailReader {
    private static final int HIGHEST_PORT = 65_535;
    private static final String SENDMAIL = "/usr/sbin/sendmail";
    private static final List<String> SMTP_ONLY =
            List.of("port", "security", "user", "password", "password_file", "helo");

    private final Section section;
    private final SecretReader secrets;

    EmailReader(Section section, SecretReader secrets) {
        this.section = section;
        this.secrets = secrets;
    }

    @Nullable
    ChannelSettings read(Duration limit) {
        MailAddress from = section.required("from", EmailReader::address);
        List<MailAddress> to = section.requiredList("to", "network@example.org", EmailReader::address);
        String host = section.value("host", raw -> MailDomain.server(Conversions.TEXT.of(raw)));
        if (section.has("host")) {
            SmtpServer server = server(host);
            return from == null || to.isEmpty() || server == null ? null : new SmtpSettings(from, to, server, limit);
        }
        String program = sendmail();
        return from == null || to.isEmpty() ? null : new SendmailSettings(from, to, program, limit);
    }

    private @Nullable SmtpServer server(@Nullable String host) {
        if (section.raw("sendmail") != null) {
            section.wrong("sendmail", "there is 'host' too: leave one of them out");
        }
        Security security = section.value(
                "security",
                Conversions.oneOf(Security.class),
                Security.STARTTLS.name().toLowerCase(Locale.ROOT));
        int port = section.value("port", Conversions.number(1, HIGHEST_PORT), (long) port(security));
        String user = section.value("user", Conversions.TEXT);
        Secret password = secrets.find("password", Conversions.TEXT::of);
        String helo = section.value("helo", raw -> MailDomain.greeting(Conversions.TEXT.of(raw)));
        if (section.has("user") != (section.has("password") || section.has("password_file"))) {
            section.wrong(
                    section.has("user") ? "user" : section.has("password") ? "password" : "password_file",
                    "'user' and 'password', or 'password_file', go together");
        }
        if (password != null && security == Security.NONE) {
            section.wrong("security", "a password needs starttls or tls");
        }
        return host == null ? null : new SmtpServer(host, port, security, user, password, helo);
    }

    private String sendmail() {
        for (String key : SMTP_ONLY) {
            if (section.raw(key) != null) {
                section.wrong(key, "this is for SMTP: add 'host', the mail server's name");
            }
        }
        return section.value("sendmail", Conversions.TEXT, SENDMAIL);
    }

    /** RFC 8314, RFC 6409, RFC 5321. */
    private static int port(Security security) {
        return switch (security) {
            case TLS -> 465;
            case STARTTLS -> 587;
            case NONE -> 25;
        };
    }

    private static MailAddress address(Object raw) {
        return MailAddress.parse(Conversions.TEXT.of(raw));
    }
}
