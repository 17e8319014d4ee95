package org.ianawatch.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;

/** The changes of ports: every transition of a cell, said once. */
final class CellDifference {
    private CellDifference() {}

    static List<Change> changes(RowDifference rows, List<Entry> before, List<Entry> after) {
        Segments segments = Segments.of(rows, before, after);
        List<List<Entry>> coveringBefore = segments.coveringBefore();
        List<List<Entry>> coveringAfter = segments.coveringAfter();
        ChangeMerger merger = new ChangeMerger();
        for (int index = 0; index < segments.ranges().size(); index++) {
            Span ports = segments.ranges().get(index);
            List<Entry> old = coveringBefore.get(index);
            List<Entry> now = coveringAfter.get(index);
            for (Space transport : transports(old, now)) {
                transitions(ports, transport, Cell.of(transport, old), Cell.of(transport, now))
                        .forEach(merger::add);
            }
        }
        return merger.changes();
    }

    private static Iterable<Space> transports(List<Entry> before, List<Entry> after) {
        TreeSet<Space> transports = new TreeSet<>(Space.ALL);
        Stream.concat(before.stream(), after.stream())
                .map(Entry::transport)
                .filter(Objects::nonNull)
                .forEach(transports::add);
        return transports;
    }

    private static List<Change> transitions(Span ports, Space transport, Cell before, Cell after) {
        List<Space> transports = List.of(transport);
        Map<String, Entry> gone = without(before, after);
        Map<String, Entry> come = without(after, before);
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

    private static Map<String, Entry> without(Cell cell, Cell other) {
        Map<String, Entry> services = new TreeMap<>(cell.services());
        services.keySet().removeAll(other.services().keySet());
        return services;
    }

    private static Change renamed(Span ports, List<Space> transports, Entry before, Entry after) {
        List<FieldChange> fields = new ArrayList<>();
        for (Column column : before.differences(after)) {
            if (!ChangeMerger.IDENTITY.contains(column)) {
                fields.add(new FieldChange(column, before.value(column), after.value(column)));
            }
        }
        return new Change.Renamed(ports, transports, before.service(), after.service(), List.copyOf(fields));
    }
}
