package org.ianawatch.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.ianawatch.registry.PortRange;
import org.ianawatch.registry.Transport;
import org.junit.jupiter.api.Test;

class ListenerTest {
    private static final HostProcess ONE = new HostProcess("nginx", 12);
    private static final HostProcess OTHER = new HostProcess("nginx", 7);

    @Test
    void addressesAndProcessesOfAPortAreOneListener() {
        List<Listener> listeners = Listener.of(List.of(
                socket(Transport.UDP, "::", 53, null),
                socket(Transport.TCP, "::", 80, ONE),
                socket(Transport.TCP, "0.0.0.0", 80, OTHER),
                socket(Transport.TCP, "0.0.0.0", 80, OTHER)));
        assertEquals(2, listeners.size());
        assertEquals(Set.of("0.0.0.0", "::"), listeners.get(0).addresses());
        assertEquals(List.of(OTHER, ONE), List.copyOf(listeners.get(0).processes()));
        assertEquals(List.of("nginx"), listeners.get(0).processNames());
        assertEquals(Transport.UDP, listeners.get(1).transport());
    }

    @Test
    void neighboursOfTheSameProcessAreOneListener() {
        List<Listener> listeners = Listener.of(List.of(
                socket(Transport.TCP, "::1", 6002, ONE),
                socket(Transport.TCP, "::1", 6000, ONE),
                socket(Transport.TCP, "::1", 6001, ONE),
                socket(Transport.TCP, "::1", 6003, OTHER),
                socket(Transport.TCP, "::1", 6005, OTHER)));
        assertEquals(
                List.of(new PortRange(6000, 6002), PortRange.of(6003), PortRange.of(6005)),
                listeners.stream().map(Listener::ports).toList());
    }

    @Test
    void rangesThatOverlapAreOneListener() {
        List<Listener> listeners = Listener.of(List.of(
                new ListeningSocket(Transport.UDP, "", new PortRange(272, 279), null),
                new ListeningSocket(Transport.UDP, "", new PortRange(275, 276), null)));
        assertEquals(
                List.of(new PortRange(272, 279)),
                listeners.stream().map(Listener::ports).toList());
    }

    private static ListeningSocket socket(Transport transport, String address, int port, HostProcess process) {
        return new ListeningSocket(transport, address, PortRange.of(port), process);
    }
}
