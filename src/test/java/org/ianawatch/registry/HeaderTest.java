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
import org.junit.jupiter.api.Test;

class HeaderTest {
    @Test
    void ianasHeaderIsCanonical() {
        Header header = Header.of(Rows.TITLES);
        assertTrue(header.isCanonical());
        assertEquals(List.of(), header.others());
        for (Column column : Column.ALL) {
            assertEquals(column.index(), header.index(column));
            assertEquals(column.title(), header.title(column));
        }
    }

    @Test
    void aFormerTitleIsCanonicalToo() {
        List<String> titles = new ArrayList<>(Rows.TITLES);
        titles.set(10, "Known Unauthorized Uses");
        Header header = Header.of(titles);
        assertTrue(header.isCanonical());
        assertEquals(10, header.index(Column.UNAUTHORIZED_USE_REPORTED));
        assertEquals("Known Unauthorized Uses", header.title(Column.UNAUTHORIZED_USE_REPORTED));
        assertNotEquals(Header.of(Rows.TITLES), header);
    }

    @Test
    void columnsStandAnywhereAndOthersBesideThem() {
        List<String> titles = new ArrayList<>(Rows.TITLES);
        titles.add("Colour");
        Collections.reverse(titles);
        Header header = Header.of(titles);
        assertFalse(header.isCanonical());
        assertEquals(List.of("Colour"), header.others());
        assertEquals(titles, header.titles());
        assertEquals(12, header.index(Column.SERVICE_NAME));
        assertEquals(1, header.index(Column.ASSIGNMENT_NOTES));
        assertFalse(Header.of(with("Colour")).isCanonical());
    }

    @Test
    void titlesBesideTheTwelveMayStandTwice() {
        List<String> titles = with("Colour");
        titles.add("Colour");
        assertEquals(List.of("Colour", "Colour"), Header.of(titles).others());
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
        assertEquals(Column.CONTACT, Column.ofTitle("Contact"));
        assertNull(Column.ofTitle("contact"));
        assertNull(Column.ofTitle(" Contact"));
    }

    private static List<String> with(String title) {
        List<String> titles = new ArrayList<>(Rows.TITLES);
        titles.add(title);
        return titles;
    }

    private static String refusal(List<String> titles) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> Header.of(titles))
                .getMessage());
    }
}
