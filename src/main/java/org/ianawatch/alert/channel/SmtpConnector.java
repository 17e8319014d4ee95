package org.ianawatch.alert.channel;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.util.WriteTimeoutSocket;

/**
 * Connects to a mail server: to one address of its name after the other, in the order in which the resolver gives them (RFC
 * 6724, section 6), until one takes the connection.
 */
final class SmtpConnector {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final SmtpServer server;
    private final Duration limit;
    private final Duration longest;
    private final Names names;

    /** Where the addresses of a name come from. */
    @FunctionalInterface
    interface Names {
        /** All of them, one at least. */
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /**
     * A connector that has connected to nothing yet.
     *
     * @param limit for all addresses together, and for each read and each write thereafter
     */
    SmtpConnector(SmtpServer server, Duration limit, Names names) {
        this(server, limit, LONGEST, names);
    }

    /** With a limit of its own for each address. */
    SmtpConnector(SmtpServer server, Duration limit, Duration longest, Names names) {
        this.server = server;
        this.limit = limit;
        this.longest = longest;
        this.names = names;
    }

    /**
     * Connects, without TLS. The name of the socket's address is the server's, as the settings have it.
     *
     * @throws IOException when no address takes the connection; its message names each, and says what to do
     */
    Socket connect() throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        InetAddress[] addresses = addresses();
        List<String> failures = new ArrayList<>();
        for (int tried = 0; tried < addresses.length; tried++) {
            // An equal share for each that is left, and one for the conversation.
            long share = (end - System.nanoTime()) / (addresses.length - tried + 1);
            int millis = milliseconds(Math.min(share, longest.toNanos()));
            try {
                return connect(addresses[tried], millis);
            } catch (SocketTimeoutException late) {
                failures.add(addresses[tried].getHostAddress() + ": no answer within " + millis + " ms");
            } catch (SocketException failed) {
                failures.add(addresses[tried].getHostAddress() + ": " + failed.getMessage());
            }
        }
        throw new IOException("no connection to " + server.address() + " (" + String.join("; ", failures)
                + "); check the network, the firewall, and the host and port in the configuration");
    }

    private InetAddress[] addresses() throws IOException {
        try {
            return names.addresses(server.host());
        } catch (UnknownHostException unknown) {
            throw new IOException(
                    "no address is known for " + server.host() + "; check the name, and this machine's DNS", unknown);
        }
    }

    private Socket connect(InetAddress address, int millis) throws IOException {
        Socket socket = new WriteTimeoutSocket(new Socket(), milliseconds(limit.toNanos()));
        try {
            socket.connect(new InetSocketAddress(named(address), server.port()), millis);
            socket.setSoTimeout(milliseconds(limit.toNanos()));
            return socket;
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    /** The library checks certificates against the name of a socket's address, which for a literal would be looked up. */
    private InetAddress named(InetAddress address) throws UnknownHostException {
        return address instanceof Inet6Address six
                ? Inet6Address.getByAddress(server.host(), six.getAddress(), six.getScopeId())
                : InetAddress.getByAddress(server.host(), address.getAddress());
    }

    /** Sockets take zero for no limit. */
    private static int milliseconds(long nanos) {
        return (int)
                Math.max(1, Math.min(Integer.MAX_VALUE, Duration.ofNanos(nanos).toMillis()));
    }
}
