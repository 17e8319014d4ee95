package org.ianawatch.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Space;

/** Changes of rows taken apart, one line for each row and transport; either said by the program or found by force. */
final class RowFacts {
    private RowFacts() {}

    /** What the changes say of rows, in alphabetical order; what is said twice stands twice. */
    static List<String> said(List<Change> changes) {
        List<String> facts = new ArrayList<>();
        for (Change change : changes) {
            if (change instanceof Change.Amended amended) {
                for (Space transport : amended.spaces()) {
                    facts.add(amended(
                            amended.name(),
                            String.valueOf(amended.span()),
                            transport,
                            amended.fields().toString()));
                }
            } else if (change.span() == null && change instanceof Change.Assigned assigned) {
                facts.add("assigned " + assigned.entry().values());
            } else if (change.span() == null && change instanceof Change.Deassigned deassigned) {
                facts.add("deassigned " + deassigned.entry().values());
            }
        }
        facts.sort(null);
        return facts;
    }

    /** The same by force. */
    static List<String> found(List<Entry> before, List<Entry> after) {
        List<String> facts = new ArrayList<>();
        Map<String, List<List<Entry>>> bare = new TreeMap<>();
        for (List<String> identity : identities(before, after)) {
            List<Entry> removed = without(of(before, identity), of(after, identity));
            List<Entry> added = without(of(after, identity), of(before, identity));
            while (!removed.isEmpty() && !added.isEmpty()) {
                pair(removed.remove(0), added.remove(0), facts);
            }
            if (identity.get(1).isEmpty()) {
                List<List<Entry>> sides =
                        bare.computeIfAbsent(identity.get(0), unused -> List.of(new ArrayList<>(), new ArrayList<>()));
                sides.get(0).addAll(removed);
                sides.get(1).addAll(added);
            }
        }
        bare.values().forEach(sides -> bare(sides.get(0), sides.get(1), facts));
        facts.sort(null);
        return facts;
    }

    private static void bare(List<Entry> removed, List<Entry> added, List<String> facts) {
        while (!removed.isEmpty() && !added.isEmpty()) {
            pair(removed.remove(0), added.remove(0), facts);
        }
        removed.forEach(row -> facts.add("deassigned " + row.values()));
        added.forEach(row -> facts.add("assigned " + row.values()));
    }

    private static void pair(Entry before, Entry after, List<String> facts) {
        if (before.status() != after.status()) {
            return;
        }
        List<FieldChange> fields = new ArrayList<>();
        for (int index = 0; index < before.values().size(); index++) {
            String old = before.values().get(index);
            String now = after.values().get(index);
            if (!old.equals(now)) {
                fields.add(new FieldChange(PortRegistry.COLUMNS.get(index), old, now));
            }
        }
        String ports = after.values().get(1).isEmpty() ? "null" : after.values().get(1);
        for (Space transport : after.spaces()) {
            facts.add(amended(after.values().get(0), ports, transport, fields.toString()));
        }
    }

    private static String amended(String service, String ports, Space transport, String fields) {
        return "amended " + service + " " + ports + "/" + transport + " " + fields;
    }

    /** Names, ports and transports; among those of one name in alphabetical order of the transports. */
    private static Set<List<String>> identities(List<Entry> before, List<Entry> after) {
        Set<List<String>> identities = new LinkedHashSet<>();
        List<Entry> all = new ArrayList<>(before);
        all.addAll(after);
        all.stream()
                .map(row -> row.values().subList(0, 3))
                .sorted((one, other) -> String.join("\t", one).compareTo(String.join("\t", other)))
                .forEach(identities::add);
        return identities;
    }

    private static List<Entry> of(List<Entry> rows, List<String> identity) {
        return rows.stream()
                .filter(row -> row.values().subList(0, 3).equals(identity))
                .toList();
    }

    /** The rows that are left when each of the others takes away the first that equals it. */
    private static List<Entry> without(List<Entry> rows, List<Entry> others) {
        List<Entry> left = new ArrayList<>(rows);
        others.forEach(left::remove);
        return left;
    }

    /** A multiset as a map from what stands there to how often. */
    static <T> Map<T, Integer> counted(List<T> list) {
        Map<T, Integer> counts = new LinkedHashMap<>();
        list.forEach(each -> counts.merge(each, 1, Integer::sum));
        return counts;
    }
}
