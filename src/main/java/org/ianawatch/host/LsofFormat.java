package org.ianawatch.host;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code lsof -i -nP}, the same on Linux, macOS and BSD. */
final class LsofFormat implements ListingFormat {
    private static final Pattern SOCKET = Pattern.compile(
            "(\\S+)\\s+(\\d{1,18})\\s.*\\sIPv[46]\\s.*\\s(TCP|UDP|SCTP|UDPLITE)\\s+(\\S+)(?:\\s+\\((\\S+)\\).*)?");
    /** A blank or another character that a terminal would not show stands in a command as its code. */
    private static final Pattern ESCAPE = Pattern.compile("\\\\x([0-9a-f]{2})");

    @Override
    public String name() {
        return "lsof";
    }

    @Override
    public boolean isHeading(String line) {
        return line.startsWith("COMMAND") && line.contains(" PID ");
    }

    @Override
    public Optional<List<ListeningSocket>> read(String line) {
        Matcher socket = SOCKET.matcher(line.strip());
        if (!socket.matches()) {
            return Optional.empty();
        }
        String name = socket.group(4);
        String state = socket.group(5);
        // UDP-Lite has no ports of its own (RFC 3828, section 6).
        String transport =
                socket.group(3).startsWith("UDP") ? "udp" : socket.group(3).toLowerCase(Locale.ROOT);
        boolean listens = transport.equals("udp") ? !name.contains("->") : "LISTEN".equals(state);
        if (!listens) {
            return Optional.of(List.of());
        }
        HostProcess process = new HostProcess(unescaped(socket.group(1)), Long.parseLong(socket.group(2)));
        return Endpoint.parse(name)
                .map(local -> local.port() == Endpoint.ANY
                        ? List.of()
                        : List.of(ListeningSocket.of(transport, local, process)));
    }

    private static String unescaped(String command) {
        return ESCAPE.matcher(command)
                .replaceAll(
                        escape -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(escape.group(1), 16))));
    }
}
