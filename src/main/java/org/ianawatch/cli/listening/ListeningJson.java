package org.ianawatch.cli.listening;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ianawatch.cli.console.TableCsv;
import org.ianawatch.ports.host.HostProcess;
import org.ianawatch.ports.host.Judgement;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;
import org.ianawatch.report.Members;
import org.ianawatch.report.TerminalText;
import org.jspecify.annotations.Nullable;

/** What listens, for programs and spreadsheets; {@code docs/json.md} and {@code docs/csv.md} describe every key. */
record ListeningJson(
        String source,
        int snapshot,
        Instant observedAt,
        Instant countedSince,
        Span ephemeralPorts,
        Map<Judgement, Long> counts,
        List<Judged> listeners) {
    private record Judged(
            Judgement judgement,
            Span ports,
            List<Space> transports,
            Set<String> addresses,
            Set<HostProcess> processes,
            Status status,
            Set<String> services,
            @Nullable Span block,
            @Nullable Span blockBefore,
            @Nullable Integer blockBeforeSize,
            @Nullable Integer blockBeforeAssigned,
            String reason) {
        static Judged of(Finding finding, String reason) {
            Span before = finding.blockBefore();
            return new Judged(
                    finding.judgement(),
                    finding.ports(),
                    finding.transports(),
                    finding.addresses(),
                    finding.processes(),
                    finding.status(),
                    finding.services(),
                    finding.block(),
                    before,
                    before == null ? null : before.size(),
                    before == null ? null : finding.assignedOfBlock(),
                    reason);
        }
    }

    static ListeningJson of(ListeningFacts facts) {
        ListeningWords words = new ListeningWords(facts);
        Map<Judgement, Long> counts = new EnumMap<>(Judgement.class);
        for (Judgement judgement : Judgement.values()) {
            counts.put(judgement, facts.count(judgement));
        }
        return new ListeningJson(
                facts.source(),
                facts.snapshot().number(),
                facts.snapshot().observedAt(),
                facts.since().observedAt(),
                facts.ephemeralPorts(),
                counts,
                facts.findings().stream()
                        .map(finding -> Judged.of(finding, words.reason(finding)))
                        .toList());
    }

    /** A line for each listener. */
    void writeCsv(Appendable out) throws IOException {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Judged listener : listeners) {
            Map<String, @Nullable Object> row = Members.of(listener);
            row.put(
                    "processes",
                    listener.processes().stream()
                            .map(process -> TerminalText.safe(process.toString()))
                            .toList());
            rows.add(row);
        }
        TableCsv.write(Members.keys(Judged.class), rows, out);
    }
}
