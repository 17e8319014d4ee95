package org.ianawatch.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.SiteUse;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;
import org.ianawatch.registry.Use;
import org.ianawatch.store.SnapshotEntry;
import org.jspecify.annotations.Nullable;

/**
 * A use, and what the newest snapshot says of it.
 *
 * @param siteUse what this site relies on
 * @param states what it is, in port order; empty for a name that no row has, or before the first snapshot
 */
public record UseStanding(SiteUse siteUse, List<Part> states) {
    /**
     * Ports of a use that are alike.
     *
     * @param ports null for a service name without a port
     * @param transports by which, at least one
     * @param services the names on them; one may be empty
     * @param block the ports of the unassigned or reserved row that holds them, or null
     */
    public record Part(
            @Nullable Span ports, List<Space> transports, Status status, List<String> services, @Nullable Span block) {}

    /** All uses, ports in their order, then names. */
    public static List<UseStanding> all(Answers answers) {
        List<SiteUse> uses = answers.site().uses();
        Optional<SnapshotEntry> newest = answers.newest();
        if (newest.isEmpty()) {
            return uses.stream().map(use -> new UseStanding(use, List.of())).toList();
        }
        TreeSet<String> names = new TreeSet<>();
        uses.stream()
                .map(siteUse -> siteUse.use().service())
                .filter(Objects::nonNull)
                .forEach(names::add);
        List<Entry> named = names.isEmpty() ? List.of() : answers.named(names, newest.get());
        List<UseStanding> standings = new ArrayList<>();
        for (SiteUse siteUse : uses) {
            Span ports = siteUse.use().ports();
            standings.add(new UseStanding(
                    siteUse,
                    ports == null
                            ? ofName(siteUse.use(), named)
                            : ofPorts(siteUse.use(), ports, answers, newest.get())));
        }
        return standings;
    }

    /** The same with the parts of these statuses alone; one that has none of them is left out. */
    public static List<UseStanding> only(Set<Status> wanted, List<UseStanding> standings) {
        List<UseStanding> some = new ArrayList<>();
        for (UseStanding standing : standings) {
            List<Part> parts = standing.states.stream()
                    .filter(part -> wanted.contains(part.status()))
                    .toList();
            // What no row speaks of is unassigned (RFC 6335, section 6).
            boolean isUnknown = standing.states.isEmpty() && wanted.contains(Status.UNASSIGNED);
            if (isUnknown || !parts.isEmpty()) {
                some.add(new UseStanding(standing.siteUse, parts));
            }
        }
        return some;
    }

    private static List<Part> ofPorts(Use use, Span ports, Answers answers, SnapshotEntry newest) {
        Space transport = use.transport();
        List<String> wanted = transport == null ? List.of() : List.of(transport.name());
        List<Part> parts = new ArrayList<>();
        PortFacts.states(answers.ports(ports).states(newest.number()), wanted)
                .forEach((state, transports) -> parts.add(new Part(
                        state.ports(), transports, state.status(), List.copyOf(state.services()), state.block())));
        return parts;
    }

    private static List<Part> ofName(Use use, List<Entry> named) {
        Map<List<@Nullable Object>, TreeSet<Space>> byPorts = new LinkedHashMap<>();
        Map<List<@Nullable Object>, Entry> rows = new LinkedHashMap<>();
        for (Entry row : named) {
            if (PortFacts.isOf(use, row)) {
                List<@Nullable Object> key = new ArrayList<>();
                key.add(row.span());
                key.add(row.name());
                rows.putIfAbsent(key, row);
                byPorts.computeIfAbsent(key, unused -> new TreeSet<>()).addAll(use.among(row.spaces()));
            }
        }
        List<Part> parts = new ArrayList<>();
        byPorts.forEach((key, transports) -> {
            Entry row = Objects.requireNonNull(rows.get(key));
            parts.add(new Part(row.span(), List.copyOf(transports), row.status(), List.of(row.name()), null));
        });
        return parts;
    }
}
