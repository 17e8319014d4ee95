package org.ianawatch.diff;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ianawatch.registry.Cells;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Column.Content;
import org.ianawatch.registry.Entry;
import org.jspecify.annotations.Nullable;

/**
 * What a change means, by the rows that it comes from.
 *
 * @param before what the older row says of its standing, or null where there is none
 * @param after likewise of the newer row
 * @param today the newer edition's date, or null where it is not known
 */
record Marks(@Nullable Standing before, @Nullable Standing after, @Nullable String today)
        implements Change.Visitor<Set<Mark>> {
    private static final String STATUS = "status";
    private static final Pattern DOCUMENT = Pattern.compile("(RFC|BCP|STD) ?\\d+", Pattern.CASE_INSENSITIVE);
    private static final Pattern PENDING = Pattern.compile("(draft|RFC)-[a-z]", Pattern.CASE_INSENSITIVE);
    private static final Pattern RECOMMENDED = Pattern.compile("recommended|^rec$", Pattern.CASE_INSENSITIVE);

    /** The marks of a change of rows, which have the same columns. */
    static Marks of(RowChange change, @Nullable String today) {
        Entry before = change.before();
        Entry after = change.after();
        return new Marks(before == null ? null : Standing.of(before), after == null ? null : Standing.of(after), today);
    }

    /** The end of the early allocation of the row that counts, or null. */
    @Nullable
    String expires(Change change) {
        Standing counts = change instanceof Change.Deassigned ? before : after;
        boolean isReclassified = change instanceof Change.Reclassified;
        return isReclassified || counts == null || !counts.isTemporary() ? null : counts.expires();
    }

    @Override
    public Set<Mark> assigned(Change.Assigned change) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        Standing now = Objects.requireNonNull(after, "a row assigns");
        add(marks, Mark.TEMPORARY, now.isTemporary());
        add(marks, Mark.PROVISIONAL, isProvisional(change.entry()));
        add(marks, Mark.DEPRECATED, now.isDeprecated());
        return marks;
    }

    @Override
    public Set<Mark> deassigned(Change.Deassigned change) {
        Standing old = Objects.requireNonNull(before, "a row assigned");
        if (!old.isTemporary()) {
            return Set.of();
        }
        String end = old.expires();
        return Set.of(end != null && today != null && end.compareTo(today) <= 0 ? Mark.EXPIRED : Mark.TEMPORARY);
    }

    @Override
    public Set<Mark> renamed(Change.Renamed change) {
        Set<Mark> marks = ofBoth(change.fields());
        add(marks, Mark.SPELLING, Cells.folded(change.before()).equals(Cells.folded(change.name())));
        return marks;
    }

    @Override
    public Set<Mark> reclassified(Change.Reclassified change) {
        return Set.of();
    }

    @Override
    public Set<Mark> amended(Change.Amended change) {
        Set<Mark> marks = ofBoth(change.fields());
        if (!CosmeticForm.areEqual(change.fields())) {
            Set<Content> contents = change.fields().stream()
                    .map(field -> field.column().content())
                    .collect(Collectors.toSet());
            boolean areDates = contents.equals(Set.of(Content.DATE));
            add(marks, Mark.DATE, areDates);
            contents.remove(Content.DATE);
            add(marks, Mark.REFERENCE, contents.equals(Set.of(Content.REFERENCE)));
            add(marks, Mark.PEOPLE, contents.equals(Set.of(Content.PEOPLE)));
        }
        return marks;
    }

    private static void add(Set<Mark> marks, Mark mark, boolean isThere) {
        if (isThere) {
            marks.add(mark);
        }
    }

    private static boolean isProvisional(Entry row) {
        for (Column column : row.roles().columns()) {
            if (isStatus(column) && Cells.squeezed(row.value(column)).equalsIgnoreCase("provisional")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isStatus(Column column) {
        return column.title().equalsIgnoreCase(STATUS);
    }

    private Set<Mark> ofBoth(List<FieldChange> fields) {
        Standing old = Objects.requireNonNull(before, "there was a row");
        Standing now = Objects.requireNonNull(after, "there is a row");
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        add(marks, Mark.TEMPORARY, now.isTemporary() && !old.isTemporary());
        add(marks, Mark.PERMANENT, old.isTemporary() && !now.isTemporary());
        add(
                marks,
                Mark.EXTENDED,
                old.isTemporary() && now.isTemporary() && !Objects.equals(old.temporary(), now.temporary()));
        add(marks, Mark.DEPRECATED, now.isDeprecated() && !old.isDeprecated());
        add(marks, Mark.REINSTATED, old.isDeprecated() && !now.isDeprecated());
        add(marks, Mark.PUBLISHED, isPublished(old.references(), now.references()));
        for (FieldChange field : fields) {
            add(
                    marks,
                    Mark.RECOMMENDATION,
                    RECOMMENDED.matcher(field.column().title()).find());
            add(marks, Mark.STATUS, isStatus(field.column()));
        }
        return marks;
    }

    private static boolean isPublished(List<String> before, List<String> after) {
        Set<String> come = new HashSet<>(documents(after));
        come.removeAll(documents(before));
        return !come.isEmpty()
                && before.stream()
                        .anyMatch(reference -> PENDING.matcher(reference).lookingAt() && !after.contains(reference));
    }

    private static List<String> documents(List<String> references) {
        return references.stream()
                .map(DOCUMENT::matcher)
                .filter(Matcher::lookingAt)
                .map(found -> found.group().replace(" ", ""))
                .toList();
    }
}
