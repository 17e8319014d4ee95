package org.ianawatch.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.ChangeFilter;
import org.ianawatch.diff.Kind;
import org.ianawatch.registry.Span;
import org.jspecify.annotations.Nullable;

/**
 * Changes as people read them. What was assigned comes first, what was only amended last; within a kind ports are in their
 * order, and then names without a port by name. Amendments to the same values are one group, wherever they are, and so
 * is what happened to a name without a port by several transports. Programs get each change by itself, as the diff has it.
 */
public final class Grouping {
    /** The kinds in the order in which people read them. */
    static final List<Kind> KINDS = List.of(
            Kind.ASSIGNED,
            Kind.DEASSIGNED,
            Kind.RESERVED,
            Kind.PRIVATE_USE,
            Kind.EXPERIMENTAL,
            Kind.UNASSIGNED,
            Kind.RENAMED,
            Kind.AMENDED);

    private static final Comparator<Change> ORDER = Comparator.comparing(
                    (Change change) -> KINDS.indexOf(change.kind()))
            .thenComparing(Change::span, Comparator.nullsLast(Comparator.<@Nullable Span>naturalOrder()))
            .thenComparing(Grouping::nameWithoutPort)
            .thenComparing(change -> String.join(" ", ChangeFilter.names(change)))
            .thenComparing(change -> change.spaces().get(0));

    private Grouping() {}

    /** The groups of the changes, each with one at least. */
    static List<List<Change>> of(List<Change> changes) {
        return of(changes, Function.identity());
    }

    /**
     * The groups of what has changes, each with one at least.
     *
     * @param change what one of them has changed
     */
    public static <T> List<List<T>> of(List<T> items, Function<T, Change> change) {
        Map<Object, List<T>> groups = new LinkedHashMap<>();
        items.stream().sorted(Comparator.comparing(change, ORDER)).forEach(item -> groups.computeIfAbsent(
                        likeness(change.apply(item)), unused -> new ArrayList<>())
                .add(item));
        return List.copyOf(groups.values());
    }

    /** What is equal for changes of one group; the change itself where it is alone. */
    private static Object likeness(Change change) {
        if (change instanceof Change.Amended amended) {
            return List.of(change.kind(), amended.isSilent(), Details.forPeople(change));
        }
        return change.span() == null && change.wording() == null
                ? List.of(change.kind(), ChangeFilter.names(change), Details.of(change))
                : change;
    }

    private static String nameWithoutPort(Change change) {
        return change.span() == null
                ? String.join(" ", ChangeFilter.names(change)).toLowerCase(Locale.ROOT)
                : "";
    }
}
