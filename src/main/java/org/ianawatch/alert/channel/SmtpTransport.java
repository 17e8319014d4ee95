package org.ianawatch.alert.channel;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.Socket;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.eclipse.angus.mail.util.SocketFetcher;
import org.jspecify.annotations.Nullable;

/** The library's transport, over a socket that is connected already. */
final class SmtpTransport extends SMTPTransport {
    private static final String PREFIX = "mail.smtp";
    private static final String BAD_GREETING = "bad greeting";

    private final SmtpServer server;

    SmtpTransport(Session session, SmtpServer server) {
        super(session, null);
        this.server = server;
    }

    /** Begins with TLS where the settings say so, and greets the server. */
    void converse(Socket socket) throws MessagingException {
        Socket ready = server.security() == SmtpServer.Security.TLS ? secured(socket) : socket;
        try {
            connect(ready);
        } catch (MessagingException failed) {
            // Of a greeting that is no 220 the library says the code alone.
            throw String.valueOf(failed.getMessage()).contains(BAD_GREETING)
                    ? new MessagingException(
                            "greets with "
                                    + String.valueOf(getLastServerResponse()).strip(),
                            failed)
                    : failed;
        }
    }

    private Socket secured(Socket socket) throws MessagingException {
        try {
            return SocketFetcher.startTLS(
                    socket, socket.getInetAddress().getHostName(), session.getProperties(), PREFIX);
        } catch (IOException failed) {
            throw new MessagingException("cannot begin TLS", failed);
        }
    }

    /** For a socket the library would ask its session who sends, and the system in the end. */
    @Override
    protected synchronized boolean protocolConnect(
            @Nullable String host, int port, @Nullable String user, @Nullable String password)
            throws MessagingException {
        Secret secret = server.password();
        return super.protocolConnect(
                server.host(), server.port(), server.user(), secret == null ? null : secret.reveal());
    }
}
