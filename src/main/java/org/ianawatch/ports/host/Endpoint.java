package org.ianawatch.ports.host;

import java.util.Optional;
import org.ianawatch.registry.Ports;

/**
 * An address and a port as programs print them: {@code 127.0.0.1:22}, {@code [::1]:22}, {@code :::22}, {@code *:22}, and
 * with a full stop before the port, as BSD and macOS do, {@code 127.0.0.1.22}, {@code *.22}.
 *
 * @param address without brackets; a zone such as {@code %lo0} stays
 * @param port 0 to 65535, or {@link #ANY} for {@code *}
 */
record Endpoint(String address, int port) {
    static final int ANY = -1;

    private static final int MOST_DIGITS = 5;

    /** Reads one, or nothing where the text is none or names its port by a service. */
    static Optional<Endpoint> parse(String text) {
        int separator = Math.max(text.lastIndexOf(':'), text.lastIndexOf('.'));
        if (separator <= 0) {
            return Optional.empty();
        }
        String address = text.substring(0, separator).replace("[", "").replace("]", "");
        String port = text.substring(separator + 1);
        if (port.equals("*")) {
            return Optional.of(new Endpoint(address, ANY));
        }
        int number = number(port);
        return number < 0 ? Optional.empty() : Optional.of(new Endpoint(address, number));
    }

    /** Whether the other end is nobody yet: {@code *:*}, {@code 0.0.0.0:*}, {@code [::]:0}. */
    boolean isNobody() {
        return port <= 0;
    }

    private static int number(String digits) {
        if (digits.isEmpty() || digits.length() > MOST_DIGITS) {
            return -1;
        }
        for (int index = 0; index < digits.length(); index++) {
            if (digits.charAt(index) < '0' || digits.charAt(index) > '9') {
                return -1;
            }
        }
        int number = Integer.parseInt(digits);
        return number > Ports.LAST ? -1 : number;
    }
}
