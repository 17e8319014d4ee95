package org.ianawatch.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ianawatch.registry.PortRange;
import org.ianawatch.registry.RangeClass;
import org.ianawatch.registry.Registration;
import org.ianawatch.registry.Status;
import org.ianawatch.registry.Transport;
import org.ianawatch.store.PortHistory;
import org.ianawatch.store.PortState;
import org.ianawatch.store.RecordedChange;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.Store;

/**
 * What is to be said of some ports.
 *
 * @param ports which
 * @param classes the range classes that they lie in, lowest first
 * @param states what they are, in port order; those that differ in nothing but the transport stand together
 * @param registrations the rows of services on them
 * @param below the rows of the nearest assigned port below
 * @param above the rows of the nearest assigned port above
 * @param changes what touched them up to the snapshot, newest first
 * @param snapshot the snapshot that says so
 * @param snapshots all snapshots by number
 */
record PortFacts(
        PortRange ports,
        List<RangeClass> classes,
        Map<PortState, List<Transport>> states,
        List<Registration> registrations,
        List<Registration> below,
        List<Registration> above,
        List<RecordedChange> changes,
        SnapshotEntry snapshot,
        Map<Integer, SnapshotEntry> snapshots) {
    static PortFacts of(Store store, PortRange ports, SnapshotEntry snapshot, List<String> transports) {
        PortHistory history = store.ports(ports);
        Map<Integer, SnapshotEntry> snapshots = SnapshotEntry.byNumber(store.snapshots());
        List<RecordedChange> changes = new ArrayList<>(history.changes());
        changes.removeIf(recorded -> recorded.snapshot() > snapshot.number()
                || recorded.change().isCosmetic()
                || !isWanted(recorded.change().transports(), transports));
        Collections.reverse(changes);
        return new PortFacts(
                ports,
                classes(ports),
                states(history.states(snapshot.number()), transports),
                assigned(history.registrations(snapshot.number()), transports),
                assigned(history.below(snapshot.number()), List.of()),
                assigned(history.above(snapshot.number()), List.of()),
                changes,
                snapshot,
                snapshots);
    }

    private static List<RangeClass> classes(PortRange ports) {
        List<RangeClass> classes = new ArrayList<>(List.of(RangeClass.values()));
        classes.removeIf(rangeClass -> !rangeClass.ports().overlaps(ports));
        return classes;
    }

    private static Map<PortState, List<Transport>> states(List<PortState> states, List<String> transports) {
        Map<PortState, List<Transport>> byState = new TreeMap<>(Comparator.comparing(PortState::ports)
                .thenComparing(PortState::status, Comparator.reverseOrder())
                .thenComparing(state -> String.join(" ", state.services()))
                .thenComparing(state -> String.valueOf(state.block()))
                .thenComparing(PortState::since));
        for (PortState state : states) {
            if (isWanted(List.of(state.transport()), transports)) {
                byState.computeIfAbsent(state, unused -> new ArrayList<>()).add(state.transport());
            }
        }
        return byState;
    }

    private static List<Registration> assigned(List<Registration> registrations, List<String> transports) {
        return registrations.stream()
                .filter(registration -> registration.status() == Status.ASSIGNED)
                .filter(registration -> isWanted(registration.transports(), transports))
                .toList();
    }

    /** Whether any of the transports is wanted; all are where none is named. */
    static boolean isWanted(List<Transport> found, List<String> wanted) {
        return wanted.isEmpty() || found.stream().anyMatch(transport -> wanted.contains(transport.name()));
    }
}
