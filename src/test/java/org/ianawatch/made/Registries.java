package org.ianawatch.made;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Entry;

/** Makes registries and histories of them. */
public final class Registries {
    /** Ports are 0 to this, so that rows meet. */
    public static final int HIGHEST_PORT = 15;

    private Registries() {}

    /** Small registries; rows may stand twice, and ports overlap. */
    public static Arbitrary<List<Entry>> rows() {
        return row().list().ofMinSize(1).ofMaxSize(12);
    }

    /** A registry and what it became. */
    public static Arbitrary<List<List<Entry>>> pairs() {
        return series(2, 2);
    }

    /** Two registries in which nearly all rows have the name, port and transport of others. */
    public static Arbitrary<List<List<Entry>>> pairsOfDuplicates() {
        return Combinators.combine(
                        Arbitraries.of("a", "a", ""),
                        Arbitraries.of("", "1", "1"),
                        Arbitraries.of("tcp", "tcp", "udp", ""),
                        Arbitraries.of("A", "B", "C", "Reserved"),
                        Arbitraries.of("2019-01-01", "2019-02"))
                .as((service, ports, transport, description, modified) ->
                        row(service, ports, transport, description, modified, "", ""))
                .list()
                .ofMaxSize(5)
                .list()
                .ofSize(2);
    }

    /** A registry through a number of snapshots, of which none is like the one before. */
    public static Arbitrary<List<List<Entry>>> series(int fewest, int most) {
        Arbitrary<List<List<Edit>>> steps = edit().list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .list()
                .ofMinSize(fewest - 1)
                .ofMaxSize(most - 1);
        return Combinators.combine(rows(), steps).as((first, edits) -> {
            List<List<Entry>> series = new ArrayList<>(List.of(first));
            for (List<Edit> step : edits) {
                List<Entry> rows = new ArrayList<>(series.get(series.size() - 1));
                step.forEach(edit -> edit.apply(rows));
                if (!rows.isEmpty() && !rows.equals(series.get(series.size() - 1))) {
                    series.add(rows);
                }
            }
            return series;
        });
    }

    /** Ways to write files. */
    public static Arbitrary<Writing> writings() {
        Arbitrary<Boolean> seldom = Arbitraries.frequency(Tuple.of(3, false), Tuple.of(1, true));
        return Combinators.combine(
                        seldom,
                        Arbitraries.of("\r\n", "\n", "\r"),
                        Combinators.combine(seldom, Arbitraries.of(true, false))
                                .as((mixed, last) -> new boolean[] {mixed, last}),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 2),
                        seldom,
                        Arbitraries.of(true, false),
                        Arbitraries.longs().between(0, 1_000_000))
                .as((mark, end, ends, reordered, extra, former, odd, seed) ->
                        new Writing(mark, end, ends[0], ends[1], reordered, extra, former, odd, seed));
    }

    private static Arbitrary<Entry> row() {
        Arbitrary<String> ports = Combinators.combine(
                        Arbitraries.integers().between(0, HIGHEST_PORT),
                        Arbitraries.of(0, 0, 0, 0, 1, 2, 7),
                        Arbitraries.integers().between(0, 9))
                .as((low, more, portless) -> {
                    int high = Math.min(low + more, HIGHEST_PORT);
                    return portless == 0 ? "" : low == high ? "" + low : low + "-" + high;
                });
        return Combinators.combine(
                        Arbitraries.of("", "", "", "a", "b", "c"),
                        ports,
                        Arbitraries.of("", "tcp", "tcp", "udp", "udp", "sctp", "quic", "tcp "),
                        description(),
                        Arbitraries.of("2019-01-01", "2019-02", ""),
                        Arbitraries.of("[RFC6335]", "[RFC 6335]"),
                        text())
                .as(Registries::row);
    }

    /** A row without a port has a name, as in the registry. */
    private static Entry row(
            String service,
            String ports,
            String transport,
            String description,
            String modified,
            String reference,
            String notes) {
        String name = ports.isEmpty() && service.isEmpty() ? "d" : service;
        return Entry.of(
                PortRegistry.ROLES,
                name,
                ports,
                transport,
                description,
                "",
                "",
                "",
                modified,
                reference,
                "",
                "",
                notes);
    }

    private static Arbitrary<String> description() {
        return Arbitraries.of(
                "Unassigned",
                "Unassigned",
                "(unassigned)",
                "Reserved",
                "Reserved",
                "IANA Reserved",
                "De-registered (2001)",
                "Decommissioned",
                "any private mail system",
                "A service");
    }

    private static Arbitrary<String> text() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just("")),
                Tuple.of(
                        1,
                        Arbitraries.strings()
                                .withChars("ab ,;'\"\r\n\t<é日\uFEFF\uFFFD\uFFFE")
                                .ofMaxLength(6)));
    }

    private static Arbitrary<Edit> edit() {
        return Combinators.combine(
                        Arbitraries.of(Edit.Kind.class),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.integers().between(0, 100),
                        row())
                .as(Edit::new);
    }
}
