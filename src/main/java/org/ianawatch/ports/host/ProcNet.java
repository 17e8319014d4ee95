package org.ianawatch.ports.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ianawatch.registry.Ports;
import org.ianawatch.registry.Span;

/** The kernel's own list of sockets on Linux, in the network namespace of this process (proc_pid_net(5)). */
final class ProcNet {
    private static final int LOCAL = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final int LONGEST_RANGE_BYTES = 64;
    private static final String TCP_LISTENS = "0A";
    private static final String UDP_IS_NOT_CONNECTED = "07";

    private final Path proc;

    /**
     * A reader.
     *
     * @param proc where the file system is mounted, {@code /proc}
     */
    ProcNet(Path proc) {
        this.proc = proc;
    }

    /** Whether there is such a list. */
    boolean isThere() {
        return Files.isReadable(proc.resolve("net/tcp"));
    }

    /** The ports that the kernel gives to sockets that ask for none, where it says so. */
    Optional<Span> ephemeralPorts() throws IOException {
        Path file = proc.resolve("sys/net/ipv4/ip_local_port_range");
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        // In one reading: a file of /proc/sys has nothing more to say to a second one. Files.readString begins with one
        // byte.
        try (InputStream in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(LONGEST_RANGE_BYTES), StandardCharsets.US_ASCII);
            return Optional.of(Ports.parse(text.strip().replaceAll("\\s+", "-")));
        }
    }

    /** What listens. */
    Listing read() throws IOException {
        return read(new Span(0, Ports.LAST));
    }

    /** What listens on some ports; who holds other sockets is not looked for, which takes the longest. */
    Listing read(Span ports) throws IOException {
        List<Found> found = new ArrayList<>();
        List<Listing.UnreadLine> unread = new ArrayList<>();
        for (String transport : List.of("tcp", "udp")) {
            for (String file : List.of(transport, transport + "6")) {
                read(proc.resolve("net").resolve(file), transport, found, unread);
            }
        }
        found.removeIf(socket -> !ports.contains(socket.local().port()));
        Set<Long> inodes = new TreeSet<>();
        found.forEach(socket -> inodes.add(socket.inode()));
        Map<Long, Set<HostProcess>> owners = inodes.isEmpty() ? Map.of() : new SocketOwners(proc).of(inodes);
        List<ListeningSocket> sockets = new ArrayList<>();
        int unseen = 0;
        for (Found socket : found) {
            Set<HostProcess> processes = owners.getOrDefault(socket.inode(), Set.of());
            processes.forEach(process -> sockets.add(ListeningSocket.of(socket.transport(), socket.local(), process)));
            if (processes.isEmpty()) {
                sockets.add(ListeningSocket.of(socket.transport(), socket.local(), null));
                unseen++;
            }
        }
        return new Listing(proc.resolve("net").toString(), sockets, unread, unseen);
    }

    /** A machine without IPv6 has no file for it. */
    private static void read(Path file, String transport, List<Found> found, List<Listing.UnreadLine> unread)
            throws IOException {
        List<String> lines = Files.exists(file) ? ListingText.lines(Files.readAllBytes(file)) : List.of();
        String listening = transport.equals("tcp") ? TCP_LISTENS : UDP_IS_NOT_CONNECTED;
        for (int index = 1; index < lines.size(); index++) {
            String[] fields = lines.get(index).strip().split("\\s+", -1);
            try {
                if (fields[STATE].equals(listening)) {
                    Endpoint local = ProcAddress.parse(fields[LOCAL], ByteOrder.nativeOrder());
                    found.add(new Found(transport, local, Long.parseLong(fields[INODE])));
                }
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException damaged) {
                unread.add(new Listing.UnreadLine(index + 1, file + ": " + lines.get(index)));
            }
        }
    }

    /** A socket by the number that its processes know it by. */
    private record Found(String transport, Endpoint local, long inode) {}
}
