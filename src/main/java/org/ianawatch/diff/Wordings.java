package org.ianawatch.diff;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.ianawatch.registry.Cells;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Roles;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;
import org.jspecify.annotations.Nullable;

/** Has changes say what they are about in the words of their registry, and puts them in order. */
final class Wordings {
    private record Worded(Change change, Wording wording, BigInteger first) {}

    private static final Comparator<List<String>> TEXTS = (one, other) -> {
        for (int index = 0; index < Math.min(one.size(), other.size()); index++) {
            int order = one.get(index).compareTo(other.get(index));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    };

    private final Roles roles;
    private final @Nullable String today;
    private final Comparator<Worded> order;

    /**
     * The wordings of a registry's changes.
     *
     * @param roles what the columns mean
     * @param today the newer edition's date, or null where it is not known
     */
    Wordings(Roles roles, @Nullable String today) {
        this.roles = roles;
        this.today = today;
        this.order = Comparator.<Worded, List<String>>comparing(this::scope, TEXTS)
                .thenComparing(Worded::first)
                .thenComparing(worded -> worded.wording.value())
                .thenComparing(worded -> worded.change.kind())
                .thenComparing(Wordings::names, TEXTS);
    }

    List<Change> of(List<RowChange> found) {
        return found.stream()
                .map(this::worded)
                .sorted(order)
                .map(worded -> worded.change.accept(new Worder(worded.wording)))
                .toList();
    }

    private List<String> scope(Worded worded) {
        return roles.areCoded() ? List.copyOf(worded.wording.scope().values()) : List.of();
    }

    private Worded worded(RowChange found) {
        Change change = found.change();
        Entry near = Objects.requireNonNull(
                found.after() == null ? found.before() : found.after(), "a change comes from a row");
        Entry about = change instanceof Change.Deassigned ? found.before() : found.after();
        Span changed = change instanceof Change.Amended ? null : change.span();
        List<Span> spans = changed != null ? List.of(changed) : about == null ? List.of() : about.spans();
        Entry held = change.span() != null && change instanceof Change.Assigned ? found.before() : null;
        Marks marks = Marks.of(found, today);
        Wording wording = new Wording(
                changed == null ? near.text() : value(changed, found, near),
                spans.isEmpty() ? null : codes(spans, near),
                scope(near),
                held == null ? null : held.text(),
                about != null && about.status() == Status.ASSIGNED,
                change instanceof Change.Amended amended && CosmeticForm.areEqual(amended.fields()),
                change.accept(marks).stream().sorted().toList(),
                marks.expires(change));
        return new Worded(
                change, wording, spans.isEmpty() ? BEHIND_ALL : spans.get(0).first());
    }

    private static final BigInteger BEHIND_ALL = Span.UNLIMITED.add(BigInteger.ONE);

    /** As a row writes the codes that has just these; else in the same notation. */
    private static String value(Span span, RowChange found, Entry near) {
        for (Entry row : new Entry[] {found.after(), found.before()}) {
            if (row != null && row.spans().equals(List.of(span))) {
                return row.text();
            }
        }
        return near.roles().notation().write(span, near.text());
    }

    private String codes(List<Span> spans, Entry near) {
        return spans.stream()
                .map(span -> roles.notation().canonical(span, near.text()))
                .collect(Collectors.joining(","));
    }

    /** What tells the codes of one part of the registry from those of another or, of names, all parts of the key, where there are several. */
    private Map<String, String> scope(Entry row) {
        Map<String, String> scope = new LinkedHashMap<>();
        List<Integer> columns =
                roles.areCoded() ? roles.key().scope() : roles.key().columns();
        if (roles.areCoded() || columns.size() > 1) {
            for (int column : columns) {
                scope.put(
                        roles.columns().get(column).title(),
                        Cells.bare(row.values().get(column)));
            }
        }
        return scope;
    }

    /** The new name before the old one. */
    private static List<String> names(Worded worded) {
        List<String> names = new ArrayList<>(ChangeFilter.names(worded.change));
        Collections.reverse(names);
        return names;
    }

    /** The same change with its wording. */
    private record Worder(Wording wording) implements Change.Visitor<Change> {
        @Override
        public Change assigned(Change.Assigned change) {
            return new Change.Assigned(
                    change.span(),
                    change.spaces(),
                    change.name(),
                    change.was(),
                    change.block(),
                    change.entry(),
                    wording);
        }

        @Override
        public Change deassigned(Change.Deassigned change) {
            return new Change.Deassigned(
                    change.span(), change.spaces(), change.name(), change.now(), change.entry(), wording);
        }

        @Override
        public Change renamed(Change.Renamed change) {
            return new Change.Renamed(
                    change.span(), change.spaces(), change.before(), change.name(), change.fields(), wording);
        }

        @Override
        public Change reclassified(Change.Reclassified change) {
            return new Change.Reclassified(change.span(), change.spaces(), change.status(), change.was(), wording);
        }

        @Override
        public Change amended(Change.Amended change) {
            return new Change.Amended(change.span(), change.spaces(), change.name(), change.fields(), wording);
        }
    }
}
