package org.ianawatch.ports.host;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code netstat -an} and {@code netstat -tulpn} of Linux, and {@code netstat -an} of BSD and macOS. */
final class NetstatFormat implements ListingFormat {
    /** {@code tcp46} is a socket of macOS for both; a full stop or a colon divides address and port. */
    private static final Pattern SOCKET = Pattern.compile(
            "(tcp|udp|sctp|dccp)(?:lite)?(?:4|6|46)?\\s+\\d+\\s+\\d+\\s+(\\S+)\\s+(\\S+)(?:\\s+(.*))?", Pattern.DOTALL);
    /** Sockets without ports: raw ones, and those of other families, which have sections of their own. */
    private static final Pattern OTHERS = Pattern.compile(
            "(?:raw|raw4|raw6|icm4|icm6|icmp|icmp6|unix|vsock|bluetooth|l2cap|rfcomm|ip4?|ip6|div4?|kctl|kevt)\\s.*"
                    + "|[0-9a-f]{8,16}\\s+(?:stream|dgram|seqpac)\\s.*"
                    + "|[0-9a-f]+\\s+[0-9a-f]+\\s+\\d+\\s+\\d+\\s+\\d+\\s+[a-z][\\w.-]+",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern COLUMNS = Pattern.compile("Proto\\s+Recv-Q\\s+Send-Q\\s.*");
    private static final Pattern HEADING =
            Pattern.compile("Active\\s.*|Proto\\S*\\s.*|Registered\\s.*|Address\\s+Type\\s.*|id\\s+flags\\s.*");
    private static final Pattern OWNER = Pattern.compile("(?:^|\\s)(\\d{1,18})/(.*)$", Pattern.DOTALL);

    @Override
    public String name() {
        return "netstat";
    }

    @Override
    public boolean namesColumns(String line) {
        return COLUMNS.matcher(line.strip()).matches();
    }

    @Override
    public boolean isBeside(String line) {
        String text = line.strip();
        return HEADING.matcher(text).matches() || OTHERS.matcher(text).matches();
    }

    @Override
    public Optional<List<ListeningSocket>> read(String line) {
        Matcher socket = SOCKET.matcher(line.strip());
        if (!socket.matches()) {
            return Optional.empty();
        }
        Optional<Endpoint> local = Endpoint.parse(socket.group(2));
        Optional<Endpoint> peer = Endpoint.parse(socket.group(3));
        if (local.isEmpty() || peer.isEmpty()) {
            return Optional.empty();
        }
        String rest = socket.group(4) == null ? "" : socket.group(4);
        boolean listens = socket.group(1).equals("udp")
                ? peer.get().isNobody()
                : rest.toUpperCase(Locale.ROOT).startsWith("LISTEN");
        if (!listens || local.get().port() == Endpoint.ANY) {
            return Optional.of(List.of());
        }
        return Optional.of(List.of(ListeningSocket.of(socket.group(1), local.get(), owner(rest))));
    }

    private static @Nullable HostProcess owner(String rest) {
        Matcher owner = OWNER.matcher(rest);
        return owner.find() ? HostProcess.named(owner.group(2).strip(), Long.parseLong(owner.group(1))) : null;
    }
}
