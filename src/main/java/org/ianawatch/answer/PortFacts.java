package org.ianawatch.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ianawatch.ports.RangeClass;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.SiteUse;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;
import org.ianawatch.registry.Use;
import org.ianawatch.store.RecordedChange;
import org.ianawatch.store.SnapshotEntry;

/**
 * What is to be said of some ports.
 *
 * @param ports which
 * @param classes the range classes that they lie in, lowest first
 * @param states what they are, in port order; those that differ in nothing but the transport stand together
 * @param uses what this site relies on among them, by port or by a service that is on them
 * @param registrations the rows of services on them
 * @param below the rows of the nearest assigned port below
 * @param above the rows of the nearest assigned port above
 * @param changes what touched them up to the snapshot, newest first
 * @param snapshot the snapshot that says so
 * @param snapshots all snapshots
 */
public record PortFacts(
        Span ports,
        List<RangeClass> classes,
        Map<PortState, List<Space>> states,
        List<SiteUse> uses,
        List<Entry> registrations,
        List<Entry> below,
        List<Entry> above,
        List<RecordedChange> changes,
        SnapshotEntry snapshot,
        Snapshots snapshots) {
    /**
     * What a snapshot says of ports.
     *
     * @param transports the names of those by which; none means all
     */
    public static PortFacts of(Answers answers, Span ports, SnapshotEntry snapshot, List<String> transports) {
        PortHistory history = answers.ports(ports);
        List<RecordedChange> changes = new ArrayList<>(history.changes());
        changes.removeIf(recorded -> recorded.snapshot() > snapshot.number()
                || recorded.change().isCosmetic()
                || !isWanted(recorded.change().spaces(), transports));
        changes.sort(Comparator.comparing(RecordedChange::snapshot).reversed());
        List<Entry> registrations = assigned(history.registrations(snapshot.number()), transports);
        return new PortFacts(
                ports,
                classes(ports),
                states(history.states(snapshot.number()), transports),
                uses(answers.site().uses(), ports, registrations, transports),
                registrations,
                assigned(history.below(snapshot.number()), List.of()),
                assigned(history.above(snapshot.number()), List.of()),
                changes,
                snapshot,
                answers.snapshots());
    }

    private static List<RangeClass> classes(Span ports) {
        List<RangeClass> classes = new ArrayList<>(List.of(RangeClass.values()));
        classes.removeIf(rangeClass -> !rangeClass.ports().overlaps(ports));
        return classes;
    }

    private static List<SiteUse> uses(
            List<SiteUse> uses, Span ports, List<Entry> registrations, List<String> transports) {
        return uses.stream()
                .filter(siteUse -> siteUse.use().overlaps(Use.of(ports, null))
                        || registrations.stream().anyMatch(row -> isOf(siteUse.use(), row)))
                .filter(siteUse -> siteUse.use().transport() == null
                        || isWanted(List.of(siteUse.use().transport()), transports))
                .toList();
    }

    /** Whether the row has the name of the use, by a transport of it. */
    static boolean isOf(Use use, Entry row) {
        return use.isOf(row.name()) && !use.among(row.spaces()).isEmpty();
    }

    /** The states in port order, each with the transports by which it is so; no transports means all. */
    static Map<PortState, List<Space>> states(List<PortState> states, List<String> transports) {
        Map<PortState, List<Space>> byState = new TreeMap<>(Comparator.comparing(PortState::ports)
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

    private static List<Entry> assigned(List<Entry> registrations, List<String> transports) {
        return registrations.stream()
                .filter(registration -> registration.status() == Status.ASSIGNED)
                .filter(registration -> isWanted(registration.spaces(), transports))
                .toList();
    }

    /** Whether any of the transports is wanted; all are where none is named. */
    public static boolean isWanted(List<Space> found, List<String> wanted) {
        return wanted.isEmpty() || found.stream().anyMatch(transport -> wanted.contains(transport.name()));
    }
}
