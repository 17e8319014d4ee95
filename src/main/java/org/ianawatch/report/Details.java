package org.ianawatch.report;

import java.util.ArrayList;
import java.util.List;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.FieldChange;
import org.ianawatch.diff.Kind;
import org.ianawatch.registry.Cells;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Column.Content;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Roles;

/** The values behind a change: those of the row that came or went, or those that differ. */
public final class Details implements Change.Visitor<List<FieldChange>> {
    private static final Details ALL = new Details();

    private Details() {}

    /**
     * All of them. A row that came has nothing before, one that went nothing after; its empty values, and the name,
     * port and transport that the change itself says, are left out.
     */
    static List<FieldChange> of(Change change) {
        return change.accept(ALL);
    }

    /** As {@link #of}, without what tells a person nothing new: a contact that is the assignee, a new Modification Date. */
    public static List<FieldChange> forPeople(Change change) {
        List<FieldChange> details = of(change);
        if (!isWholeRow(change)) {
            return change.kind() == Kind.RENAMED && told(details).stream().allMatch(Details::isModificationDate)
                    ? List.of()
                    : told(details);
        }
        List<FieldChange> telling = new ArrayList<>(details);
        telling.removeIf(detail -> detail.column().content() == Content.PEOPLE && isSaidBefore(detail, details));
        return telling;
    }

    private static boolean isSaidBefore(FieldChange detail, List<FieldChange> details) {
        for (FieldChange other : details.subList(0, details.indexOf(detail))) {
            if (other.column().content() == Content.PEOPLE
                    && other.before().equals(detail.before())
                    && other.after().equals(detail.after())) {
                return true;
            }
        }
        return false;
    }

    /** Of values that differ those that a person is told: a Modification Date only where it is all there is. */
    static List<FieldChange> told(List<FieldChange> fields) {
        return fields.stream().allMatch(Details::isModificationDate)
                ? fields
                : fields.stream().filter(field -> !isModificationDate(field)).toList();
    }

    private static boolean isModificationDate(FieldChange field) {
        return field.column().content() == Content.MODIFIED;
    }

    /** Whether the details are one row's values, and not differences between two. */
    static boolean isWholeRow(Change change) {
        return change.kind() == Kind.ASSIGNED || change.kind() == Kind.DEASSIGNED;
    }

    @Override
    public List<FieldChange> assigned(Change.Assigned change) {
        List<FieldChange> details = new ArrayList<>();
        for (Column column : telling(change.entry())) {
            details.add(new FieldChange(column, "", change.entry().value(column)));
        }
        return details;
    }

    @Override
    public List<FieldChange> deassigned(Change.Deassigned change) {
        List<FieldChange> details = new ArrayList<>();
        for (Column column : telling(change.entry())) {
            details.add(new FieldChange(column, change.entry().value(column), ""));
        }
        return details;
    }

    @Override
    public List<FieldChange> renamed(Change.Renamed change) {
        return besideName(change);
    }

    /** What differs beside the name itself; of ports the change has no more than that. */
    static List<FieldChange> besideName(Change.Renamed change) {
        return change.fields().stream()
                .filter(field -> change.wording() == null
                        || !Cells.bare(field.before()).equals(change.before())
                        || !Cells.bare(field.after()).equals(change.name()))
                .toList();
    }

    @Override
    public List<FieldChange> reclassified(Change.Reclassified change) {
        return List.of();
    }

    @Override
    public List<FieldChange> amended(Change.Amended change) {
        return change.fields();
    }

    private static List<Column> telling(Entry registration) {
        Roles roles = registration.roles();
        List<Column> columns = new ArrayList<>();
        for (int index = 0; index < roles.columns().size(); index++) {
            if (!roles.tellsApart(index) && !registration.values().get(index).isEmpty()) {
                columns.add(roles.columns().get(index));
            }
        }
        return columns;
    }
}
