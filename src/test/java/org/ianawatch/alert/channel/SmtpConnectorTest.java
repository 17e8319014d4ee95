package org.ianawatch.alert.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ianawatch.alert.Messages;
import org.ianawatch.alert.Outcome;
import org.ianawatch.made.Hang;
import org.ianawatch.receivers.MailServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mail server whose name has several addresses, of which 127.0.0.1 alone takes connections. */
class SmtpConnectorTest {
    private static final Duration BRIEF = Duration.ofMillis(100);
    private static final String CHECK = "; check the network, the firewall, and the host and port in the configuration";

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.2 127.0.0.1", "127.0.0.1 127.0.0.2", "::1 127.0.0.1", "2001:db8::1 127.0.0.2 127.0.0.1"
            })
    void sendsToTheFirstThatTakesTheConnection(String addresses) throws Exception {
        try (MailServer server = MailServer.saying(Map.of())) {
            assertEquals(new Outcome.Delivered(), send(smtp("two.example", server.port()), addresses));
        }
    }

    @Test
    void namesEachThatRefuses() throws Exception {
        int port = freePort();
        assertEquals(
                new Outcome.Failed(
                        "no connection to two.example:" + port
                                + " (127.0.0.2: Connection refused; 127.0.0.1: Connection refused)" + CHECK,
                        null),
                send(smtp("two.example", port), "127.0.0.2 127.0.0.1"));
    }

    @Test
    void saysThatANameIsUnknown() throws Exception {
        SmtpServer server = smtp("nope.invalid", 25);
        Outcome outcome = settings(server)
                .open(Map.of(), host -> {
                    throw new UnknownHostException(host);
                })
                .deliver(Messages.changes());
        assertEquals(
                new Outcome.Failed(
                        "no address is known for nope.invalid; check the name, and this machine's DNS", null),
                outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"::1", "[::1]"})
    void anAddressOfVersionSixStandsInBrackets(String host) throws Exception {
        int port = freePort();
        String reason = send(smtp(host, port), "::1").toString();
        assertTrue(reason.contains("no connection to [::1]:" + port + " (0:0:0:0:0:0:0:1: "), reason);
    }

    /** Connections that nobody accepts fill the queue of a listener, and then Linux keeps silent. */
    @Test
    void whoKeepsSilentLeavesTimeForTheNext() throws Exception {
        List<Socket> queue = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.2"));
                ServerSocket another = new ServerSocket(full.getLocalPort(), 1, InetAddress.getByName("127.0.0.3"));
                ServerSocket open = new ServerSocket(full.getLocalPort(), 1, InetAddress.getLoopbackAddress())) {
            for (ServerSocket listener : List.of(full, another, full, another)) {
                Socket socket = new Socket();
                socket.connect(listener.getLocalSocketAddress());
                queue.add(socket);
            }
            SmtpServer server = smtp("two.example", open.getLocalPort());
            try (Socket socket = new SmtpConnector(server, Hang.LIMIT, BRIEF, names("127.0.0.2 127.0.0.1")).connect()) {
                assertEquals(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()),
                        socket.getRemoteSocketAddress());
                assertEquals("two.example", socket.getInetAddress().getHostName());
            }
            SmtpConnector dead = new SmtpConnector(server, BRIEF, names("127.0.0.2 127.0.0.3"));
            String message = assertThrows(IOException.class, dead::connect).getMessage();
            assertTrue(
                    message.matches(
                            "no connection to two\\.example:\\d+ \\(127\\.0\\.0\\.2: no answer within [1-3]?\\d ms;"
                                    + " 127\\.0\\.0\\.3: no answer within [1-5]?\\d ms\\)" + CHECK),
                    message);
            for (Socket socket : queue) {
                socket.close();
            }
        }
    }

    private static Outcome send(SmtpServer server, String addresses) throws InterruptedException {
        return settings(server).open(Map.of(), names(addresses)).deliver(Messages.changes());
    }

    private static SmtpSettings settings(SmtpServer server) {
        return new SmtpSettings(
                MailAddress.parse("ianawatch@example.org"),
                List.of(MailAddress.parse("one@example.org")),
                server,
                Hang.LIMIT);
    }

    private static SmtpServer smtp(String host, int port) {
        return new SmtpServer(host, port, SmtpServer.Security.NONE, null, null, null);
    }

    private static SmtpConnector.Names names(String addresses) {
        return host -> {
            List<InetAddress> all = new ArrayList<>();
            for (String address : addresses.split(" ", -1)) {
                all.add(InetAddress.getByName(address));
            }
            return all.toArray(InetAddress[]::new);
        };
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
