package org.ianawatch.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ianawatch.made.Rows;
import org.ianawatch.ports.PortRegistry;
import org.junit.jupiter.api.Test;

class HeaderTest {
    @Test
    void ianasHeaderIsCanonical() {
        Header header = Header.of(Rows.TITLES, PortRegistry.ROLES);
        assertTrue(header.isCanonical());
        assertEquals(List.of(), header.others());
        for (Column column : PortRegistry.COLUMNS) {
            assertEquals(PortRegistry.ROLES.index(column), header.index(PortRegistry.ROLES.index(column)));
            assertEquals(column.title(), header.title(PortRegistry.ROLES.index(column)));
        }
    }

    @Test
    void aFormerTitleIsCanonicalToo() {
        List<String> titles = new ArrayList<>(Rows.TITLES);
        titles.set(10, "Known Unauthorized Uses");
        Header header = Header.of(titles, PortRegistry.ROLES);
        assertTrue(header.isCanonical());
        assertEquals(10, header.index(PortRegistry.ROLES.index(PortRegistry.UNAUTHORIZED_USE_REPORTED)));
        assertEquals(
                "Known Unauthorized Uses",
                header.title(PortRegistry.ROLES.index(PortRegistry.UNAUTHORIZED_USE_REPORTED)));
        assertNotEquals(Header.of(Rows.TITLES, PortRegistry.ROLES), header);
    }

    @Test
    void columnsStandAnywhereAndOthersBesideThem() {
        List<String> titles = new ArrayList<>(Rows.TITLES);
        titles.add("Colour");
        Collections.reverse(titles);
        Header header = Header.of(titles, PortRegistry.ROLES);
        assertFalse(header.isCanonical());
        assertEquals(List.of("Colour"), header.others());
        assertEquals(titles, header.titles());
        assertEquals(12, header.index(PortRegistry.ROLES.index(PortRegistry.SERVICE_NAME)));
        assertEquals(1, header.index(PortRegistry.ROLES.index(PortRegistry.ASSIGNMENT_NOTES)));
        assertFalse(Header.of(with("Colour"), PortRegistry.ROLES).isCanonical());
    }

    @Test
    void titlesBesideTheTwelveMayStandTwice() {
        List<String> titles = with("Colour");
        titles.add("Colour");
        assertEquals(
                List.of("Colour", "Colour"),
                Header.of(titles, PortRegistry.ROLES).others());
    }

    @Test
    void refusesAMissingOrDoubleColumn() {
        assertEquals(
                "the header lacks 'Port Number', 'Assignment Notes'",
                refusal(List.of(
                        "Service Name",
                        "Transport Protocol",
                        "Description",
                        "Assignee",
                        "Contact",
                        "Registration Date",
                        "Modification Date",
                        "Reference",
                        "Service Code",
                        "Unauthorized Use Reported",
                        "port number")));
        assertEquals("the header has the column 'Contact' twice", refusal(with("Contact")));
        assertEquals(
                "the header has the column 'Unauthorized Use Reported' twice",
                refusal(with("Known Unauthorized Uses")));
    }

    @Test
    void titlesAreExact() {
        assertEquals(PortRegistry.CONTACT, PortRegistry.ROLES.column("Contact"));
        assertNull(PortRegistry.ROLES.column("contact"));
        assertNull(PortRegistry.ROLES.column(" Contact"));
    }

    private static List<String> with(String title) {
        List<String> titles = new ArrayList<>(Rows.TITLES);
        titles.add(title);
        return titles;
    }

    private static String refusal(List<String> titles) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> Header.of(titles, PortRegistry.ROLES))
                .getMessage());
    }
}
