package org.ianawatch.alert.channel;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ianawatch.alert.Outcome;
import org.jspecify.annotations.Nullable;

/** Hands mails to a server by SMTP (RFC 5321). */
final class SmtpSender {
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final SmtpServer server;
    private final Duration limit;
    private final SmtpConnector connector;
    private final Session session;

    SmtpSender(SmtpServer server, Duration limit, Map<String, Object> properties, SmtpConnector.Names names) {
        this.server = server;
        this.limit = limit;
        this.connector = new SmtpConnector(server, limit, names);
        Properties all = properties(server);
        all.putAll(properties);
        this.session = Session.getInstance(all);
    }

    /**
     * Sends to all, or to none while a receiver is turned away for the moment: whoever has the mail must not get it again
     * by the next try. A receiver that is turned away for good does not keep it from the others. Once the server has said what
     * became of the mail, nothing that comes after it counts (RFC 5321, section 4.1.1.10).
     */
    Outcome send(Mail mail) throws InterruptedException {
        CompletableFuture<Outcome> said = new CompletableFuture<>();
        Thread thread = new Thread(() -> converse(mail, said), "mail");
        thread.setDaemon(true);
        thread.start();
        try {
            Outcome outcome = said.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            // A program that ends before its QUIT is out looks to the server like one that broke down.
            thread.join(FAREWELL.toMillis());
            return outcome;
        } catch (TimeoutException late) {
            return new Outcome.Failed(
                    server.address() + " did not take the mail within " + limit.toMillis() + " ms", null);
        } catch (ExecutionException defect) {
            throw new IllegalStateException("the mail cannot be sent", defect.getCause());
        }
    }

    private void converse(Mail mail, CompletableFuture<Outcome> said) {
        try (Socket socket = connector.connect()) {
            session.getProperties().setProperty("mail.smtp.localhost", SmtpGreeting.to(server, socket));
            SmtpTransport transport = new SmtpTransport(session, server);
            said.complete(send(mail, transport, socket));
            close(transport);
        } catch (IOException failed) {
            said.complete(new Outcome.Failed(String.valueOf(failed.getMessage()), null));
        } catch (RuntimeException | Error defect) {
            said.completeExceptionally(defect);
        }
    }

    private Outcome send(Mail mail, SmtpTransport transport, Socket socket) {
        try {
            transport.converse(socket);
            return send(mail, transport);
        } catch (MessagingException failed) {
            return SmtpFailure.of(failed, server.address());
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
        Outcome outcome = SmtpFailure.of(some, server.address());
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

    private static Properties properties(SmtpServer server) {
        Properties properties = new Properties();
        properties.put("mail.smtp.auth", String.valueOf(server.user() != null));
        boolean startTls = server.security() == SmtpServer.Security.STARTTLS;
        properties.put("mail.smtp.starttls.enable", String.valueOf(startTls));
        properties.put("mail.smtp.starttls.required", String.valueOf(startTls));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put("mail.smtp.quitwait", "false");
        return properties;
    }
}
