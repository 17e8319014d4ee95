package org.ianawatch.cli.listening;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.ports.host.HostProcess;
import org.ianawatch.ports.host.Judgement;
import org.ianawatch.ports.host.Listener;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.report.Json;
import org.jspecify.annotations.Nullable;

/** Writes what listens for programs; {@code docs/json.md} describes every key. */
public final class ListeningJson {
    private ListeningJson() {}

    static void write(ListeningFacts facts, Appendable out) throws IOException {
        ListeningWords words = new ListeningWords(facts);
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("source", facts.source());
        object.put("snapshot", facts.snapshot().number());
        object.put("observed_at", facts.snapshot().observedAt());
        object.put("counted_since", facts.since().observedAt());
        object.put("ephemeral_ports", facts.ephemeralPorts().toString());
        Map<String, @Nullable Object> counts = new LinkedHashMap<>();
        for (Judgement judgement : Judgement.values()) {
            counts.put(judgement.word(), facts.count(judgement));
        }
        object.put("counts", counts);
        List<Object> listeners = new ArrayList<>();
        facts.findings().forEach(finding -> listeners.add(json(finding, words.reason(finding))));
        object.put("listeners", listeners);
        Json.write(object, out);
    }

    /** A listener alone, without what is thought of it. */
    public static Map<String, @Nullable Object> of(Listener listener) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("ports", listener.ports().toString());
        object.put("transport", listener.transport().name());
        object.put("addresses", List.copyOf(listener.addresses()));
        object.put(
                "processes",
                listener.processes().stream().map(ListeningJson::json).toList());
        return object;
    }

    private static Map<String, @Nullable Object> json(Finding finding, String reason) {
        Span block = finding.block();
        Span before = finding.blockBefore();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("judgement", finding.judgement().word());
        object.put("ports", finding.ports().toString());
        object.put("transports", finding.transports().stream().map(Space::name).toList());
        object.put("addresses", List.copyOf(finding.addresses()));
        object.put(
                "processes",
                finding.processes().stream().map(ListeningJson::json).toList());
        object.put("status", finding.status().word());
        object.put("services", List.copyOf(finding.services()));
        object.put("block", block == null ? null : block.toString());
        object.put("block_before", before == null ? null : before.toString());
        object.put("block_before_size", before == null ? null : before.size());
        object.put("block_before_assigned", before == null ? null : finding.assignedOfBlock());
        object.put("reason", reason);
        return object;
    }

    private static Map<String, @Nullable Object> json(HostProcess process) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("name", process.name().isEmpty() ? null : process.name());
        object.put("id", process.id());
        return object;
    }
}
