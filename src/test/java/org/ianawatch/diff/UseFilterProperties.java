package org.ianawatch.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.ianawatch.made.Cells;
import org.ianawatch.made.Registries;
import org.ianawatch.made.Rows;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Use;

/** A use is touched if and only if something is said otherwise of it, port by port and transport by transport. */
class UseFilterProperties {
    @Property(tries = 1000)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void portsAreTouchedWhenOneOfTheirCellsChanges(@ForAll("pairs") List<List<Entry>> pair, @ForAll("ports") Use use) {
        List<Entry> before = pair.get(0);
        List<Entry> after = pair.get(pair.size() - 1);
        boolean touched = isTouched(use, before, after, change -> change.kind() != Kind.AMENDED);
        assertEquals(!states(use, before, after).equals(states(use, after, before)), touched);
        collect(touched);
    }

    @Property(tries = 1000)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void aNameIsTouchedWhenItComesToAPortOrLeavesOne(
            @ForAll("pairs") List<List<Entry>> pair, @ForAll("names") Use use) {
        List<Entry> before = pair.get(0);
        List<Entry> after = pair.get(pair.size() - 1);
        boolean touched =
                isTouched(use, before, after, change -> change.kind() != Kind.AMENDED && change.span() != null);
        assertEquals(!places(use, before, after).equals(places(use, after, before)), touched);
        collect(touched);
    }

    @Property(tries = 1000)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void amendmentsTouchTheCellsOfTheirRow(@ForAll("pairs") List<List<Entry>> pair, @ForAll("ports") Use use) {
        List<Change> changes = diff(pair.get(0), pair.get(pair.size() - 1)).stream()
                .filter(change -> change.kind() == Kind.AMENDED && change.span() != null)
                .toList();
        for (Change change : changes) {
            Set<String> common = new TreeSet<>();
            for (Space transport : change.spaces()) {
                for (int port = 0; port <= Registries.HIGHEST_PORT; port++) {
                    if (isWithin(change.span(), port) && isWithin(use.ports(), port)) {
                        common.add(port + "/" + transport);
                    }
                }
            }
            Space own = use.transport();
            common.removeIf(cell -> own != null && !cell.endsWith("/" + own));
            assertEquals(!common.isEmpty(), new UseFilter(use).test(change), use + " and " + change);
        }
    }

    private static boolean isWithin(Span range, int port) {
        return range.low() <= port && port <= range.high();
    }

    private static boolean isTouched(Use use, List<Entry> before, List<Entry> after, Predicate<Change> considered) {
        return diff(before, after).stream().filter(considered).anyMatch(new UseFilter(use));
    }

    private static List<Change> diff(List<Entry> before, List<Entry> after) {
        return Differ.diff(Rows.snapshot(before), Rows.snapshot(after)).changes();
    }

    private static void collect(boolean touched) {
        Statistics.collect(touched);
        Statistics.coverage(coverage -> {
            coverage.check(true).percentage(part -> part > 5);
            coverage.check(false).percentage(part -> part > 5);
        });
    }

    /** What the rows say of each cell of the use; the others say which transports there are besides. */
    private static List<String> states(Use use, List<Entry> rows, List<Entry> others) {
        List<String> states = new ArrayList<>();
        for (String transport : transports(use, rows, others)) {
            for (int port = use.ports().low(); port <= use.ports().high(); port++) {
                Cells cell = Cells.of(rows, port, transport);
                states.add(port + "/" + transport + " " + cell.status() + " " + cell.services());
            }
        }
        return states;
    }

    /** The cells on which the name of the use is. */
    private static List<String> places(Use use, List<Entry> rows, List<Entry> others) {
        List<String> places = new ArrayList<>();
        for (String transport : transports(use, rows, others)) {
            for (int port = 0; port <= Registries.HIGHEST_PORT; port++) {
                if (Cells.of(rows, port, transport).services().contains(use.service())) {
                    places.add(port + "/" + transport);
                }
            }
        }
        return places;
    }

    private static List<String> transports(Use use, List<Entry> rows, List<Entry> others) {
        return Cells.transports(Stream.concat(rows.stream(), others.stream()).toList()).stream()
                .filter(transport ->
                        use.transport() == null || use.transport().name().equals(transport))
                .toList();
    }

    @Provide
    Arbitrary<List<List<Entry>>> pairs() {
        return Registries.pairs();
    }

    @Provide
    Arbitrary<Use> ports() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, Registries.HIGHEST_PORT),
                        Arbitraries.of(0, 0, 1, 5),
                        Arbitraries.of("", "/tcp", "/udp", "/sctp"))
                .as((low, more, by) -> Use.parse(low + "-" + Math.min(low + more, Registries.HIGHEST_PORT) + by));
    }

    @Provide
    Arbitrary<Use> names() {
        return Combinators.combine(Arbitraries.of("a", "b", "c"), Arbitraries.of("", "/tcp", "/udp"))
                .as((name, by) -> Use.parse(name + by));
    }
}
