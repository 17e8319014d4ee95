package org.ianawatch.ports.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ianawatch.registry.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs print on Linux, macOS and Windows, and lists by hand; beside each file stands what listens in it. */
class ListingTest {
    private static final Path FOLDER = Path.of("src/test/resources/listings");

    @ParameterizedTest
    @CsvSource({
        "linux-ss, ss",
        "linux-ss-tcp-alone, ss",
        "linux-ss-2009, ss",
        "linux-ss-2012, ss",
        "linux-ss-one-state, ss",
        "linux-netstat-tulpn, netstat",
        "linux-netstat-an, netstat",
        "macos-netstat, netstat",
        "windows-netstat, netstat of Windows",
        "windows-netstat-german, netstat of Windows",
        "windows-netstat-powershell, netstat of Windows",
        "linux-lsof, lsof",
        "linux-lsof-c-locale, lsof",
        "busybox-netstat, netstat",
        "macos-lsof, lsof",
        "list, a list of ports"
    })
    void everySocketThatListensIsFoundAndEveryLineUnderstood(String file, String format) throws IOException {
        Listing listing = Listing.parse(Files.readAllBytes(FOLDER.resolve(file + ".txt")));
        assertEquals(format, listing.source());
        assertEquals(
                Files.readString(FOLDER.resolve(file + ".sockets")),
                listing.sockets().stream().map(ListingTest::text).reduce("", String::concat));
        assertEquals(List.of(), listing.unread());
    }

    @Test
    void linesThatCannotBeReadAreNamedAndTheOthersCount() throws IOException {
        Listing listing = Listing.parse(Files.readAllBytes(FOLDER.resolve("strange.txt")));
        assertEquals(
                List.of(1, 3, 4),
                listing.unread().stream().map(Listing.UnreadLine::number).toList());
        assertEquals("$ ss -lntup", listing.unread().get(0).text());
        assertEquals("tcp 275 0.0.0.0 -\n", text(listing.sockets().get(0)));
    }

    @Test
    void theNameOfAProcessMayBeOfAnyLength() throws UnreadableListingException {
        String name = "nginx\"".repeat(10_000);
        String users = "users:((\"" + name + "\",pid=7,fd=3),(\"sh\",pid=8,fd=3))";
        List<ListeningSocket> sockets = Listing.parse(
                        ("tcp LISTEN 0 511 0.0.0.0:80 0.0.0.0:* " + users).getBytes(StandardCharsets.UTF_8))
                .sockets();
        assertEquals(
                List.of(new HostProcess(name, 7L), new HostProcess("sh", 8L)),
                sockets.stream().map(ListeningSocket::process).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux-ss.txt", "linux-netstat-an.txt", "linux-lsof.txt", "windows-netstat.txt"})
    void headingsAloneSayThatNothingListens(String file) throws IOException {
        String headings = Files.readAllLines(FOLDER.resolve(file)).stream()
                .limit(file.startsWith("windows") ? 4 : file.contains("netstat") ? 2 : 1)
                .reduce("", (all, line) -> all + line + "\n");
        Listing listing = parse(headings);
        assertEquals(List.of(), listing.sockets());
        assertEquals(List.of(), listing.unread());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n \n", "<html>\n<body>", "65536/tcp", "9-8/udp", "tcp LISTEN", "10.0.0.1"})
    void whatListsNoSocketsIsRefused(String text) {
        UnreadableListingException refused = assertThrows(UnreadableListingException.class, () -> parse(text));
        assertTrue(
                String.valueOf(refused.getMessage()).startsWith(text.isBlank() ? "it is empty" : "no line is one of"));
    }

    /** What begins, or names its columns, as a list does. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Nmap 7.94 scan\nPORT STATE SERVICE\n22/tcp open ssh",
                "# well known\nssh\t22/tcp\t# Secure Shell\ndomain 53/udp",
                "# Internet protocols\nip 0 IP\nicmp 1 ICMP\nraw 255 RAW",
                "Service Name,Port Number,Transport Protocol\nssh,22,tcp",
                "# a comment alone",
                "Active users: 3",
                "COMMAND and PID of some",
                "Netid State Recv-Q Send-Q Local Address:Port Peer Address:Port\nCannot open netlink socket",
                "Active Internet connections (only servers)",
                "COMMAND PID USER FD TYPE DEVICE SIZE/OFF NODE NAME\nsh 1 root cwd DIR 8,1 4096 2 /",
            })
    void aTextOfWhichNoLineIsASocketIsNoList(String text) {
        UnreadableListingException refused = assertThrows(UnreadableListingException.class, () -> parse(text));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("no line is one of"));
    }

    @Test
    void ofAListOfPortsMostLinesArePorts() throws UnreadableListingException {
        Listing half = parse("22\nssh\n");
        assertEquals(List.of(new Listing.UnreadLine(2, "ssh")), half.unread());
        String page = "# A page\nPorts are numbers, such as\n80\nand others.";
        UnreadableListingException refused = assertThrows(UnreadableListingException.class, () -> parse(page));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("most lines are none of"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r", "\u0085"})
    void aProcessWithoutALegibleNameIsAProcess(String name) throws UnreadableListingException {
        for (String line : List.of(
                "tcp LISTEN 0 128 0.0.0.0:22 0.0.0.0:* users:((\"" + name + "\",pid=7,fd=3))",
                "tcp 0 0 0.0.0.0:22 0.0.0.0:* LISTEN 7/" + name)) {
            HostProcess process = parse(line).sockets().get(0).process();
            assertTrue(process != null && process.id() == 7 && !process.name().isEmpty(), line);
        }
    }

    @Test
    void bytesThatAreNoCharactersHideNoSocket() throws UnreadableListingException {
        byte[] line = "tcp LISTEN 0 128 0.0.0.0:22 0.0.0.0:* users:((\"\u00ff\u00fe\",pid=7,fd=3))"
                .getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(
                new HostProcess("\ufffd\ufffd", 7),
                Listing.parse(line).sockets().get(0).process());
    }

    @Property
    void everyRangeOfAListIsReadInEachSpelling(
            @ForAll @IntRange(max = 65_535) int one, @ForAll @IntRange(max = 65_535) int other) throws IOException {
        Span ports = new Span(Math.min(one, other), Math.max(one, other));
        for (String line :
                List.of(ports + "/udp", ports + " udp", "udp " + ports, "UDP/" + ports, ports + "/udp # x")) {
            assertEquals("udp " + ports + " - -\n", text(parse(line).sockets().get(0)), line);
        }
    }

    private static Listing parse(String text) throws UnreadableListingException {
        return Listing.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(ListeningSocket socket) {
        HostProcess process = socket.process();
        return socket.transport() + " " + socket.ports() + " "
                + (socket.address().isEmpty() ? "-" : socket.address()) + " "
                + (process == null ? "-" : process.toString()) + "\n";
    }
}
