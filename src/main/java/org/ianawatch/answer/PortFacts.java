package org.ianawatch.answer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ianawatch.registry.CodeRange;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.SiteUse;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;
import org.ianawatch.registry.Use;
import org.ianawatch.store.RecordedChange;
import org.ianawatch.store.SnapshotEntry;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of some ports; its JSON is described in {@code docs/json.md}.
 *
 * @param snapshot the number of the snapshot that says so
 * @param observedAt when that was observed
 * @param classes the range classes that they lie in, lowest first
 * @param uses what this site relies on among them, by port or by a service that is on them; absent where it uses none
 * @param listening what listens on them here, in records of whoever looked; absent where nothing does, or that is not known
 * @param states what they are, in port order; those that differ in nothing but the transport stand together
 * @param registrations the rows of services on them
 * @param below the rows of the nearest assigned port below
 * @param above the rows of the nearest assigned port above
 * @param changes what touched them up to the snapshot, newest first
 */
public record PortFacts(
        Span ports,
        int snapshot,
        Instant observedAt,
        List<CodeRange> classes,
        Optional<List<SiteUse>> uses,
        Optional<List<?>> listening,
        List<State> states,
        List<Entry> registrations,
        List<Entry> below,
        List<Entry> above,
        List<RecordedChange> changes) {
    /**
     * Ports that are alike; see {@link PortState}.
     *
     * @param blockSize how many ports the block has, or null where there is none
     * @param sinceSnapshot the number of the first snapshot of which this has been true without a break
     * @param since when that was observed
     * @param snapshots how many those are
     */
    public record State(
            Span ports,
            List<Space> transports,
            Status status,
            Set<String> services,
            @Nullable Span block,
            @Nullable Integer blockSize,
            int sinceSnapshot,
            Instant since,
            int snapshots) {}

    /**
     * What a snapshot says of ports.
     *
     * @param transports the names of those by which; none means all
     * @param listening what listens on them
     */
    public static PortFacts of(
            Answers answers, Span ports, SnapshotEntry entry, List<String> transports, List<?> listening) {
        int snapshot = entry.number();
        PortHistory history = answers.ports(ports);
        List<RecordedChange> changes = new ArrayList<>(history.changes());
        changes.removeIf(recorded -> recorded.snapshot() > snapshot
                || recorded.change().isCosmetic()
                || !isWanted(recorded.change().spaces(), transports));
        changes.sort(Comparator.comparing(RecordedChange::snapshot).reversed());
        List<Entry> registrations = assigned(history.registrations(snapshot), transports);
        List<State> states = new ArrayList<>();
        states(history.states(snapshot), transports)
                .forEach((state, by) -> states.add(state(state, by, snapshot, answers)));
        return new PortFacts(
                ports,
                snapshot,
                entry.observedAt(),
                classes(answers, ports),
                some(uses(answers.site().uses(), ports, registrations, transports)),
                some(listening),
                states,
                registrations,
                assigned(history.below(snapshot), List.of()),
                assigned(history.above(snapshot), List.of()),
                changes);
    }

    private static State state(PortState state, List<Space> transports, int snapshot, Answers answers) {
        Span block = state.block();
        return new State(
                state.ports(),
                transports,
                state.status(),
                state.services(),
                block,
                block == null ? null : block.size(),
                state.since(),
                answers.snapshots().observedAt(state.since()),
                snapshot - state.since() + 1);
    }

    private static <L extends List<?>> Optional<L> some(L list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list);
    }

    private static List<CodeRange> classes(Answers answers, Span ports) {
        return answers.registry().ranges().stream()
                .filter(range -> range.codes().overlaps(ports))
                .toList();
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
