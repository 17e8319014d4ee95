package org.ianawatch.ports.host;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;

/**
 * A port on which something listens, whatever the addresses and the number of processes.
 *
 * @param ports one port, or neighbouring ones of which all else is the same
 * @param transport by which
 * @param addresses without brackets, sorted; empty where they are unknown
 * @param processes by name, sorted; empty where they are unknown
 */
public record Listener(Span ports, Space transport, SortedSet<String> addresses, SortedSet<HostProcess> processes) {
    /** Folds sockets into listeners, by transport and then in port order. */
    public static List<Listener> of(List<ListeningSocket> sockets) {
        NavigableMap<Space, NavigableMap<Span, Listener>> byPorts = new TreeMap<>();
        for (ListeningSocket socket : sockets) {
            Listener listener = byPorts.computeIfAbsent(socket.transport(), unused -> new TreeMap<>())
                    .computeIfAbsent(
                            socket.ports(),
                            ports -> new Listener(ports, socket.transport(), new TreeSet<>(), new TreeSet<>()));
            if (!socket.address().isEmpty()) {
                listener.addresses.add(socket.address());
            }
            HostProcess process = socket.process();
            if (process != null) {
                listener.processes.add(process);
            }
        }
        List<Listener> listeners = new ArrayList<>();
        for (Map<Span, Listener> ofTransport : byPorts.values()) {
            ofTransport.values().forEach(listener -> add(listener, listeners));
        }
        return listeners;
    }

    /** In a few words: {@code 278/udp telemetryd[812] at 127.0.0.1}. */
    @Override
    public String toString() {
        return ports + "/" + transport
                + (processes.isEmpty() ? " by a process that cannot be seen" : " " + joined(processes))
                + (addresses.isEmpty() ? "" : " at " + joined(addresses));
    }

    private static String joined(Collection<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    /** The names of the processes in order, each once, those without one left out. */
    public List<String> processNames() {
        return processes.stream()
                .map(HostProcess::shownName)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static void add(Listener listener, List<Listener> listeners) {
        Listener last = listeners.isEmpty() ? null : listeners.get(listeners.size() - 1);
        if (last != null && last.goesOnWith(listener)) {
            int high = Math.max(last.ports.high(), listener.ports.high());
            listeners.set(listeners.size() - 1, last.on(new Span(last.ports.low(), high)));
        } else {
            listeners.add(listener.on(listener.ports));
        }
    }

    /** The same on other ports, unmodifiable. */
    private Listener on(Span other) {
        return new Listener(
                other,
                transport,
                Collections.unmodifiableSortedSet(addresses),
                Collections.unmodifiableSortedSet(processes));
    }

    private boolean goesOnWith(Listener next) {
        return transport.equals(next.transport)
                && next.ports.low() <= ports.high() + 1
                && addresses.equals(next.addresses)
                && processes.equals(next.processes);
    }
}
