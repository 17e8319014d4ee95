package org.ianawatch.ports.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.junit.jupiter.api.Test;

class ListenerTest {
    private static final HostProcess ONE = new HostProcess("nginx", 12);
    private static final HostProcess OTHER = new HostProcess("nginx", 7);

    @Test
    void addressesAndProcessesOfAPortAreOneListener() {
        List<Listener> listeners = Listener.of(List.of(
                socket(Space.UDP, "::", 53, null),
                socket(Space.TCP, "::", 80, ONE),
                socket(Space.TCP, "0.0.0.0", 80, OTHER),
                socket(Space.TCP, "0.0.0.0", 80, OTHER)));
        assertEquals(2, listeners.size());
        assertEquals(Set.of("0.0.0.0", "::"), listeners.get(0).addresses());
        assertEquals(List.of(OTHER, ONE), List.copyOf(listeners.get(0).processes()));
        assertEquals(List.of("nginx"), listeners.get(0).processNames());
        assertEquals(Space.UDP, listeners.get(1).transport());
    }

    @Test
    void neighboursOfTheSameProcessAreOneListener() {
        List<Listener> listeners = Listener.of(List.of(
                socket(Space.TCP, "::1", 6002, ONE),
                socket(Space.TCP, "::1", 6000, ONE),
                socket(Space.TCP, "::1", 6001, ONE),
                socket(Space.TCP, "::1", 6003, OTHER),
                socket(Space.TCP, "::1", 6005, OTHER)));
        assertEquals(
                List.of(new Span(6000, 6002), Span.of(6003), Span.of(6005)),
                listeners.stream().map(Listener::ports).toList());
    }

    @Test
    void rangesThatOverlapAreOneListener() {
        List<Listener> listeners = Listener.of(List.of(
                new ListeningSocket(Space.UDP, "", new Span(272, 279), null),
                new ListeningSocket(Space.UDP, "", new Span(275, 276), null)));
        assertEquals(
                List.of(new Span(272, 279)),
                listeners.stream().map(Listener::ports).toList());
    }

    private static ListeningSocket socket(Space transport, String address, int port, HostProcess process) {
        return new ListeningSocket(transport, address, Span.of(port), process);
    }
}
