package org.ianawatch.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ianawatch.registry.Column.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables are written with bars between cells and slashes between rows; the first row has the titles. */
class RoleFinderTest {
    private static Table table(String text) {
        List<List<String>> rows = new ArrayList<>();
        for (String row : text.split("/", -1)) {
            rows.add(List.of(row.strip().split("\\|", -1)));
        }
        return Table.of(rows.get(0), rows.subList(1, rows.size()));
    }

    private static Roles roles(String older, String newer) {
        return RoleFinder.find(table(older), table(newer)).newer();
    }

    private static Roles roles(String both) {
        return roles(both, both);
    }

    private static String titles(Roles roles, List<Integer> columns) {
        return columns.stream()
                .map(column -> roles.columns().get(column).title())
                .collect(Collectors.joining(","));
    }

    /** The titles of the key, an asterisk behind the code, and whether it is exact. */
    private static String key(Roles roles) {
        return roles.key().columns().stream()
                        .map(column -> roles.columns().get(column).title()
                                + (column.equals(roles.key().code()) ? "*" : ""))
                        .collect(Collectors.joining(","))
                + (roles.key().isExact() ? "" : " nearly");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // The first column that tells all apart, codes or names.
                "Value|Name / 1|a / 2|b / 3|c / 4|d; Value*",
                "Name|Value / a|1 / b|2 / c|3 / d|4; Name",
                // Names are none where one says in place of a name that a code is not assigned.
                "Name|Value / a|1 / b|2 / (Unassigned)|3 / d|4; Value*",
                "Name|Value / a|1 / b|2 / Reservedness|3 / d|4; Name",
                // References, dates and people never tell apart; prose only as the first of all, or as codes.
                "Reference|Date|Who|Name / r|1|[a]|p / s|2|[b]|q / t|3|[c]|r / u|4|[d]|s; Name",
                "Note|Name / a|p / b|p / c|p / d|p; Note",
                "Type|Note|Name / a|p|s / a|q|t / a|r|u / a|s|v; Name",
                "Type|Note / a|1 / a|2 / a|3 / a|4; Note*",
                // What has empty cells comes second, with prose third.
                "Value|Name / 1|a / 2|b / |c / 4|d / 5|e / 6|f; Name",
                "Value|Name / 1|a / 2|a / |a / 4|a / 5|a / 6|a; Value*",
                "Type|Note / a|p / a|q / a|r / a|s / a|; Note",
                // Nested prefixes are told apart by what is written.
                "Prefix|Name / 10.0.0.0/8|a / 10.0.0.0/16|b / 10.0.0.0/24|c / 10.0.0.0/32|d; Prefix",
                // A few rows may share their key.
                "Value|Name / 1|a / 1|b / 2|c; Value*",
                "Value|Name / 1|a / 1|b / 1|c / 2|a / 2|b / 2|c; Value*,Name",
                // Of several columns those that are not needed are left out.
                "Method|ptype|Property / a|t|x / a|t|y / a|t|z / b|t|x / b|t|y / b|t|z; Method,Property",
                "Type|Code|Name / a|1|x / a|2|x / a|3|x / b|1|x / b|2|x / b|3|x; Type,Code*",
                // Nothing tells all apart.
                "Name|Kind / a|x / a|x / a|x / a|y; Name,Kind nearly",
            })
    void theKeyIsFound(String text, String key) {
        // Prefixes have slashes of their own.
        String table = text.replaceAll("/(\\d+)", "\u2044$1");
        Table both = table(table);
        List<List<String>> rows = both.rows().stream()
                .map(row ->
                        row.stream().map(cell -> cell.replace('\u2044', '/')).toList())
                .toList();
        Table prefixes = new Table(both.titles(), rows);
        assertEquals(key, key(RoleFinder.find(prefixes, prefixes).newer()));
    }

    @Test
    void aKeyHasToTellTheRowsOfBothEditionsApart() {
        String names = "Type|Name / a|x / b|y / c|z / d|w";
        String again = "Type|Name / a|x / a|y / a|z / b|w";
        assertEquals("Type", key(roles(names)));
        assertEquals("Name", key(roles(again, names)));
        assertEquals("Name", key(roles(names, again)));
    }

    @Test
    void codesAreThoseThatAreCodesInBothEditions() {
        assertTrue(roles("Value|Name / 1|a / 2|b", "Value|Name / 1|a / 2|b").areCoded());
        assertFalse(roles("Value|Name / x|a / y|b", "Value|Name / 1|a / 2|b").areCoded());
    }

    @Test
    void nineOfTenCellsHaveToBeCodes() {
        String nine = "Value|Name / 1|a / 2|b / 3|c / 4|d / 5|e / 6|f / 7|g / 8|h / 9|i";
        assertTrue(roles(nine + " / x|j").areCoded());
        assertFalse(roles(nine + " / x|j / y|k").areCoded());
    }

    @Test
    void theColumnTellsHowItsCodesAreWritten() {
        assertEquals(Notation.HEXADECIMAL, roles("Code|Name / 10|a / 0A-0F|b").notation());
        assertEquals(Notation.NUMBERS, roles("Code|Name / 10|a / 11-12|b").notation());
        assertEquals(
                Notation.ADDRESSES,
                roles("Code|Name / 192.0.2.1|a / 192.0.2.2|b").notation());
        RoleFinder.Found found = RoleFinder.find(table("Code|Name / 10|a"), table("Code|Name / 1A|a"));
        assertEquals(Notation.NUMBERS, found.older().notation());
        assertEquals(Notation.HEXADECIMAL, found.newer().notation());
    }

    @ParameterizedTest
    @CsvSource({
        "Reference, x, REFERENCE",
        "References, x, REFERENCE",
        "Reference Name, x, PLAIN",
        "RFC, x, REFERENCE",
        "RFC Section, x, PLAIN",
        "Defining Document, x, REFERENCE",
        "Registration Date, x, DATE",
        "Last Updated, x, DATE",
        "Update, x, PLAIN",
        "Contact, [x], PEOPLE",
        "Contact, x, PLAIN",
        "Contact, [RFC1], REFERENCE",
        "Contact, see [RFC1], PLAIN",
        "Description, x, PROSE",
        "Notes, [x], PEOPLE",
        "Descriptor, x, PLAIN",
        "Name, '', PLAIN",
    })
    void theContentOfAColumnIsSaidByItsTitleOrItsCells(String title, String cell, Content content) {
        Roles roles = roles("Value|" + title + " / 1|" + cell);
        assertEquals(content, roles.columns().get(1).content());
    }

    @Test
    void theContentThatAColumnHasInEitherEditionCounts() {
        assertEquals(
                Content.PEOPLE,
                roles("Value|Who / 1|[a]", "Value|Who / 1|").columns().get(1).content());
    }

    @Test
    void theLabelIsTheFirstOfTheOthersThatIsHalfFilled() {
        Roles roles = roles("Value|Hint|Name|Size|Reference / 1||a|4|r / 2||b|5|r / 3|x|c|6|s");
        assertEquals("Name,Hint", titles(roles, roles.labels()));
        Roles sparse = roles("Value|Hint|Name / 1|| / 2|| / 3|x|");
        assertEquals("Hint,Name", titles(sparse, sparse.labels()));
    }

    @Test
    void columnsThatHaveNothingInCommonTellNothingApart() {
        Roles roles = RoleFinder.find(
                        new Table(List.of(), List.of(List.of())), new Table(List.of(), List.of(List.of())))
                .newer();
        assertEquals(List.of(), roles.key().columns());
    }
}
