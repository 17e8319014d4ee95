package org.ianawatch.host;

import org.ianawatch.registry.PortRange;
import org.ianawatch.registry.Transport;
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
public record ListeningSocket(Transport transport, String address, PortRange ports, @Nullable HostProcess process) {
    static ListeningSocket of(String transport, Endpoint local, @Nullable HostProcess process) {
        return new ListeningSocket(Transport.of(transport), local.address(), PortRange.of(local.port()), process);
    }
}
