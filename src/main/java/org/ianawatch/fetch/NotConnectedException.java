package org.ianawatch.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** No address of a name took a connection. */
final class NotConnectedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Map<InetSocketAddress, IOException> failures;

    /**
     * A failure.
     *
     * @param failures why, for each address that was tried, in that order; one at least
     */
    NotConnectedException(Map<InetSocketAddress, IOException> failures) {
        super("no address takes a connection", failures.values().iterator().next());
        this.failures = failures;
        failures.values().stream().skip(1).forEach(this::addSuppressed);
    }

    /** Whether every address kept silent until the limit. */
    boolean isLate() {
        return failures.values().stream().allMatch(SocketTimeoutException.class::isInstance);
    }

    /** The addresses that were tried, for people. */
    String addresses() {
        return failures.keySet().stream().map(NotConnectedException::literal).collect(Collectors.joining(", "));
    }

    int tried() {
        return failures.size();
    }

    /** Why none of them took it: a reason alone for a single address, or each with its own. */
    String reasons(Duration limit) {
        return failures.entrySet().stream()
                .map(failure -> (failures.size() == 1 ? "" : literal(failure.getKey()) + ": ")
                        + reason(failure.getValue(), limit))
                .collect(Collectors.joining("; "));
    }

    private static String reason(IOException failed, Duration limit) {
        return failed instanceof SocketTimeoutException
                ? "no answer within " + Quantity.of(limit)
                : String.valueOf(failed.getMessage());
    }

    private static String literal(InetSocketAddress address) {
        return address.getAddress().getHostAddress();
    }
}
