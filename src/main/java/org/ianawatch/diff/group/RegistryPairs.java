package org.ianawatch.diff.group;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.registry.Cells;
import org.ianawatch.registry.Registry;
import org.ianawatch.xml.RegistryTable;

/**
 * Which registries of two editions are the same. One that went and one that came are, where their titles are spelled alike, or at least half of
 * their rows are equal.
 *
 * @param same those of both, in the newer file's order; a renamed one has two ids
 * @param removed those that went
 * @param added those that came
 */
record RegistryPairs(List<Pair> same, List<RegistryTable> removed, List<RegistryTable> added) {
    record Pair(RegistryTable before, RegistryTable after) {
        boolean isRenamed() {
            return !before.id().equals(after.id());
        }
    }

    static RegistryPairs of(List<RegistryTable> before, List<RegistryTable> after) {
        Map<Registry.Id, RegistryTable> old = new LinkedHashMap<>();
        before.forEach(table -> old.put(table.id(), table));
        Map<Registry.Id, RegistryTable> partners = new HashMap<>();
        List<RegistryTable> come = new ArrayList<>();
        for (RegistryTable table : after) {
            RegistryTable known = old.remove(table.id());
            if (known == null) {
                come.add(table);
            } else {
                partners.put(table.id(), known);
            }
        }
        List<RegistryTable> gone = new ArrayList<>(old.values());
        for (RegistryTable table : List.copyOf(come)) {
            gone.stream()
                    .filter(candidate -> isSame(candidate, table))
                    .findFirst()
                    .ifPresent(found -> {
                        partners.put(table.id(), found);
                        gone.remove(found);
                        come.remove(table);
                    });
        }
        List<Pair> same = new ArrayList<>();
        for (RegistryTable table : after) {
            RegistryTable partner = partners.get(table.id());
            if (partner != null) {
                same.add(new Pair(partner, table));
            }
        }
        return new RegistryPairs(same, gone, come);
    }

    private static boolean isSame(RegistryTable one, RegistryTable other) {
        String title = Cells.folded(one.about().title());
        if (!title.isEmpty() && title.equals(Cells.folded(other.about().title()))) {
            return true;
        }
        Map<List<String>, Integer> rows = new HashMap<>();
        one.rows().forEach(row -> rows.merge(row, 1, Integer::sum));
        int equal = 0;
        for (List<String> row : other.rows()) {
            if (rows.merge(row, -1, Integer::sum) >= 0) {
                equal++;
            }
        }
        int larger = Math.max(one.rows().size(), other.rows().size());
        return larger > 0 && 2 * equal >= larger;
    }
}
