package org.ianawatch.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The twelve columns of the registry, in the order in which IANA publishes them. */
public enum Column {
    /** RFC 6335 section 5; empty where a port has no service. */
    SERVICE_NAME("Service Name"),
    /** One port or a range; empty for a name without a port. */
    PORT_NUMBER("Port Number"),
    /** Empty where the row speaks for all transports. */
    TRANSPORT_PROTOCOL("Transport Protocol"),
    /** Free text, sometimes with line breaks. */
    DESCRIPTION("Description"),
    /** The organisation or person that holds the assignment. */
    ASSIGNEE("Assignee"),
    /** Whom to ask about it. */
    CONTACT("Contact"),
    /** {@code YYYY-MM-DD}, {@code YYYY-MM} or empty. */
    REGISTRATION_DATE("Registration Date"),
    /** {@code YYYY-MM-DD}, {@code YYYY-MM} or empty. */
    MODIFICATION_DATE("Modification Date"),
    /** The defining documents, in brackets. */
    REFERENCE("Reference"),
    /** The service code of DCCP, RFC 4340 section 8.1.2. */
    SERVICE_CODE("Service Code"),
    /** Named {@code Known Unauthorized Uses} until January 2019. */
    UNAUTHORIZED_USE_REPORTED("Unauthorized Use Reported", "Known Unauthorized Uses"),
    /** IANA's remarks, aliases among them. */
    ASSIGNMENT_NOTES("Assignment Notes");

    /** All columns, in IANA's order. */
    public static final List<Column> ALL = List.of(values());

    private final String title;
    private final @Nullable String formerTitle;

    Column(String title) {
        this(title, null);
    }

    Column(String title, @Nullable String formerTitle) {
        this.title = title;
        this.formerTitle = formerTitle;
    }

    /** The column's place in IANA's order, counted from 0. */
    @SuppressWarnings("EnumOrdinal") // The declaration is IANA's order.
    public int index() {
        return ordinal();
    }

    /** The title in IANA's header row today. */
    public String title() {
        return title;
    }

    /** The column that a title stands for, under its name of today or a former one, or null. */
    public static @Nullable Column ofTitle(String title) {
        for (Column column : ALL) {
            if (column.title.equals(title) || title.equals(column.formerTitle)) {
                return column;
            }
        }
        return null;
    }
}
