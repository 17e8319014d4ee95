package org.ianawatch.ports.host;

import java.util.Collection;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;

/** Judges listeners; reads its table of processes once. */
public final class Judge {
    private final Resemblance resemblance = new Resemblance();
    private final Span ephemeralPorts;

    /**
     * A judge.
     *
     * @param ephemeralPorts those that the machine gives to sockets that ask for none
     */
    public Judge(Span ephemeralPorts) {
        this.ephemeralPorts = ephemeralPorts;
    }

    /**
     * Judges one listener.
     *
     * @param ports of one status, and the same services
     * @param processes the names of those that are known
     */
    public Judgement of(Span ports, Status status, Collection<String> services, Collection<String> processes) {
        boolean assigned = status == Status.ASSIGNED;
        if (assigned && processes.stream().anyMatch(process -> resemblance.isAny(process, services))) {
            return Judgement.MATCHES;
        }
        if (isWithin(ports, PortRegistry.DYNAMIC_PORTS.codes()) || isWithin(ports, ephemeralPorts)) {
            return Judgement.DYNAMIC;
        }
        if (!assigned) {
            return status == Status.RESERVED ? Judgement.RESERVED : Judgement.SQUATS;
        }
        return processes.isEmpty() || processes.stream().anyMatch(resemblance::isRuntime)
                ? Judgement.ASSIGNED
                : Judgement.DIFFERS;
    }

    private static boolean isWithin(Span ports, Span outer) {
        return outer.contains(ports.low()) && outer.contains(ports.high());
    }
}
