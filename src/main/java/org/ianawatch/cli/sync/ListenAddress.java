package org.ianawatch.cli.sync;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads where to listen: {@code 61137}, which is this machine alone, {@code 0.0.0.0:61137}, {@code [::1]:61137}. */
public final class ListenAddress {
    private static final Pattern FORM = Pattern.compile("(?:(?:\\[([0-9A-Fa-f:.%]+)]|([^:\\[\\]]+)):)?(\\d{1,5})");
    private static final int LAST_PORT = 65_535;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private ListenAddress() {}

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException when the text is none, with what is possible
     */
    static InetSocketAddress parse(String value) {
        Matcher matcher = FORM.matcher(value);
        if (!matcher.matches() || Integer.parseInt(matcher.group(3)) > LAST_PORT) {
            throw new IllegalArgumentException(
                    "'" + value + "' is no address to listen on: write 61137, 0.0.0.0:61137 or [::1]:61137");
        }
        int port = Integer.parseInt(matcher.group(3));
        String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return host == null ? loopback(port) : new InetSocketAddress(host, port);
    }

    /** On 127.0.0.1, which people write, whichever version of addresses the system has first. */
    public static InetSocketAddress loopback(int port) {
        try {
            return new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port);
        } catch (UnknownHostException wrongLength) {
            throw new IllegalStateException(wrongLength);
        }
    }
}
