package org.ianawatch.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ianawatch.made.Cells;
import org.ianawatch.made.Registries;
import org.ianawatch.made.Rows;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Entry;

/** The view of ports by transport against brute force, at each snapshot. */
class PortStatusProperties {
    private static final String STATUS =
            "SELECT port_low, port_high, transport, status, COALESCE(services, '') FROM port_status ORDER BY transport, port_low";

    @Property(tries = 40)
    void saysWhatTheRowsOfTheSnapshotSay(@ForAll("series") List<List<Entry>> small, @ForAll("scales") int scale) {
        List<List<Entry>> series = small.stream()
                .map(rows -> rows.stream().map(row -> scaled(row, scale)).toList())
                .toList();
        try (MadeStore made = MadeStore.of(series)) {
            for (int snapshot = 1; snapshot <= series.size(); snapshot++) {
                Set<String> transports = new TreeSet<>();
                int next = 0;
                for (List<String> row : made.query(STATUS, "SET @at = " + snapshot)) {
                    int low = Integer.parseInt(row.get(0));
                    int high = Integer.parseInt(row.get(1));
                    assertEquals(transports.add(row.get(2)) ? 0 : next, low, "a gap before " + row);
                    next = high + 1;
                    for (int port : new int[] {low, (low + high) / 2, high}) {
                        Cells cells = Cells.of(series.get(snapshot - 1), port, row.get(2));
                        assertEquals(cells.status(), row.get(3), port + " of " + row + " at " + snapshot);
                        assertEquals(services(cells), row.get(4), port + " of " + row + " at " + snapshot);
                    }
                }
                assertEquals(65_536, next);
            }
        }
    }

    private static String services(Cells cells) {
        return cells.services().stream().filter(service -> !service.isEmpty()).collect(Collectors.joining(" "));
    }

    private static Entry scaled(Entry row, int scale) {
        String ports = row.value(PortRegistry.PORT_NUMBER);
        return ports.isEmpty()
                ? row
                : Rows.with(
                        row,
                        PortRegistry.PORT_NUMBER,
                        Arrays.stream(ports.split("-"))
                                .map(port -> String.valueOf(Integer.parseInt(port) * scale))
                                .collect(Collectors.joining("-")));
    }

    @Provide
    Arbitrary<List<List<Entry>>> series() {
        return Registries.series(1, 4);
    }

    /** How far ports stand apart: long ranges are read in another way than short ones. */
    @Provide
    Arbitrary<Integer> scales() {
        return Arbitraries.of(1, 300);
    }
}
