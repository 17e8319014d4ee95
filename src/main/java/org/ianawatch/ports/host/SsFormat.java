package org.ianawatch.ports.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code ss -lntup} of iproute2, also without {@code -p}, and with one transport alone. */
final class SsFormat implements ListingFormat {
    private static final Set<String> TRANSPORTS = Set.of("tcp", "udp", "sctp", "dccp");
    /** What {@code ss} lists beside them: other families of sockets have no ports. */
    private static final Set<String> OTHERS =
            Set.of("nl", "p_raw", "p_dgr", "raw", "icmp6", "u_str", "u_dgr", "u_seq", "v_str", "v_dgr", "xdp", "tipc");

    private static final String LISTENS = "LISTEN";
    private static final String IS_NOT_CONNECTED = "UNCONN";
    private static final Set<String> STATES = Set.of(
            LISTENS,
            IS_NOT_CONNECTED,
            "ESTAB",
            "SYN-SENT",
            "SYN-RECV",
            "FIN-WAIT-1",
            "FIN-WAIT-2",
            "TIME-WAIT",
            "CLOSE-WAIT",
            "LAST-ACK",
            "CLOSING",
            "CLOSED");
    private static final String NAME_BEGINS = "(\"";
    /** What follows a name, which may hold quotes itself; before version 3.17 the two numbers stood alone. */
    private static final Pattern PROCESS_ID = Pattern.compile("\",(?:pid=(\\d{1,18})|(\\d{1,18}),\\d{1,18}\\))");
    /** From the queues to the other end, and what follows. The program leaves out what all lines have alike. */
    private static final Pattern SOCKET =
            Pattern.compile("(\\d{1,18})\\s+(\\d{1,18})\\s+(\\S+)\\s+(\\S+)(?:\\s+(.*))?", Pattern.DOTALL);
    /** What follows a line without a state, which may else be another program's. */
    private static final Pattern EXTRAS = Pattern.compile("\\w+:.*", Pattern.DOTALL);

    @Override
    public String name() {
        return "ss";
    }

    @Override
    public boolean namesColumns(String line) {
        return line.contains("Recv-Q") && line.contains("Address:Port");
    }

    @Override
    public boolean isBeside(String line) {
        return OTHERS.contains(firstWord(line.strip()));
    }

    @Override
    public Optional<List<ListeningSocket>> read(String line) {
        String text = line.strip();
        String transport = TRANSPORTS.contains(firstWord(text)) ? firstWord(text) : "";
        text = text.substring(transport.length()).strip();
        String state = STATES.contains(firstWord(text)) ? firstWord(text) : "";
        Matcher socket = SOCKET.matcher(text.substring(state.length()).strip());
        if (!socket.matches() || (state.isEmpty() && !isOfThisProgram(socket.group(5)))) {
            return Optional.empty();
        }
        Optional<Endpoint> local = Endpoint.parse(socket.group(3));
        Optional<Endpoint> peer = Endpoint.parse(socket.group(4));
        if (local.isEmpty() || peer.isEmpty()) {
            return Optional.empty();
        }
        boolean listens =
                state.isEmpty() ? peer.get().isNobody() : state.equals(LISTENS) || state.equals(IS_NOT_CONNECTED);
        if (!listens || local.get().port() == Endpoint.ANY) {
            return Optional.of(List.of());
        }
        String by = transport.isEmpty() ? transport(state, socket.group(2)) : transport;
        return Optional.of(sockets(by, local.get(), line));
    }

    private static boolean isOfThisProgram(@Nullable String rest) {
        return rest == null || EXTRAS.matcher(rest).matches();
    }

    private static String firstWord(String text) {
        return text.split("\\s", 2)[0];
    }

    /**
     * Of one transport alone {@code ss} leaves out the column, and of one state too. Only TCP's sockets listen, and their
     * second queue is the backlog, which nobody sets to 0; UDP's has what waits to be sent, which is nothing.
     */
    private static String transport(String state, String sendQueue) {
        boolean tcp = state.isEmpty() ? Long.parseLong(sendQueue) > 0 : state.equals(LISTENS);
        return tcp ? "tcp" : "udp";
    }

    private static List<ListeningSocket> sockets(String transport, Endpoint local, String line) {
        List<ListeningSocket> sockets = new ArrayList<>();
        Matcher processId = PROCESS_ID.matcher(line);
        int begin = line.indexOf(NAME_BEGINS);
        while (begin >= 0 && processId.find(begin + NAME_BEGINS.length())) {
            String name = line.substring(begin + NAME_BEGINS.length(), processId.start());
            String id = processId.group(1) == null ? processId.group(2) : processId.group(1);
            sockets.add(ListeningSocket.of(transport, local, HostProcess.named(name, Long.parseLong(id))));
            begin = line.indexOf(NAME_BEGINS, processId.end());
        }
        return sockets.isEmpty() ? List.of(ListeningSocket.of(transport, local, null)) : sockets;
    }
}
