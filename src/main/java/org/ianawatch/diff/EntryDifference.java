package org.ianawatch.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Status;

/** The changes of rows: other values under the same name, ports and transport, and names without a port. */
final class EntryDifference {
    /** Rows of one name, ports and transport that only one side has. */
    private record Rows(List<Entry> removed, List<Entry> added) {
        Rows() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        int pairs() {
            return Math.min(removed.size(), added.size());
        }

        Rows unpaired() {
            return new Rows(removed.subList(pairs(), removed.size()), added.subList(pairs(), added.size()));
        }
    }

    /** Which rows make a pair must not depend on which side is the older one. */
    private static final Comparator<Entry> BY_TRANSPORT =
            Comparator.comparing(row -> row.value(Column.TRANSPORT_PROTOCOL));

    private final List<Change> changes = new ArrayList<>();

    private EntryDifference() {}

    static List<Change> changes(RowDifference rows) {
        EntryDifference difference = new EntryDifference();
        Map<Object, Rows> withoutPort = new LinkedHashMap<>();
        for (Rows same : group(rows).values()) {
            difference.amend(same);
            for (Entry row : same.unpaired().removed()) {
                if (row.ports() == null) {
                    ofName(withoutPort, row).removed().add(row);
                }
            }
            for (Entry row : same.unpaired().added()) {
                if (row.ports() == null) {
                    ofName(withoutPort, row).added().add(row);
                }
            }
        }
        List<Change> merged = difference.mergedTransports();
        withoutPort.values().forEach(same -> merged.addAll(withoutPort(same)));
        return merged;
    }

    private static Map<Object, Rows> group(RowDifference rows) {
        Map<Object, Rows> groups = new LinkedHashMap<>();
        rows.removed().forEach(row -> groups.computeIfAbsent(identity(row), unused -> new Rows())
                .removed()
                .add(row));
        rows.added().forEach(row -> groups.computeIfAbsent(identity(row), unused -> new Rows())
                .added()
                .add(row));
        return groups;
    }

    private static Object identity(Entry row) {
        return ChangeMerger.IDENTITY.stream().map(row::value).toList();
    }

    private static Rows ofName(Map<Object, Rows> byName, Entry row) {
        return byName.computeIfAbsent(row.service(), unused -> new Rows());
    }

    private void amend(Rows same) {
        for (int index = 0; index < same.pairs(); index++) {
            Entry before = same.removed().get(index);
            Entry after = same.added().get(index);
            if (before.status() == after.status() || after.ports() == null) {
                changes.add(amended(before, after));
            }
        }
    }

    private static Change.Amended amended(Entry before, Entry after) {
        List<FieldChange> fields = before.differences(after).stream()
                .map(column -> new FieldChange(column, before.value(column), after.value(column)))
                .toList();
        return new Change.Amended(after.ports(), after.transports(), after.service(), fields);
    }

    private List<Change> mergedTransports() {
        Map<Object, Change> merged = new LinkedHashMap<>();
        for (Change change : changes) {
            Change.Amended amended = (Change.Amended) change;
            List<Object> key = new ArrayList<>(List.of(amended.service(), amended.fields()));
            key.add(String.valueOf(amended.ports()));
            while (merged.get(key) instanceof Change.Amended same && overlap(same, amended)) {
                key.add("again");
            }
            merged.merge(key, amended, (one, other) -> both((Change.Amended) one, (Change.Amended) other));
        }
        return new ArrayList<>(merged.values());
    }

    private static boolean overlap(Change one, Change other) {
        return one.transports().stream().anyMatch(other.transports()::contains);
    }

    private static Change both(Change.Amended one, Change.Amended other) {
        TreeSet<Space> transports = new TreeSet<>(one.transports());
        transports.addAll(other.transports());
        return new Change.Amended(one.ports(), List.copyOf(transports), one.service(), one.fields());
    }

    private static List<Change> withoutPort(Rows same) {
        same.removed().sort(BY_TRANSPORT);
        same.added().sort(BY_TRANSPORT);
        List<Change> changes = new ArrayList<>();
        for (int index = 0; index < same.pairs(); index++) {
            changes.add(amended(same.removed().get(index), same.added().get(index)));
        }
        for (Entry row : assigned(same.unpaired().removed())) {
            changes.add(new Change.Deassigned(null, row.transports(), row.service(), Status.UNASSIGNED, row));
        }
        for (Entry row : assigned(same.unpaired().added())) {
            changes.add(new Change.Assigned(null, row.transports(), row.service(), Status.UNASSIGNED, null, row));
        }
        return changes;
    }

    /** A row that says of ports which cannot be read that they are unassigned assigns nothing. */
    private static List<Entry> assigned(List<Entry> rows) {
        return rows.stream().filter(row -> row.status() == Status.ASSIGNED).toList();
    }
}
