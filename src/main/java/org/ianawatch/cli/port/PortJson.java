package org.ianawatch.cli.port;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.answer.PortFacts;
import org.ianawatch.answer.PortState;
import org.ianawatch.cli.changes.LogPrinter;
import org.ianawatch.cli.listening.ListeningJson;
import org.ianawatch.ports.RangeClass;
import org.ianawatch.ports.host.Listener;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.report.EntryJson;
import org.ianawatch.store.SnapshotEntry;
import org.jspecify.annotations.Nullable;

/** Writes what is known of ports for programs; {@code docs/json.md} describes every key. */
final class PortJson {
    /** The keys of a state, and those of the snapshot that says so. */
    static final List<String> STATE_COLUMNS = List.of(
            "ports",
            "transports",
            "status",
            "services",
            "block",
            "block_size",
            "since_snapshot",
            "since",
            "snapshots",
            "snapshot",
            "observed_at");

    private PortJson() {}

    static Map<String, @Nullable Object> of(PortFacts facts, List<Listener> listeners) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("ports", facts.ports().toString());
        object.put("snapshot", facts.snapshot().number());
        object.put("observed_at", facts.snapshot().observedAt());
        object.put("classes", facts.classes().stream().map(RangeClass::title).toList());
        if (!facts.uses().isEmpty()) {
            object.put("uses", facts.uses().stream().map(UseJson::of).toList());
        }
        if (!listeners.isEmpty()) {
            object.put("listening", listeners.stream().map(ListeningJson::of).toList());
        }
        object.put("states", states(facts));
        object.put("registrations", registrations(facts.registrations()));
        object.put("below", registrations(facts.below()));
        object.put("above", registrations(facts.above()));
        object.put("changes", facts.changes().stream().map(LogPrinter::json).toList());
        return object;
    }

    /** What the ports are, a state each. */
    static List<Map<String, @Nullable Object>> states(PortFacts facts) {
        List<Map<String, @Nullable Object>> states = new ArrayList<>();
        facts.states().forEach((state, transports) -> states.add(state(facts, state, transports)));
        return states;
    }

    private static Map<String, @Nullable Object> state(PortFacts facts, PortState state, List<Space> transports) {
        Span block = state.block();
        SnapshotEntry since = facts.snapshots().find(state.since());
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("ports", state.ports().toString());
        object.put("transports", transports.stream().map(Space::name).toList());
        object.put("status", state.status().word());
        object.put("services", List.copyOf(state.services()));
        object.put("block", block == null ? null : block.toString());
        object.put("block_size", block == null ? null : block.size());
        object.put("since_snapshot", state.since());
        object.put("since", since == null ? null : since.observedAt());
        object.put("snapshots", facts.snapshot().number() - state.since() + 1);
        return object;
    }

    private static List<Map<String, String>> registrations(List<Entry> registrations) {
        return registrations.stream().map(EntryJson::of).toList();
    }
}
