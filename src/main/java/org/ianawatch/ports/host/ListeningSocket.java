package org.ianawatch.ports.host;

import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.jspecify.annotations.Nullable;

/**
 * A socket that waits for connections or datagrams.
 *
 * @param transport by which
 * @param address the local address without brackets; {@code 0.0.0.0}, {@code ::} and {@code *} are all addresses, and
 *     empty is unknown
 * @param ports one port, or the ports of a list's range
 * @param process who holds it, or null where that is not known
 */
public record ListeningSocket(Space transport, String address, Span ports, @Nullable HostProcess process) {
    static ListeningSocket of(String transport, Endpoint local, @Nullable HostProcess process) {
        return new ListeningSocket(Space.of(transport), local.address(), Span.of(local.port()), process);
    }
}
