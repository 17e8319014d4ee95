package org.ianawatch.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ianawatch.made.Rows;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Header;
import org.junit.jupiter.api.Test;

class ColumnChangesTest {
    @Test
    void aFormerTitleIsRenamed() {
        List<String> former = new ArrayList<>(Rows.TITLES);
        former.set(10, "Known Unauthorized Uses");
        ColumnChanges changes = ColumnChanges.between(
                Header.of(former, PortRegistry.ROLES), Header.of(Rows.TITLES, PortRegistry.ROLES));
        assertEquals(
                List.of(new ColumnChanges.Title("Known Unauthorized Uses", "Unauthorized Use Reported")),
                changes.renamed());
        assertFalse(changes.isEmpty());
    }

    @Test
    void columnsBesideTheTwelveComeAndGo() {
        ColumnChanges changes = ColumnChanges.between(beside("Shape", "Size"), beside("Size", "Colour"));
        assertEquals(new ColumnChanges(List.of(), List.of("Colour"), List.of("Shape")), changes);
        assertFalse(changes.isEmpty());
    }

    @Test
    void anotherOrderIsNoChange() {
        List<String> reversed = new ArrayList<>(Rows.TITLES);
        Collections.reverse(reversed);
        assertTrue(ColumnChanges.between(
                        Header.of(Rows.TITLES, PortRegistry.ROLES), Header.of(reversed, PortRegistry.ROLES))
                .isEmpty());
    }

    private static Header beside(String... more) {
        List<String> titles = new ArrayList<>(Rows.TITLES);
        titles.addAll(List.of(more));
        return Header.of(titles, PortRegistry.ROLES);
    }
}
