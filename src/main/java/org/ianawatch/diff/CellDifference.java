package org.ianawatch.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.PortRange;
import org.ianawatch.registry.Registration;
import org.ianawatch.registry.Status;
import org.ianawatch.registry.Transport;

/** The changes of ports: every transition of a cell, said once. */
final class CellDifference {
    private CellDifference() {}

    static List<Change> changes(RowDifference rows, List<Registration> before, List<Registration> after) {
        Segments segments = Segments.of(rows, before, after);
        List<List<Registration>> coveringBefore = segments.coveringBefore();
        List<List<Registration>> coveringAfter = segments.coveringAfter();
        ChangeMerger merger = new ChangeMerger();
        for (int index = 0; index < segments.ranges().size(); index++) {
            PortRange ports = segments.ranges().get(index);
            List<Registration> old = coveringBefore.get(index);
            List<Registration> now = coveringAfter.get(index);
            for (Transport transport : transports(old, now)) {
                transitions(ports, transport, Cell.of(transport, old), Cell.of(transport, now))
                        .forEach(merger::add);
            }
        }
        return merger.changes();
    }

    private static Iterable<Transport> transports(List<Registration> before, List<Registration> after) {
        TreeSet<Transport> transports = new TreeSet<>(Transport.ALL);
        Stream.concat(before.stream(), after.stream())
                .map(Registration::transport)
                .filter(Objects::nonNull)
                .forEach(transports::add);
        return transports;
    }

    private static List<Change> transitions(PortRange ports, Transport transport, Cell before, Cell after) {
        List<Transport> transports = List.of(transport);
        Map<String, Registration> gone = without(before, after);
        Map<String, Registration> come = without(after, before);
        if (before.status() == Status.ASSIGNED
                && after.status() == Status.ASSIGNED
                && gone.size() == 1
                && come.size() == 1) {
            return List.of(renamed(
                    ports,
                    transports,
                    gone.values().iterator().next(),
                    come.values().iterator().next()));
        }
        List<Change> changes = new ArrayList<>();
        come.forEach((service, row) ->
                changes.add(new Change.Assigned(ports, transports, service, before.status(), before.block(), row)));
        gone.forEach(
                (service, row) -> changes.add(new Change.Deassigned(ports, transports, service, after.status(), row)));
        if (changes.isEmpty() && before.status() != after.status()) {
            changes.add(
                    after.status() == Status.RESERVED
                            ? new Change.Reserved(ports, transports, before.status())
                            : new Change.Unassigned(ports, transports, before.status()));
        }
        return changes;
    }

    private static Map<String, Registration> without(Cell cell, Cell other) {
        Map<String, Registration> services = new TreeMap<>(cell.services());
        services.keySet().removeAll(other.services().keySet());
        return services;
    }

    private static Change renamed(
            PortRange ports, List<Transport> transports, Registration before, Registration after) {
        List<FieldChange> fields = new ArrayList<>();
        for (Column column : before.differences(after)) {
            if (!ChangeMerger.IDENTITY.contains(column)) {
                fields.add(new FieldChange(column, before.value(column), after.value(column)));
            }
        }
        return new Change.Renamed(ports, transports, before.service(), after.service(), List.copyOf(fields));
    }
}
