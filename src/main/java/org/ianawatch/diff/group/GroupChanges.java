package org.ianawatch.diff.group;

import java.util.List;
import java.util.function.UnaryOperator;
import org.ianawatch.diff.ChangeSet;

/**
 * Everything that differs between two editions of a group.
 *
 * @param group its id
 * @param from the older one
 * @param to the newer one
 * @param events what became of the group and its registries apart from rows, by kind and then in the newer file's order
 * @param registries those of which rows or columns differ, in the newer file's order
 */
public record GroupChanges(
        String group, GroupSide from, GroupSide to, List<Event> events, List<RegistryChanges> registries) {
    /**
     * One of the two editions.
     *
     * @param label what people know it by
     * @param sha256 of the file's bytes, 64 lower-case hexadecimal digits
     * @param updated when IANA changed the group last, as it is written there; empty where it is not
     */
    public record GroupSide(String label, String sha256, String updated) {}

    /**
     * What differs in one registry.
     *
     * @param title in the words of IANA's page
     * @param changes of its rows
     */
    public record RegistryChanges(String title, ChangeSet changes) {}

    /** The same with only the changes of rows that are wanted, and the registries that have some; what became of registries is left out. */
    public GroupChanges only(UnaryOperator<ChangeSet> wanted) {
        List<RegistryChanges> some = registries.stream()
                .map(registry -> new RegistryChanges(registry.title(), wanted.apply(registry.changes())))
                .filter(registry -> !registry.changes().changes().isEmpty())
                .toList();
        return new GroupChanges(group, from, to, List.of(), some);
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return events.isEmpty() && registries.isEmpty();
    }
}
