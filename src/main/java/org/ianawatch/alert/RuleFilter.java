package org.ianawatch.alert;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.ChangeFilter;
import org.ianawatch.diff.Glob;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Column.Content;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.jspecify.annotations.Nullable;

/**
 * Which changes a rule is about. What is empty restricts nothing; of several values of one property one is enough.
 *
 * @param change what the change itself must be
 * @param transports it must cover one of them
 * @param assignees an assignee, old or new, of a row behind it must be like one of them
 * @param texts a column of a row behind it must contain one of them; upper case is lower case
 * @param ranges it must touch one of them
 * @param silent true for silent amendments alone, false for all else, null for both
 * @param uses whether it must touch what this site uses
 */
public record RuleFilter(
        ChangeFilter change,
        Set<Space> transports,
        List<Glob> assignees,
        List<String> texts,
        Set<Span> ranges,
        @Nullable Boolean silent,
        boolean uses)
        implements Predicate<ObservedChange> {
    /** Takes every change. */
    public static final RuleFilter EVERYTHING = new RuleFilter(
            new ChangeFilter(List.of(), Set.of(), List.of()), Set.of(), List.of(), List.of(), Set.of(), null, false);

    @Override
    public boolean test(ObservedChange observed) {
        Change tested = observed.change();
        return change.test(tested)
                && (transports.isEmpty() || tested.spaces().stream().anyMatch(transports::contains))
                && (ranges.isEmpty() || touches(tested.span()))
                && (silent == null || silent == isSilent(tested))
                && (!uses || observed.meaning() != null)
                && (assignees.isEmpty() || observed.rows().stream().anyMatch(this::isAssignedTo))
                && (texts.isEmpty() || observed.rows().stream().anyMatch(this::isTextOf));
    }

    private boolean touches(@Nullable Span ports) {
        return ports != null && ranges.stream().anyMatch(ports::overlaps);
    }

    private static boolean isSilent(Change change) {
        return change instanceof Change.Amended amended && amended.isSilent();
    }

    private boolean isAssignedTo(Entry row) {
        Column assignee = row.roles().first(Content.PEOPLE);
        return assignee != null && assignees.stream().anyMatch(glob -> glob.matches(row.value(assignee)));
    }

    private boolean isTextOf(Entry row) {
        return row.values().stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .anyMatch(value -> texts.stream().anyMatch(text -> value.contains(text.toLowerCase(Locale.ROOT))));
    }
}
