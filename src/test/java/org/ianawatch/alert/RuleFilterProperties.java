package org.ianawatch.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.ChangeFilter;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.diff.Differ;
import org.ianawatch.diff.Glob;
import org.ianawatch.diff.Kind;
import org.ianawatch.made.Registries;
import org.ianawatch.made.Rows;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.CodeRange;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;

/** A rule picks what someone picks who looks at every port, name and row, one by one. */
class RuleFilterProperties {
    /** What is wanted, in words that need no parsing. An empty text or name restricts nothing. */
    record Wanted(
            List<Span> ports,
            Set<Kind> kinds,
            String service,
            Set<Space> transports,
            String assigneeStart,
            String text,
            Set<CodeRange> rangeClasses,
            int silent,
            boolean uses) {
        RuleFilter filter() {
            return new RuleFilter(
                    new ChangeFilter(ports, kinds, service.isEmpty() ? List.of() : List.of(new Glob(service))),
                    transports,
                    assigneeStart.isEmpty() ? List.of() : List.of(new Glob(assigneeStart + "*")),
                    text.isEmpty() ? List.of() : List.of(text),
                    rangeClasses.stream().map(CodeRange::codes).collect(Collectors.toSet()),
                    silent == 0 ? null : Boolean.valueOf(silent > 0),
                    uses);
        }
    }

    @Property(tries = 1000)
    void aRuleTakesWhatBruteForceTakes(@ForAll("pairs") List<List<Entry>> pair, @ForAll("wishes") Wanted wanted) {
        List<Entry> before = assigned(pair.get(0));
        List<Entry> after = assigned(pair.get(pair.size() - 1));
        ChangeSet changes = Differ.diff(Rows.snapshot(before), Rows.snapshot(after));
        List<Entry> rows = Stream.concat(changes.removedRows().stream(), changes.addedRows().stream())
                .toList();
        Observation observation = Observation.of(
                2, "0".repeat(64), Instant.EPOCH, changes.changes(), rows, RuleFilterProperties::meaning);

        List<Change> taken = observation.changes().stream()
                .filter(wanted.filter())
                .map(ObservedChange::change)
                .toList();

        List<Change> expected = changes.changes().stream()
                .filter(change -> isWanted(change, wanted, before, after))
                .toList();
        assertEquals(expected, taken);
        Statistics.label("taken").collect(!taken.isEmpty()).coverage(coverage -> coverage.check(true)
                .percentage(part -> part > 5));
    }

    /** A site that uses port 3, and the name a. */
    private static String meaning(Change change) {
        Span ports = change.span();
        return ChangeFilter.names(change).contains("a") || (ports != null && ports.contains(3)) ? "used" : null;
    }

    private static boolean isWanted(Change change, Wanted wanted, List<Entry> before, List<Entry> after) {
        List<Entry> rows = rows(change, before, after);
        List<Integer> ports = new ArrayList<>();
        IntStream.rangeClosed(0, Registries.HIGHEST_PORT)
                .filter(port -> change.span() != null && change.span().contains(port))
                .forEach(ports::add);
        boolean silent = change instanceof Change.Amended amended
                && amended.fields().stream()
                        .noneMatch(field -> field.column().title().equals("Modification Date"));
        return (wanted.ports().isEmpty()
                        || ports.stream().anyMatch(port -> wanted.ports().stream()
                                .anyMatch(range -> range.low() <= port && port <= range.high())))
                && (wanted.rangeClasses().isEmpty()
                        || (wanted.rangeClasses().contains(PortRegistry.SYSTEM_PORTS) && !ports.isEmpty()))
                && (wanted.kinds().isEmpty() || wanted.kinds().stream().anyMatch(kind -> kind == change.kind()))
                && (wanted.service().isEmpty() || ChangeFilter.names(change).contains(wanted.service()))
                && (wanted.transports().isEmpty()
                        || wanted.transports().stream()
                                .anyMatch(transport -> change.spaces().contains(transport)))
                && (wanted.silent() == 0 || silent == wanted.silent() > 0)
                && (!wanted.uses() || meaning(change) != null)
                && (wanted.assigneeStart().isEmpty()
                        || rows.stream().anyMatch(row -> row.value(PortRegistry.ASSIGNEE)
                                .startsWith(wanted.assigneeStart())))
                && (wanted.text().isEmpty()
                        || rows.stream().anyMatch(row -> String.join("\n", row.values())
                                .toLowerCase(Locale.ROOT)
                                .contains(wanted.text())));
    }

    /** The rows of only one side that have a name of the change, and share a port and a transport with it. */
    private static List<Entry> rows(Change change, List<Entry> before, List<Entry> after) {
        List<Entry> gone = new ArrayList<>(before);
        after.forEach(gone::remove);
        List<Entry> come = new ArrayList<>(after);
        before.forEach(come::remove);
        gone.addAll(come);
        List<String> names = ChangeFilter.names(change);
        gone.removeIf(row -> !(names.isEmpty() ? row.name().isEmpty() : names.contains(row.name())));
        gone.removeIf(row -> row.spaces().stream().noneMatch(change.spaces()::contains));
        gone.removeIf(row -> (change.span() == null || row.span() == null)
                ? !Objects.equals(change.span(), row.span())
                : IntStream.rangeClosed(0, Registries.HIGHEST_PORT)
                        .noneMatch(port ->
                                change.span().contains(port) && row.span().contains(port)));
        return gone;
    }

    /** Rows of two assignees. */
    private static List<Entry> assigned(List<Entry> rows) {
        return rows.stream()
                .map(row -> Rows.with(
                        row,
                        PortRegistry.ASSIGNEE,
                        row.value(PortRegistry.DESCRIPTION).length() % 2 == 0 ? "[One]" : "[Two]"))
                .toList();
    }

    @Provide
    Arbitrary<List<List<Entry>>> pairs() {
        return Registries.pairs();
    }

    @Provide
    Arbitrary<Wanted> wishes() {
        Arbitrary<List<Span>> ports = Arbitraries.of(
                List.of(), List.of(), List.of(), List.of(new Span(2, 5)), List.of(Span.of(0), new Span(8, 15)));
        Arbitrary<Set<Kind>> kinds = Arbitraries.of(Kind.class).set().ofMaxSize(4);
        Arbitrary<Set<CodeRange>> classes = Arbitraries.of(
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(PortRegistry.SYSTEM_PORTS),
                Set.of(PortRegistry.USER_PORTS, PortRegistry.DYNAMIC_PORTS));
        Arbitrary<Set<Space>> transports =
                Arbitraries.of(Set.of(), Set.of(), Set.of(Space.TCP), Set.of(Space.UDP, Space.SCTP));
        return Combinators.combine(
                        ports,
                        kinds,
                        Arbitraries.of("", "", "", "", "", "a", "b"),
                        transports,
                        Arbitraries.of("", "", "", "", "[One", "[Two"),
                        Arbitraries.of("", "", "", "", "", "reserved", "2019-01-01", "b"),
                        classes,
                        Arbitraries.of(0, 0, 0, 0, 0, 1, -1))
                .flatAs((p, k, s, t, a, x, c, silent) -> Arbitraries.of(false, false, false, false, true)
                        .map(uses -> new Wanted(p, k, s, t, a, x, c, silent, uses)));
    }
}
