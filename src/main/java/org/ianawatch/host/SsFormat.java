package org.ianawatch.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ss -lntup} of iproute2, also without {@code -p}, and with one transport alone. */
final class SsFormat implements ListingFormat {
    private static final Set<String> TRANSPORTS = Set.of("tcp", "udp", "sctp", "dccp");
    /** What {@code ss} lists beside them: other families of sockets have no ports. */
    private static final Set<String> OTHERS =
            Set.of("nl", "p_raw", "p_dgr", "raw", "icmp6", "u_str", "u_dgr", "u_seq", "v_str", "v_dgr", "xdp", "tipc");

    private static final Set<String> STATES = Set.of(
            "LISTEN",
            "UNCONN",
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
    /** What follows a name, which may hold quotes itself. */
    private static final Pattern PROCESS_ID = Pattern.compile("\",pid=(\\d{1,18})");

    private static final int COLUMNS_AFTER_STATE = 5;

    @Override
    public String name() {
        return "ss";
    }

    @Override
    public boolean isHeading(String line) {
        return line.contains("Recv-Q") && line.contains("Address:Port");
    }

    @Override
    public Optional<List<ListeningSocket>> read(String line) {
        String[] words = line.strip().split("\\s+", -1);
        if (OTHERS.contains(words[0])) {
            return Optional.of(List.of());
        }
        int state = TRANSPORTS.contains(words[0]) ? 1 : 0;
        if (words.length < state + COLUMNS_AFTER_STATE || !STATES.contains(words[state])) {
            return Optional.empty();
        }
        Optional<Endpoint> local = Endpoint.parse(words[state + 3]);
        Optional<Endpoint> peer = Endpoint.parse(words[state + 4]);
        if (local.isEmpty() || peer.isEmpty()) {
            return Optional.empty();
        }
        boolean listens = words[state].equals("LISTEN") || words[state].equals("UNCONN");
        if (!listens || local.get().port() == Endpoint.ANY) {
            return Optional.of(List.of());
        }
        // With one transport alone, ss leaves out the column; only TCP's sockets are in this state.
        String transport = state == 1 ? words[0] : words[0].equals("LISTEN") ? "tcp" : "udp";
        return Optional.of(sockets(transport, local.get(), line));
    }

    private static List<ListeningSocket> sockets(String transport, Endpoint local, String line) {
        List<ListeningSocket> sockets = new ArrayList<>();
        Matcher processId = PROCESS_ID.matcher(line);
        int begin = line.indexOf(NAME_BEGINS);
        while (begin >= 0 && processId.find(begin + NAME_BEGINS.length())) {
            String name = line.substring(begin + NAME_BEGINS.length(), processId.start());
            HostProcess process = new HostProcess(name, Long.parseLong(processId.group(1)));
            sockets.add(ListeningSocket.of(transport, local, process));
            begin = line.indexOf(NAME_BEGINS, processId.end());
        }
        return sockets.isEmpty() ? List.of(ListeningSocket.of(transport, local, null)) : sockets;
    }
}
