package org.ianawatch.alert;

import static org.ianawatch.made.Rows.row;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.ChangeFilter;
import org.ianawatch.diff.FieldChange;
import org.ianawatch.diff.Kind;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;
import org.ianawatch.report.Sentence;

/** Observations written by hand. */
public final class Observations {
    public static final Instant SUNDAY = Instant.parse("2026-11-08T06:00:00Z");
    private static final List<Space> TCP = List.of(Space.TCP);

    private Observations() {}

    public static Change assigned(int port, String service) {
        return new Change.Assigned(
                Span.of(port), TCP, service, Status.UNASSIGNED, null, row(service, "" + port, "tcp", "A service"));
    }

    public static Change reserved(int port) {
        return new Change.Reclassified(Span.of(port), List.of(Space.UDP), Status.RESERVED, Status.UNASSIGNED);
    }

    public static Change amended(int port, String before, String after) {
        return new Change.Amended(
                Span.of(port), TCP, "bar", List.of(new FieldChange(PortRegistry.DESCRIPTION, before, after)));
    }

    /** Each number has its own content. */
    public static Observation of(int snapshot, Instant observedAt, Change... changes) {
        return Observation.of(
                snapshot, String.format("%064x", snapshot), observedAt, List.of(changes), List.of(), change -> null);
    }

    public static Rule rule(DigestPeriod digest, Kind... kinds) {
        ChangeFilter change = new ChangeFilter(List.of(), Set.of(kinds), List.of());
        RuleFilter filter = new RuleFilter(change, Set.of(), List.of(), List.of(), Set.of(), null, false);
        return new Rule("lab", filter, false, List.of("ops"), digest);
    }

    public static List<String> sentences(List<Message> messages) {
        List<String> sentences = new ArrayList<>();
        messages.forEach(message -> message.items()
                .forEach(item -> sentences.add(Sentence.of(item.change()).text())));
        return sentences;
    }
}
