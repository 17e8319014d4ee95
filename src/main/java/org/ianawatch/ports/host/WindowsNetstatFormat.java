package org.ianawatch.ports.host;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code netstat -ano} of Windows, in any of its languages: what tells a listener is the other end, as states are translated. */
final class WindowsNetstatFormat implements ListingFormat {
    private static final Pattern SOCKET =
            Pattern.compile("(TCP|UDP)\\s+(\\S+:\\d+)\\s+(\\S+:(?:\\d+|\\*))(?:\\s+[^\\s\\d].*?)?(?:\\s+(\\d{1,18}))?");

    private static final Set<String> TITLES = Set.of(
            "Active Connections",
            "Aktive Verbindungen",
            "Connexions actives",
            "Conexiones activas",
            "Connessioni attive",
            "Conexões ativas",
            "Actieve verbindingen");

    @Override
    public String name() {
        return "netstat of Windows";
    }

    @Override
    public boolean namesColumns(String line) {
        return line.startsWith("  Proto ");
    }

    @Override
    public boolean isBeside(String line) {
        return TITLES.contains(line.strip());
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
        if (!peer.get().isNobody()) {
            return Optional.of(List.of());
        }
        String transport = socket.group(1).toLowerCase(Locale.ROOT);
        return Optional.of(List.of(ListeningSocket.of(transport, local.get(), owner(socket.group(4)))));
    }

    private static @Nullable HostProcess owner(@Nullable String id) {
        return id == null ? null : new HostProcess(null, Long.parseLong(id));
    }
}
