package org.ianawatch.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.ChangeFilter;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;

/** Where the changes of one group are, and the names there. */
final class GroupWords {
    private static final int MOST_NAMES = 3;

    private GroupWords() {}

    /** {@code 6400-6410/tcp,udp}, {@code 21,143/tcp 220/udp}, {@code foo (tcp,udp, no port)}. */
    static String subject(List<Change> changes) {
        if (changes.get(0).wording() != null) {
            return changes.stream()
                    .map(change -> SubjectWords.of(change, ""))
                    .distinct()
                    .collect(Collectors.joining(", "));
        }
        List<String> subjects = new ArrayList<>();
        Map<List<Space>, List<Span>> byTransports = new LinkedHashMap<>();
        ports(changes)
                .forEach((ports, transports) -> join(
                        byTransports.computeIfAbsent(List.copyOf(transports), unused -> new ArrayList<>()), ports));
        byTransports.forEach((transports, ports) -> subjects.add(
                SubjectWords.of(ports.stream().map(Span::toString).collect(Collectors.joining(",")), transports)));
        withoutPort(changes)
                .forEach((name, transports) -> subjects.add(SubjectWords.of(null, List.copyOf(transports), name)));
        return String.join(", ", subjects);
    }

    /** The names, where they are few, and else the first ones, and how many there are beside them; safe for a terminal. */
    static String names(List<Change> changes) {
        List<String> names = changes.stream()
                .flatMap(change -> ChangeFilter.names(change).stream())
                .filter(name -> !name.isEmpty())
                .distinct()
                .map(TerminalText::safe)
                .toList();
        return names.size() <= MOST_NAMES
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST_NAMES - 1)) + " and " + (names.size() - MOST_NAMES + 1)
                        + " more";
    }

    private static Map<Span, Set<Space>> ports(List<Change> changes) {
        Map<Span, Set<Space>> ports = new TreeMap<>();
        for (Change change : changes) {
            if (change.span() != null) {
                ports.computeIfAbsent(Objects.requireNonNull(change.span()), unused -> new TreeSet<>())
                        .addAll(change.spaces());
            }
        }
        return ports;
    }

    private static Map<String, Set<Space>> withoutPort(List<Change> changes) {
        Map<String, Set<Space>> names = new TreeMap<>();
        for (Change change : changes) {
            if (change.span() == null) {
                names.computeIfAbsent(ChangeFilter.names(change).get(0), unused -> new TreeSet<>())
                        .addAll(change.spaces());
            }
        }
        return names;
    }

    /** Adds ports that begin where those before do or later; neighbours become one. */
    private static void join(List<Span> ranges, Span next) {
        Span last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
        if (last != null && last.high() + 1 == next.low()) {
            ranges.set(ranges.size() - 1, new Span(last.low(), next.high()));
        } else {
            ranges.add(next);
        }
    }
}
