package org.ianawatch.cli.listening;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.ports.host.Judgement;
import org.ianawatch.registry.Span;
import org.ianawatch.report.Json;
import org.jspecify.annotations.Nullable;

/** Writes what listens for programs; {@code docs/json.md} describes every key. */
final class ListeningJson {
    private ListeningJson() {}

    static void write(ListeningFacts facts, Appendable out) throws IOException {
        ListeningWords words = new ListeningWords(facts);
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("source", facts.source());
        object.put("snapshot", facts.snapshot().number());
        object.put("observed_at", facts.snapshot().observedAt());
        object.put("counted_since", facts.since().observedAt());
        object.put("ephemeral_ports", facts.ephemeralPorts());
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

    private static Map<String, @Nullable Object> json(Finding finding, String reason) {
        Span before = finding.blockBefore();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("judgement", finding.judgement());
        object.put("ports", finding.ports());
        object.put("transports", finding.transports());
        object.put("addresses", finding.addresses());
        object.put("processes", finding.processes());
        object.put("status", finding.status());
        object.put("services", finding.services());
        object.put("block", finding.block());
        object.put("block_before", before);
        object.put("block_before_size", before == null ? null : before.size());
        object.put("block_before_assigned", before == null ? null : finding.assignedOfBlock());
        object.put("reason", reason);
        return object;
    }
}
