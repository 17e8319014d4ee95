package org.ianawatch.ports.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ianawatch.registry.Ports;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;

/** A list of ports by hand: {@code 278}, {@code 278/tcp}, {@code tcp 278}, {@code 272-279/udp}, and comments after a #. */
final class PortListFormat implements ListingFormat {
    private static final String PORTS = "(\\d{1,5}(?:-\\d{1,5})?)";
    private static final String TRANSPORT = "(tcp|udp|sctp|dccp)";
    private static final Pattern PORTS_FIRST = Pattern.compile(PORTS + "(?:(?:\\s*/\\s*|\\s+)" + TRANSPORT + ")?");
    private static final Pattern TRANSPORT_FIRST = Pattern.compile(TRANSPORT + "(?:\\s*/\\s*|\\s+)" + PORTS);

    @Override
    public String name() {
        return "a list of ports";
    }

    @Override
    public boolean isToldByOneLine() {
        return false;
    }

    @Override
    public boolean namesColumns(String line) {
        return false;
    }

    @Override
    public boolean isBeside(String line) {
        return line.strip().startsWith("#");
    }

    @Override
    public Optional<List<ListeningSocket>> read(String line) {
        String text = line.replaceFirst("#.*", "").strip().toLowerCase(Locale.ROOT);
        Matcher portsFirst = PORTS_FIRST.matcher(text);
        if (portsFirst.matches()) {
            String transport = portsFirst.group(2);
            return transport == null
                    ? sockets(portsFirst.group(1), "tcp", "udp")
                    : sockets(portsFirst.group(1), transport);
        }
        Matcher transportFirst = TRANSPORT_FIRST.matcher(text);
        return transportFirst.matches() ? sockets(transportFirst.group(2), transportFirst.group(1)) : Optional.empty();
    }

    private static Optional<List<ListeningSocket>> sockets(String ports, String... transports) {
        Span range;
        try {
            range = Ports.parse(ports);
        } catch (IllegalArgumentException beyond) {
            return Optional.empty();
        }
        List<ListeningSocket> sockets = new ArrayList<>();
        for (String transport : transports) {
            sockets.add(new ListeningSocket(Space.of(transport), "", range, null));
        }
        return Optional.of(sockets);
    }
}
