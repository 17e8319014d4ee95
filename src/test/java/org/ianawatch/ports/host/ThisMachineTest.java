package org.ianawatch.ports.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.ianawatch.made.Hang;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real sockets of this process, and made folders in the form of {@code /proc}. */
class ThisMachineTest {
    private static final String HEADER =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt" + "   uid  timeout inode\n";
    private static final String LISTENS =
            ":0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 ";

    @TempDir
    private Path folder;

    /** IPv4's, and IPv6's where the machine has it. */
    static Stream<InetAddress> loopbackAddresses() throws IOException {
        NetworkInterface loopback = NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress());
        return loopback.inetAddresses().filter(InetAddress::isLoopbackAddress);
    }

    @ParameterizedTest
    @MethodSource("loopbackAddresses")
    void aTcpSocketOfThisProcessIsFound(InetAddress address) throws Exception {
        try (ServerSocketChannel socket = ServerSocketChannel.open(family(address))) {
            socket.bind(new InetSocketAddress(address, 0));
            assertFound(Space.TCP, (InetSocketAddress) socket.getLocalAddress());
        }
    }

    @ParameterizedTest
    @MethodSource("loopbackAddresses")
    void aUdpSocketOfThisProcessIsFound(InetAddress address) throws Exception {
        try (DatagramChannel socket = DatagramChannel.open(family(address))) {
            socket.bind(new InetSocketAddress(address, 0));
            assertFound(Space.UDP, (InetSocketAddress) socket.getLocalAddress());
        }
    }

    @Test
    void whatIsConnectedOrClosedDoesNotListen() throws Exception {
        InetSocketAddress client;
        try (ServerSocketChannel server = ServerSocketChannel.open();
                DatagramChannel socket = DatagramChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), 9));
            client = (InetSocketAddress) socket.getLocalAddress();
            assertEquals(List.of(), ours(Space.UDP, client.getPort()));
            assertEquals(1, ours(Space.TCP, server.socket().getLocalPort()).size());
            client = (InetSocketAddress) server.getLocalAddress();
        }
        assertEquals(List.of(), ours(Space.TCP, client.getPort()));
    }

    @Test
    void theEphemeralPortsHoldThoseThatTheMachineGivesOut() throws IOException {
        try (ServerSocketChannel socket = ServerSocketChannel.open()) {
            socket.bind(null);
            int port = socket.socket().getLocalPort();
            Span ports = new ThisMachine().ephemeralPorts();
            assertTrue(ports.contains(port), port + " in " + ports);
        }
    }

    @Test
    void socketsWhoseProcessCannotBeSeenAreCounted() throws Exception {
        write("net/tcp", HEADER + "   0: 0100007F" + LISTENS + "101 1\n   1: 00000000" + LISTENS + "102 1\n");
        write("42/comm", "sshd\n");
        Files.createDirectory(folder.resolve("42/fd"));
        Files.createSymbolicLink(folder.resolve("42/fd/3"), Path.of("socket:[101]"));
        Files.createSymbolicLink(folder.resolve("42/fd/4"), Path.of("/dev/null"));
        write("43/comm", "another user's, which shows no files\n");
        Listing listing = made(List.of()).read();
        assertEquals(1, listing.unseen());
        assertEquals(
                List.of(
                        new ListeningSocket(Space.TCP, "127.0.0.1", Span.of(22), new HostProcess("sshd", 42)),
                        new ListeningSocket(Space.TCP, "0.0.0.0", Span.of(22), null)),
                listing.sockets());
    }

    /** The kernel cuts a name after 15 bytes, within a character, too; and a process may call itself whatever it likes. */
    @Test
    void aProcessIsSeenWhateverBytesItsNameHas() throws Exception {
        byte[][] names = {{(byte) 0xff, (byte) 0xfe, 'd'}, {}, {' '}, {'a', '\n', ')', ' ', '(', 'b'}};
        List<String> seen = List.of("\ufffd\ufffdd", "(no name)", "(no name)", "a\n) (b");
        for (int index = 0; index < names.length; index++) {
            write("net/tcp", HEADER + "   0: 0100007F" + LISTENS + "101 1\n");
            write("42/comm", "");
            ByteArrayOutputStream comm = new ByteArrayOutputStream();
            comm.writeBytes(names[index]);
            comm.write('\n');
            Files.write(folder.resolve("42/comm"), comm.toByteArray());
            Path link = Files.createDirectories(folder.resolve("42/fd")).resolve("3");
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, Path.of("socket:[101]"));
            Listing listing = made(List.of()).read();
            assertEquals(0, listing.unseen());
            assertEquals(
                    new HostProcess(seen.get(index), 42),
                    listing.sockets().get(0).process());
        }
    }

    @Test
    void aDamagedLineIsNamed() throws Exception {
        write("net/tcp", HEADER + "   0: 0100007F" + LISTENS + "101 1\n   1: zero" + LISTENS + "102 1\n   2:\n");
        Listing listing = made(List.of()).read();
        assertEquals(1, listing.sockets().size());
        assertEquals(
                List.of(3, 4),
                listing.unread().stream().map(Listing.UnreadLine::number).toList());
    }

    @Test
    void withoutTheKernelsListTheFirstProgramThatWorksIsAsked() throws Exception {
        Listing listing = made(List.of(
                        List.of("ianawatch-test-no-such-program"),
                        List.of("sh", "-c", "echo permission denied >&2; exit 1"),
                        List.of(
                                "cat",
                                Path.of("src/test/resources/listings/linux-ss.txt")
                                        .toAbsolutePath()
                                        .toString())))
                .read();
        assertEquals("ss", listing.source());
        assertEquals(10, listing.sockets().size());
        assertEquals(PortRegistry.DYNAMIC_PORTS.codes(), made(List.of()).ephemeralPorts());
    }

    @Test
    void aProgramThatHangsIsEnded() {
        ThisMachine machine =
                new ThisMachine(folder, List.of(List.of("sh", "-c", "sleep 6000")), Duration.ofMillis(50));
        UnreadableListingException failed = assertThrows(UnreadableListingException.class, machine::read);
        assertTrue(String.valueOf(failed.getMessage()).contains("'sh -c sleep 6000': it took more than"));
        ProcessHandle.current()
                .descendants()
                .filter(ThisMachineTest::isSleeping)
                .forEach(ended -> ended.onExit().join());
    }

    private static boolean isSleeping(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains("sleep 6000") && process.isAlive();
    }

    private static void assertFound(Space transport, InetSocketAddress address) throws Exception {
        List<ListeningSocket> found = ours(transport, address.getPort());
        assertEquals(1, found.size(), found.toString());
        assertEquals(address.getAddress(), InetAddress.getByName(found.get(0).address()));
        assertFalse(processOf(found.get(0)).name().isEmpty());
    }

    private static HostProcess processOf(ListeningSocket socket) {
        HostProcess process = socket.process();
        assertTrue(process != null, "the process of " + socket);
        return process;
    }

    /** The sockets of this process on a port. */
    private static List<ListeningSocket> ours(Space transport, int port) throws Exception {
        return new ThisMachine()
                .read().sockets().stream()
                        .filter(socket -> socket.transport().equals(transport))
                        .filter(socket -> socket.ports().equals(Span.of(port)))
                        .filter(socket -> isOurs(socket.process()))
                        .toList();
    }

    private static boolean isOurs(HostProcess process) {
        return process != null && process.id() == ProcessHandle.current().pid();
    }

    private static ProtocolFamily family(InetAddress address) {
        return address.getAddress().length == 4 ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6;
    }

    private ThisMachine made(List<List<String>> programs) {
        return new ThisMachine(folder, programs, Hang.LIMIT);
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
