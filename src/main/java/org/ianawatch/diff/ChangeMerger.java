package org.ianawatch.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Roles;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.jspecify.annotations.Nullable;

/**
 * Makes one change of neighbouring codes that have the same change, and, where a row may speak for several spaces, of those.
 * Changes of one space must come in the order of codes.
 */
final class ChangeMerger {
    private final Roles roles;
    private final Map<List<Object>, List<RowChange>> bySpace = new LinkedHashMap<>();

    ChangeMerger(Roles roles) {
        this.roles = roles;
    }

    /** Adds a change of codes, and the rows that it comes from. */
    void add(RowChange found) {
        Change change = found.change();
        List<RowChange> same = bySpace.computeIfAbsent(key(found, change.spaces()), unused -> new ArrayList<>());
        if (!same.isEmpty()) {
            Change last = same.get(same.size() - 1).change();
            if (span(last).isRightBefore(span(change))) {
                Span both = span(last).to(span(change));
                same.set(same.size() - 1, found.with(covering(last, both, change.spaces())));
                return;
            }
        }
        same.add(found);
    }

    List<RowChange> changes() {
        if (!roles.isFixed()) {
            return bySpace.values().stream().flatMap(List::stream).toList();
        }
        Map<List<Object>, RowChange> merged = new LinkedHashMap<>();
        for (List<RowChange> same : bySpace.values()) {
            for (RowChange found : same) {
                merged.merge(
                        key(found, span(found.change())),
                        found,
                        (one, other) -> one.with(both(one.change(), other.change())));
            }
        }
        return List.copyOf(merged.values());
    }

    private static Change both(Change one, Change other) {
        List<Space> spaces = new ArrayList<>(one.spaces());
        spaces.addAll(other.spaces());
        spaces.sort(null);
        return covering(one, span(one), List.copyOf(spaces));
    }

    private static Span span(Change change) {
        return Objects.requireNonNull(change.span(), "a change of codes has codes");
    }

    /** Where all files have the same columns, rows of other codes may say the same; else the rows must be the same. */
    private List<Object> key(RowChange found, Object cover) {
        List<@Nullable Object> key = new ArrayList<>();
        key.add(cover);
        key.addAll(found.change().accept(new What()));
        if (!roles.isFixed()) {
            key.add(found.before());
            key.add(found.after());
        }
        return Collections.unmodifiableList(key);
    }

    private static Change covering(Change change, Span span, List<Space> spaces) {
        return change.accept(new Covering(span, spaces));
    }

    /** What a change says apart from the codes and spaces that it covers. */
    private static final class What implements Change.Visitor<List<@Nullable Object>> {
        @Override
        public List<@Nullable Object> assigned(Change.Assigned change) {
            return what(change, change.name(), change.was(), change.block(), rest(change.entry()));
        }

        @Override
        public List<@Nullable Object> deassigned(Change.Deassigned change) {
            return what(change, change.name(), change.now(), rest(change.entry()));
        }

        @Override
        public List<@Nullable Object> renamed(Change.Renamed change) {
            return what(change, change.before(), change.name(), change.fields());
        }

        @Override
        public List<@Nullable Object> reclassified(Change.Reclassified change) {
            return what(change, change.was());
        }

        @Override
        public List<@Nullable Object> amended(Change.Amended change) {
            return what(change, change.name(), change.fields());
        }

        private static List<@Nullable Object> what(Change change, @Nullable Object... parts) {
            List<@Nullable Object> all = new ArrayList<>();
            all.add(change.kind());
            all.addAll(Arrays.asList(parts));
            return all;
        }

        private static List<String> rest(Entry entry) {
            List<String> rest = new ArrayList<>();
            for (int column = 0; column < entry.values().size(); column++) {
                if (!entry.roles().tellsApart(column)) {
                    rest.add(entry.values().get(column));
                }
            }
            return rest;
        }
    }

    /** The same change over other codes and spaces. */
    private record Covering(Span span, List<Space> spaces) implements Change.Visitor<Change> {
        @Override
        public Change assigned(Change.Assigned change) {
            return new Change.Assigned(span, spaces, change.name(), change.was(), change.block(), change.entry());
        }

        @Override
        public Change deassigned(Change.Deassigned change) {
            return new Change.Deassigned(span, spaces, change.name(), change.now(), change.entry());
        }

        @Override
        public Change renamed(Change.Renamed change) {
            return new Change.Renamed(span, spaces, change.before(), change.name(), change.fields());
        }

        @Override
        public Change reclassified(Change.Reclassified change) {
            return new Change.Reclassified(span, spaces, change.status(), change.was());
        }

        @Override
        public Change amended(Change.Amended change) {
            return new Change.Amended(span, spaces, change.name(), change.fields());
        }
    }
}
