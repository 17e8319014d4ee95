package org.ianawatch.store;

import org.ianawatch.registry.Column;

/** The values of a registration in which a search looks. */
public enum SearchField {
    /** The service name, and the name of which it is an alias. */
    NAME(Column.SERVICE_NAME),
    /** Free text. */
    DESCRIPTION(Column.DESCRIPTION),
    /** Who holds the assignment. */
    ASSIGNEE(Column.ASSIGNEE),
    /** Whom to ask about it. */
    CONTACT(Column.CONTACT),
    /** The defining documents. */
    REFERENCE(Column.REFERENCE),
    /** IANA's remarks. */
    NOTE(Column.ASSIGNMENT_NOTES);

    private final Column column;

    SearchField(Column column) {
        this.column = column;
    }

    /** The column that holds it. */
    public Column column() {
        return column;
    }

    /** Whether words in it weigh more than those in other fields. */
    boolean isProminent() {
        return this == NAME || this == DESCRIPTION;
    }
}
