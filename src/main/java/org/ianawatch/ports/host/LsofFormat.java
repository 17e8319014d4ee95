package org.ianawatch.ports.host;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code lsof -i -nP}, the same on Linux, macOS and BSD. */
final class LsofFormat implements ListingFormat {
    private static final Pattern SOCKET = Pattern.compile(
            "(\\S+)\\s+(\\d{1,18})\\s.*\\sIPv[46]\\s.*\\s(TCP|UDP|SCTP|UDPLITE)\\s+(\\S+)(?:\\s+\\((\\S+)\\).*)?");
    /** A byte of a blank or of a character that the terminal's character set has not stands in a command as its code. */
    private static final Pattern ESCAPES = Pattern.compile("(?:\\\\x[0-9a-f]{2})+");

    private static final Pattern COLUMNS = Pattern.compile("COMMAND\\s+PID\\s.*\\sNODE\\s+NAME\\s*");
    private static final int ESCAPE_LENGTH = 4;
    private static final int HEX = 16;

    @Override
    public String name() {
        return "lsof";
    }

    @Override
    public boolean namesColumns(String line) {
        return COLUMNS.matcher(line).matches();
    }

    @Override
    public boolean isBeside(String line) {
        return false;
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
        HostProcess process = HostProcess.named(unescaped(socket.group(1)), Long.parseLong(socket.group(2)));
        return Endpoint.parse(name)
                .map(local -> local.port() == Endpoint.ANY
                        ? List.of()
                        : List.of(ListeningSocket.of(transport, local, process)));
    }

    private static String unescaped(String command) {
        return ESCAPES.matcher(command).replaceAll(escapes -> Matcher.quoteReplacement(decoded(escapes.group())));
    }

    private static String decoded(String escapes) {
        byte[] bytes = new byte[escapes.length() / ESCAPE_LENGTH];
        for (int index = 0; index < bytes.length; index++) {
            int end = (index + 1) * ESCAPE_LENGTH;
            bytes[index] = (byte) Integer.parseInt(escapes.substring(end - 2, end), HEX);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
