package org.ianawatch.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ianawatch.host.Judge;
import org.ianawatch.host.Judgement;
import org.ianawatch.host.Listener;
import org.ianawatch.host.Listing;
import org.ianawatch.registry.PortRange;
import org.ianawatch.registry.Status;
import org.ianawatch.store.NewlyAssigned;
import org.ianawatch.store.PortHistory;
import org.ianawatch.store.PortState;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of the listening sockets of a machine.
 *
 * @param source where they were read
 * @param snapshot the snapshot that says what their ports are
 * @param since the snapshot from which assignments are counted
 * @param ephemeralPorts those that the machine gives to sockets that ask for none
 * @param findings what matters most first, then in port order
 */
record ListeningFacts(
        String source, SnapshotEntry snapshot, SnapshotEntry since, PortRange ephemeralPorts, List<Finding> findings) {
    /** How far back assignments are counted, to say how likely the next one is. */
    static final int YEARS = 5;

    static ListeningFacts of(Store store, SnapshotEntry snapshot, Listing listing, PortRange ephemeralPorts) {
        NewlyAssigned newlyAssigned = store.newlyAssigned(snapshot, YEARS);
        Judge judge = new Judge(ephemeralPorts);
        Map<PortRange, PortHistory> histories = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Listener listener : Listener.of(listing.sockets())) {
            PortHistory history = histories.computeIfAbsent(listener.ports(), store::ports);
            List<PortState> states = history.states(snapshot.number());
            List<PortState> before = history.states(newlyAssigned.since().number());
            for (PortState state : states) {
                if (state.transport().equals(listener.transport())) {
                    PortRange block = state.status() == Status.UNASSIGNED ? blockOf(state, before) : null;
                    findings.add(new Finding(
                            judge.of(state.ports(), state.status(), state.services(), listener.processNames()),
                            state.ports(),
                            List.of(state.transport()),
                            listener.addresses(),
                            listener.processes(),
                            state.status(),
                            state.services(),
                            elsewhere(state, states),
                            state.block(),
                            block,
                            block == null ? 0 : newlyAssigned.among(block)));
                }
            }
        }
        List<Finding> folded = new ArrayList<>(Finding.folded(findings));
        folded.sort(Comparator.comparing(Finding::judgement).thenComparing(Finding::ports));
        return new ListeningFacts(listing.source(), snapshot, newlyAssigned.since(), ephemeralPorts, folded);
    }

    /** How many findings there are of a judgement. */
    long count(Judgement judgement) {
        return findings.stream()
                .filter(finding -> finding.judgement() == judgement)
                .count();
    }

    private static @Nullable PortRange blockOf(PortState state, List<PortState> before) {
        return before.stream()
                .filter(old -> isOfSamePort(old, state) && old.transport().equals(state.transport()))
                .filter(old -> old.status() == Status.UNASSIGNED)
                .flatMap(old -> Stream.ofNullable(old.block()))
                .findFirst()
                .orElse(null);
    }

    private static Set<String> elsewhere(PortState state, List<PortState> states) {
        Set<String> services = new TreeSet<>();
        states.stream()
                .filter(other ->
                        isOfSamePort(other, state) && !other.transport().equals(state.transport()))
                .forEach(other -> services.addAll(other.services()));
        return services;
    }

    private static boolean isOfSamePort(PortState one, PortState other) {
        return one.ports().contains(other.ports().low());
    }
}
