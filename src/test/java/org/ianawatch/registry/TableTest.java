package org.ianawatch.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private static Table table(List<String> titles, List<String> row) {
        return Table.of(titles, List.of(row));
    }

    @Test
    void titlesAreSqueezedAndThoseThatStandThereTwiceHaveANumber() {
        assertEquals(
                List.of("Code", "Range (hex)", "Code (2)", "Code (3)"),
                table(List.of(" Code", "Range\u00a0 (hex)\n", "Code", "Code "), List.of("1", "2", "3", "4"))
                        .titles());
    }

    @Test
    void cellsBeyondTheHeaderStandUnderTheEmptyTitle() {
        Table table = table(List.of("Code"), List.of("1", "2", "3"));
        assertEquals(List.of("Code", "", " (2)"), table.titles());
        assertEquals(List.of(List.of("1", "2", "3")), table.rows());
    }

    @Test
    void whatARowLacksIsEmpty() {
        assertEquals(
                List.of(List.of("1", "", "")),
                table(List.of("Code", "Name", "Reference"), List.of("1")).rows());
    }

    @Test
    void someOfTheColumnsAreATableOfTheirOwn() {
        Table table = Table.of(List.of("a", "b", "c"), List.of(List.of("1", "2", "3"), List.of("4", "5", "6")));
        assertEquals(
                new Table(List.of("c", "a"), List.of(List.of("3", "1"), List.of("6", "4"))),
                table.under(List.of(2, 0)));
        assertEquals(table, table.under(List.of(0, 1, 2)));
        assertEquals(List.of("2", "5"), table.column(1));
    }
}
