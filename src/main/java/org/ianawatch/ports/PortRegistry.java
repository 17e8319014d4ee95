package org.ianawatch.ports;

import java.util.List;
import org.ianawatch.registry.CodeRange;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Column.Content;
import org.ianawatch.registry.Notation;
import org.ianawatch.registry.Ports;
import org.ianawatch.registry.Registry;
import org.ianawatch.registry.Roles;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.StatusWords;

/** The registry of service names and transport protocol port numbers (RFC 6335), as data. */
public final class PortRegistry {
    /** RFC 6335 section 5; empty where a port has no service. */
    public static final Column SERVICE_NAME = Column.of("Service Name", Content.PLAIN);
    /** One port or a range; empty for a name without a port. */
    public static final Column PORT_NUMBER = Column.of("Port Number", Content.PLAIN);
    /** Empty where the row speaks for all transports. */
    public static final Column TRANSPORT_PROTOCOL = Column.of("Transport Protocol", Content.SPACE);
    /** Free text, sometimes with line breaks. */
    public static final Column DESCRIPTION = Column.of("Description", Content.PROSE);
    /** The organisation or person that holds the assignment. */
    public static final Column ASSIGNEE = Column.of("Assignee", Content.PEOPLE);
    /** Whom to ask about it. */
    public static final Column CONTACT = Column.of("Contact", Content.PEOPLE);
    /** {@code YYYY-MM-DD}, {@code YYYY-MM} or empty. */
    public static final Column REGISTRATION_DATE = Column.of("Registration Date", Content.DATE);
    /** {@code YYYY-MM-DD}, {@code YYYY-MM} or empty. */
    public static final Column MODIFICATION_DATE = Column.of("Modification Date", Content.MODIFIED);
    /** The defining documents, in brackets. */
    public static final Column REFERENCE = Column.of("Reference", Content.REFERENCE);
    /** The service code of DCCP, RFC 4340 section 8.1.2. */
    public static final Column SERVICE_CODE = Column.of("Service Code", Content.PLAIN);
    /** Named {@code Known Unauthorized Uses} until January 2019. */
    public static final Column UNAUTHORIZED_USE_REPORTED =
            new Column("Unauthorized Use Reported", "Known Unauthorized Uses", Content.PLAIN);
    /** IANA's remarks, aliases among them. */
    public static final Column ASSIGNMENT_NOTES = Column.of("Assignment Notes", Content.PROSE);

    /** The twelve columns, in the order in which IANA publishes them. */
    public static final List<Column> COLUMNS = List.of(
            SERVICE_NAME,
            PORT_NUMBER,
            TRANSPORT_PROTOCOL,
            DESCRIPTION,
            ASSIGNEE,
            CONTACT,
            REGISTRATION_DATE,
            MODIFICATION_DATE,
            REFERENCE,
            SERVICE_CODE,
            UNAUTHORIZED_USE_REPORTED,
            ASSIGNMENT_NOTES);

    /** A row without a name is known by its description, and one without a transport speaks for the four of RFC 6335. */
    public static final Roles ROLES = new Roles(
            COLUMNS,
            true,
            new Roles.Key(List.of(1, 2), 1),
            List.of(0, 3),
            Notation.PORTS,
            StatusWords.RFC_6335,
            Space.ALL);

    /** 0 to 1023, also known as well-known ports; RFC 6335, sections 6 and 8.1.2, as are the others. */
    public static final CodeRange SYSTEM_PORTS =
            new CodeRange("System", new Span(0, 1023), "well-known; assigned by IETF Review or IESG Approval");

    /** 1024 to 49151, also known as registered ports. */
    public static final CodeRange USER_PORTS = new CodeRange(
            "User", new Span(1024, 49_151), "registered; assigned by Expert Review, or as System Ports are");

    /** 49152 to 65535, also known as private or ephemeral ports. */
    public static final CodeRange DYNAMIC_PORTS =
            new CodeRange("Dynamic", new Span(49_152, Ports.LAST), "private, ephemeral; never assigned");

    /** The registry. */
    public static final Registry REGISTRY = new Registry(
            new Registry.Id("service-names-port-numbers", "service-names-port-numbers"),
            ROLES,
            List.of(SYSTEM_PORTS, USER_PORTS, DYNAMIC_PORTS));

    private PortRegistry() {}
}
