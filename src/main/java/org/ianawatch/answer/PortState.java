package org.ianawatch.answer;

import java.util.Objects;
import java.util.Set;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;
import org.jspecify.annotations.Nullable;

/**
 * What some ports were, by one transport, at one snapshot.
 *
 * @param ports which
 * @param transport by which
 * @param status the strongest of the rows that speak for them
 * @param services the names of their services in order; one may be empty
 * @param block the ports of the unassigned or reserved row that holds them, or null
 * @param since the number of the snapshot since which status and services have been so
 */
public record PortState(
        Span ports, Space transport, Status status, Set<String> services, @Nullable Span block, int since) {
    /** Whether two states differ in nothing but the ports. */
    boolean isLike(PortState other) {
        return transport.equals(other.transport)
                && status == other.status
                && services.equals(other.services)
                && Objects.equals(block, other.block)
                && since == other.since;
    }

    /** The same of other ports. */
    public PortState on(Span others) {
        return new PortState(others, transport, status, services, block, since);
    }
}
