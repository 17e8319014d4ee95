package org.ianawatch.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.jspecify.annotations.Nullable;

/** What ports were at a snapshot, for who asks for one after the other. */
public final class StatesByPort {
    /** Ports that are no farther from each other are read together: a few rows too many take less than another query. */
    private static final int NEAR = 16;

    private final Map<Space, NavigableMap<Integer, PortState>> states = new TreeMap<>();

    /** Of histories that have no port in common. */
    public StatesByPort(Collection<PortHistory> histories, int snapshot) {
        for (PortHistory history : histories) {
            for (PortState state : history.states(snapshot)) {
                states.computeIfAbsent(state.transport(), unused -> new TreeMap<>())
                        .put(state.ports().low(), state);
            }
        }
    }

    /** Ranges that have no port in common, and hold all the given ones: as few as can be read at once. */
    public static List<Span> joined(Collection<Span> ranges) {
        List<Span> joined = new ArrayList<>();
        for (Span range : new TreeSet<>(ranges)) {
            Span last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && range.low() - last.high() <= NEAR) {
                joined.set(joined.size() - 1, new Span(last.low(), Math.max(last.high(), range.high())));
            } else {
                joined.add(range);
            }
        }
        return joined;
    }

    /** The states of some ports by a transport, in port order, cut at the ends of the ports. */
    public List<PortState> of(Span ports, Space transport) {
        List<PortState> found = new ArrayList<>();
        NavigableMap<Integer, PortState> known = states.getOrDefault(transport, new TreeMap<>());
        Integer first = known.floorKey(ports.low());
        for (PortState state : known.subMap(first == null ? ports.low() : first, ports.high() + 1)
                .values()) {
            if (state.ports().overlaps(ports)) {
                int low = Math.max(state.ports().low(), ports.low());
                int high = Math.min(state.ports().high(), ports.high());
                found.add(state.on(new Span(low, high)));
            }
        }
        return found;
    }

    /** The state of a port by a transport, or null where it was not read. */
    public @Nullable PortState at(int port, Space transport) {
        Map.Entry<Integer, PortState> nearest =
                states.getOrDefault(transport, new TreeMap<>()).floorEntry(port);
        return nearest != null && nearest.getValue().ports().contains(port) ? nearest.getValue() : null;
    }

    /** The names of the services that have a port by other transports. */
    public Set<String> elsewhere(int port, Space transport) {
        Set<String> services = new TreeSet<>();
        for (Space other : states.keySet()) {
            PortState state = other.equals(transport) ? null : at(port, other);
            if (state != null) {
                services.addAll(state.services());
            }
        }
        return services;
    }
}
