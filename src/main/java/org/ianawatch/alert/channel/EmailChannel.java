package org.ianawatch.alert.channel;

import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ianawatch.alert.Channel;
import org.ianawatch.alert.Message;
import org.ianawatch.alert.Outcome;

/** Mails, by a server or by the local {@code sendmail}. */
public final class EmailChannel implements Channel {
    private final EmailSettings settings;
    private final Map<String, Object> properties;
    private final SmtpConnector.Names names;

    /** A channel that has sent nothing yet. */
    public EmailChannel(EmailSettings settings) {
        this(settings, Map.of(), InetAddress::getAllByName);
    }

    /** With properties of the mail library beside those that the settings ask for, and names of one's own. */
    EmailChannel(EmailSettings settings, Map<String, Object> properties, SmtpConnector.Names names) {
        this.settings = settings;
        this.names = names;
        this.properties = Map.copyOf(properties);
    }

    @Override
    public Outcome deliver(Message message) throws InterruptedException {
        Mail mail = mail(message);
        if (settings.way() instanceof EmailSettings.Smtp server) {
            return new SmtpSender(server, settings.limit(), properties, names).send(mail);
        }
        return Program.run(command((EmailSettings.Sendmail) settings.way()), Map.of(), bytes(mail), settings.limit());
    }

    /** Without {@code -t}: the receivers are those of the settings, whatever the mail says. */
    private List<String> command(EmailSettings.Sendmail sendmail) {
        List<String> command = new ArrayList<>(List.of(
                sendmail.program(),
                "-i",
                "-f",
                MailAddress.parse(settings.from()).mailbox(),
                "--"));
        settings.to().forEach(to -> command.add(MailAddress.parse(to).mailbox()));
        return command;
    }

    private Mail mail(Message message) {
        try {
            return Mail.of(message, settings);
        } catch (MessagingException impossible) {
            throw new IllegalStateException("the mail for message " + message.id() + " cannot be written", impossible);
        }
    }

    /** Line ends as a local program expects them; no line of a mail has others. */
    private static byte[] bytes(Mail mail) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            mail.writeTo(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (MessagingException impossible) {
            throw new IllegalStateException("a mail cannot be written", impossible);
        }
        return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
    }
}
