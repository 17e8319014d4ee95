package org.ianawatch.cli.port;

import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Column;

/** The values of a registration in which a search can look. */
enum SearchField {
    /** The service name, and the name of which it is an alias. */
    NAME(PortRegistry.SERVICE_NAME),
    /** Free text. */
    DESCRIPTION(PortRegistry.DESCRIPTION),
    /** Who holds the assignment. */
    ASSIGNEE(PortRegistry.ASSIGNEE),
    /** Whom to ask about it. */
    CONTACT(PortRegistry.CONTACT),
    /** The defining documents. */
    REFERENCE(PortRegistry.REFERENCE),
    /** IANA's remarks. */
    NOTE(PortRegistry.ASSIGNMENT_NOTES);

    private final int index;

    SearchField(Column column) {
        this.index = PortRegistry.ROLES.index(column);
    }

    Column column() {
        return PortRegistry.COLUMNS.get(index);
    }
}
