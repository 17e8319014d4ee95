package org.ianawatch.cli.listening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ianawatch.answer.Answers;
import org.ianawatch.answer.NewlyAssigned;
import org.ianawatch.answer.PortHistory;
import org.ianawatch.answer.PortState;
import org.ianawatch.answer.StatesByPort;
import org.ianawatch.ports.host.Judge;
import org.ianawatch.ports.host.Judgement;
import org.ianawatch.ports.host.Listener;
import org.ianawatch.ports.host.Listing;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;
import org.ianawatch.store.SnapshotEntry;
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
        String source, SnapshotEntry snapshot, SnapshotEntry since, Span ephemeralPorts, List<Finding> findings) {
    /** How far back assignments are counted, to say how likely the next one is. */
    static final int YEARS = 5;

    static ListeningFacts of(Answers answers, SnapshotEntry snapshot, Listing listing, Span ephemeralPorts) {
        NewlyAssigned newlyAssigned = answers.newlyAssigned(snapshot, YEARS);
        Judge judge = new Judge(ephemeralPorts);
        List<Listener> listeners = Listener.of(listing.sockets());
        List<PortHistory> histories = StatesByPort.joined(
                        listeners.stream().map(Listener::ports).toList())
                .stream()
                .map(answers::ports)
                .toList();
        StatesByPort now = new StatesByPort(histories, snapshot.number());
        StatesByPort before = new StatesByPort(histories, newlyAssigned.since().number());
        List<Finding> findings = new ArrayList<>();
        for (Listener listener : listeners) {
            for (PortState state : now.of(listener.ports(), listener.transport())) {
                Span block = state.status() == Status.UNASSIGNED ? blockOf(state, before) : null;
                findings.add(new Finding(
                        judge.of(state.ports(), state.status(), state.services(), listener.processNames()),
                        state.ports(),
                        List.of(state.transport()),
                        listener.addresses(),
                        listener.processes(),
                        state.status(),
                        state.services(),
                        now.elsewhere(state.ports().low(), state.transport()),
                        state.block(),
                        block,
                        block == null ? 0 : newlyAssigned.among(block)));
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

    private static @Nullable Span blockOf(PortState state, StatesByPort before) {
        PortState old = before.at(state.ports().low(), state.transport());
        return old == null || old.status() != Status.UNASSIGNED ? null : old.block();
    }
}
