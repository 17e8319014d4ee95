package org.ianawatch.report;

import java.util.ArrayList;
import java.util.List;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.FieldChange;
import org.ianawatch.diff.Kind;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Entry;

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
        telling.removeIf(detail -> detail.column() == Column.CONTACT
                && details.contains(new FieldChange(Column.ASSIGNEE, detail.before(), detail.after())));
        return telling;
    }

    /** Of values that differ those that a person is told: a Modification Date only where it is all there is. */
    static List<FieldChange> told(List<FieldChange> fields) {
        return fields.stream().allMatch(Details::isModificationDate)
                ? fields
                : fields.stream().filter(field -> !isModificationDate(field)).toList();
    }

    private static boolean isModificationDate(FieldChange field) {
        return field.column() == Column.MODIFICATION_DATE;
    }

    /** Whether the details are one row's values, and not differences between two. */
    static boolean isWholeRow(Change change) {
        return change.kind() == Kind.ASSIGNED || change.kind() == Kind.DEASSIGNED;
    }

    @Override
    public List<FieldChange> assigned(Change.Assigned change) {
        List<FieldChange> details = new ArrayList<>();
        for (Column column : telling(change.registration())) {
            details.add(new FieldChange(column, "", change.registration().value(column)));
        }
        return details;
    }

    @Override
    public List<FieldChange> deassigned(Change.Deassigned change) {
        List<FieldChange> details = new ArrayList<>();
        for (Column column : telling(change.registration())) {
            details.add(new FieldChange(column, change.registration().value(column), ""));
        }
        return details;
    }

    @Override
    public List<FieldChange> renamed(Change.Renamed change) {
        return change.fields();
    }

    @Override
    public List<FieldChange> reserved(Change.Reserved change) {
        return List.of();
    }

    @Override
    public List<FieldChange> unassigned(Change.Unassigned change) {
        return List.of();
    }

    @Override
    public List<FieldChange> amended(Change.Amended change) {
        return change.fields();
    }

    private static List<Column> telling(Entry registration) {
        List<Column> columns = new ArrayList<>(Column.ALL.subList(Column.DESCRIPTION.index(), Column.ALL.size()));
        columns.removeIf(column -> registration.value(column).isEmpty());
        return columns;
    }
}
