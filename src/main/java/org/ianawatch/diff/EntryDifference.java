package org.ianawatch.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Roles;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Status;

/**
 * The changes of rows where a name need not have a code, as with service names: other values under the same name, codes and space,
 * and names without a code.
 */
final class EntryDifference {
    private final Roles roles;
    private final List<Change> changes = new ArrayList<>();

    private EntryDifference(Roles roles) {
        this.roles = roles;
    }

    static List<Change> changes(RowDifference rows, Roles roles) {
        EntryDifference difference = new EntryDifference(roles);
        Map<Object, RowGroup> withoutCode = new LinkedHashMap<>();
        for (RowGroup same : RowGroup.of(rows, difference::identity)) {
            difference.amend(same);
            for (Entry row : same.unpaired().removed()) {
                if (row.spans().isEmpty()) {
                    ofName(withoutCode, row).removed().add(row);
                }
            }
            for (Entry row : same.unpaired().added()) {
                if (row.spans().isEmpty()) {
                    ofName(withoutCode, row).added().add(row);
                }
            }
        }
        List<Change> merged = difference.mergedSpaces();
        withoutCode.values().forEach(same -> merged.addAll(difference.withoutCode(same)));
        return merged;
    }

    private Object identity(Entry row) {
        List<String> identity = new ArrayList<>();
        identity.add(row.name());
        roles.key().columns().forEach(column -> identity.add(row.values().get(column)));
        return identity;
    }

    private static RowGroup ofName(Map<Object, RowGroup> byName, Entry row) {
        return byName.computeIfAbsent(row.name(), unused -> new RowGroup());
    }

    private void amend(RowGroup same) {
        for (int index = 0; index < same.pairs(); index++) {
            Entry before = same.removed().get(index);
            Entry after = same.added().get(index);
            if (before.status() == after.status() || after.spans().isEmpty()) {
                changes.add(Change.Amended.between(before, after));
            }
        }
    }

    private List<Change> mergedSpaces() {
        Map<Object, Change> merged = new LinkedHashMap<>();
        for (Change change : changes) {
            Change.Amended amended = (Change.Amended) change;
            List<Object> key = new ArrayList<>(List.of(amended.name(), amended.fields()));
            key.add(String.valueOf(amended.span()));
            while (merged.get(key) instanceof Change.Amended same && overlap(same, amended)) {
                key.add("again");
            }
            merged.merge(key, amended, (one, other) -> both((Change.Amended) one, (Change.Amended) other));
        }
        return new ArrayList<>(merged.values());
    }

    private static boolean overlap(Change one, Change other) {
        return one.spaces().stream().anyMatch(other.spaces()::contains);
    }

    private static Change both(Change.Amended one, Change.Amended other) {
        TreeSet<Space> spaces = new TreeSet<>(one.spaces());
        spaces.addAll(other.spaces());
        return new Change.Amended(one.span(), List.copyOf(spaces), one.name(), one.fields());
    }

    /** Which rows make a pair must not depend on which side is the older one. */
    private List<Change> withoutCode(RowGroup same) {
        same.removed().sort(Comparator.comparing(this::scope));
        same.added().sort(Comparator.comparing(this::scope));
        List<Change> found = new ArrayList<>();
        for (int index = 0; index < same.pairs(); index++) {
            found.add(Change.Amended.between(
                    same.removed().get(index), same.added().get(index)));
        }
        for (Entry row : assigned(same.unpaired().removed())) {
            found.add(new Change.Deassigned(null, row.spaces(), row.name(), Status.UNASSIGNED, row));
        }
        for (Entry row : assigned(same.unpaired().added())) {
            found.add(new Change.Assigned(null, row.spaces(), row.name(), Status.UNASSIGNED, null, row));
        }
        return found;
    }

    private String scope(Entry row) {
        return row.space() == null ? "" : row.space().name();
    }

    /** A row that says of codes which cannot be read that they are unassigned assigns nothing. */
    private static List<Entry> assigned(List<Entry> rows) {
        return rows.stream().filter(row -> row.status() == Status.ASSIGNED).toList();
    }
}
