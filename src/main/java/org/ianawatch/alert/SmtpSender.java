package org.ianawatch.alert;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Hands mails to a server by SMTP (RFC 5321). */
final class SmtpSender {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final EmailSettings.Smtp server;
    private final Duration limit;
    private final Session session;

    SmtpSender(EmailSettings.Smtp server, Duration limit, Map<String, Object> properties) {
        this.server = server;
        this.limit = limit;
        Properties all = properties(server, limit);
        all.putAll(properties);
        this.session = Session.getInstance(all);
    }

    /**
     * Sends to all, or to none while a receiver is turned away for the moment: whoever has the mail must not get it again
     * by the next try. A receiver that is turned away for good does not keep it from the others.
     */
    Outcome send(Mail mail) throws InterruptedException {
        FutureTask<Outcome> sending = new FutureTask<>(() -> sendNow(mail));
        Thread thread = new Thread(sending, "mail");
        thread.setDaemon(true);
        thread.start();
        try {
            return sending.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return new Outcome.Failed(name() + " did not take the mail within " + limit.toMillis() + " ms", null);
        } catch (ExecutionException defect) {
            throw new IllegalStateException("the mail cannot be sent", defect.getCause());
        } finally {
            sending.cancel(true);
        }
    }

    private Outcome sendNow(Mail mail) throws NoSuchProviderException {
        Transport transport = session.getTransport("smtp");
        try {
            session.getProperties().setProperty("mail.smtp.localhost", SmtpGreeting.to(server));
            transport.connect(server.host(), server.port(), server.user(), server.password());
            return send(mail, transport);
        } catch (MessagingException failed) {
            return SmtpFailure.of(failed, name());
        } finally {
            close(transport);
        }
    }

    private Outcome send(Mail mail, Transport transport) throws MessagingException {
        try {
            transport.sendMessage(mail, mail.getAllRecipients());
            return new Outcome.Delivered();
        } catch (SendFailedException some) {
            return sendToOthers(mail, transport, some);
        }
    }

    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException broken) {
            // The server has said before what became of the mail.
        }
    }

    private Outcome sendToOthers(Mail mail, Transport transport, SendFailedException some) throws MessagingException {
        Outcome outcome = SmtpFailure.of(some, name());
        Address @Nullable [] others = some.getValidUnsentAddresses();
        if (outcome instanceof Outcome.Refused refused
                && SmtpFailure.isOfReceivers(some)
                && others != null
                && others.length > 0) {
            transport.sendMessage(mail, others);
            return new Outcome.Refused(refused.reason() + "; the other receivers have the mail");
        }
        return outcome;
    }

    private String name() {
        return server.host() + ":" + server.port();
    }

    private static Properties properties(EmailSettings.Smtp server, Duration limit) {
        Properties properties = new Properties();
        properties.put("mail.smtp.auth", String.valueOf(server.user() != null));
        properties.put("mail.smtp.ssl.enable", String.valueOf(server.security() == EmailSettings.Security.TLS));
        boolean startTls = server.security() == EmailSettings.Security.STARTTLS;
        properties.put("mail.smtp.starttls.enable", String.valueOf(startTls));
        properties.put("mail.smtp.starttls.required", String.valueOf(startTls));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        String millis = String.valueOf(limit.toMillis());
        properties.put("mail.smtp.connectiontimeout", String.valueOf(Math.min(CONNECT.toMillis(), limit.toMillis())));
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.writetimeout", millis);
        return properties;
    }
}
