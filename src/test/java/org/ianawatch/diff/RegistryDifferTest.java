package org.ianawatch.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.ianawatch.made.Tables;
import org.ianawatch.registry.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The changes of registries of which nothing is given but two files. */
class RegistryDifferTest {
    private static final String SUITES = "Value,Description,Recommended,Reference\n";

    private static ChangeSet diff(String before, String after) {
        return RegistryDiffer.diff(
                null, Tables.edition("2024-01-01.csv", before), Tables.edition("b/2024-02-01.csv", after));
    }

    private static List<String> changes(String before, String after) {
        return diff(before, after).changes().stream()
                .map(RegistryDifferTest::words)
                .toList();
    }

    private static String words(Change change) {
        Wording wording = Objects.requireNonNull(change.wording());
        return change.kind().word() + " " + wording.value()
                + (wording.codes() == null ? "" : " = " + wording.codes())
                + (wording.scope().isEmpty() ? "" : " of " + wording.scope())
                + (ChangeFilter.names(change).isEmpty() ? "" : " " + ChangeFilter.names(change))
                + (wording.block() == null ? "" : " in " + wording.block());
    }

    @Test
    void aCodeIsSaidAsTheRegistryWritesIt() {
        assertEquals(
                List.of("assigned 0x13,0x06 = 4870 [TLS_MADE] in 0x13,0x06-FF"),
                changes(
                        SUITES + "\"0x13,0x05\",TLS_OLD,,\n\"0x13,0x06-FF\",Unassigned,,\n",
                        SUITES + "\"0x13,0x05\",TLS_OLD,,\n\"0x13,0x06\",TLS_MADE,N,[RFC9000]\n"
                                + "\"0x13,0x07-FF\",Unassigned,,\n"));
    }

    @Test
    void aPartOfARangeIsWrittenLikeTheRange() {
        assertEquals(
                List.of("deassigned 0x02-0x03 = 2-3 [a]", "deassigned 0x05-0x06 = 5-6 [a]"),
                changes(SUITES + "0x01,x,,\n0x02-0x06,a,,\n", SUITES + "0x01,x,,\n0x02-0x03,Unassigned,,\n0x04,a,,\n"));
    }

    @Test
    void addressesAreSaidFirstAndLast() {
        String header = "Address Block,Name\n";
        assertEquals(
                List.of("assigned 2001:db8::/32 = 2001:db8::-2001:db8:ffff:ffff:ffff:ffff:ffff:ffff [doc]"),
                changes(header + "::1/128,loop\n", header + "::1/128,loop\n2001:db8::/32,doc\n"));
    }

    @Test
    void aScopeIsTheOtherColumnsOfTheKey() {
        String header = "Type,Code,Name\n";
        String rows = "a,1,one\na,2,two\na,3,one\nb,1,one\nb,2,one\nb,3,one\n";
        assertEquals(
                List.of("renamed 2 = 2 of {Type=a} [two, deux]", "assigned 4 = 4 of {Type=b} [vier]"),
                changes(header + rows, header + rows.replace("two", "deux") + "b,4,vier\n"));
    }

    @Test
    void aNameOfSeveralPartsHasThemAll() {
        String header = "Method,ptype,Property,Note\n";
        String rows = "a,t,x,\na,t,y,\na,t,z,\nb,t,x,\nb,t,y,\nb,t,z,\n";
        assertEquals(
                List.of("assigned c / x of {Method=c, Property=x} [c / x]"),
                changes(header + rows, header + rows + "c,t,x,\n"));
    }

    @Test
    void anAmendedListKeepsItsCodes() {
        assertEquals(
                List.of("amended 2,5-6 = 2,5-6 [a]"),
                changes(SUITES + "0x01,x,,\n\"2,5-6\",a,,\n", SUITES + "0x01,x,,\n\"2,5-6\",a,Y,\n"));
    }

    @Test
    void otherWordsOfAReservedRowAreAmendedWithoutAName() {
        Change change = diff(SUITES + "1,a,,\n2,Reserved,,\n", SUITES + "1,a,,\n2,Reserved by X,,\n")
                .changes()
                .get(0);
        assertEquals("amended 2 = 2 []", words(change));
        assertFalse(Objects.requireNonNull(change.wording()).isAssigned());
    }

    /** A row of a registry of codes, its cells between bars. */
    private static String row(String cells) {
        return "Value,Name,Rec,Status,Modified,Contact,Reference\n1,other,Y,permanent,2020,[X],[RFC1]\n"
                + cells.replace('|', ',') + "\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "7|a (TEMPORARY - registered 2023-01-01%c expires 2024-01-01)|||||; assigned temporary; 2024-01-01",
                "7|a (TEMPORARY - registered 2023-01-01)|||||; assigned temporary;",
                "7|a||provisional|||; assigned provisional;",
                "7|a||Provisional use|||; assigned ;",
                "7|a (OBSOLETE)|||||; assigned deprecated;",
                "7|Not obsolete|||||; assigned ;",
            })
    void whatCameIsMarked(String after, String expected, String expires) {
        check("7|Unassigned|||||", after, expected, expires);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "7|a (TEMPORARY - registered 2023-01-01%c expires 2024-02-01)|||||; deassigned expired; 2024-02-01",
                "7|a (TEMPORARY - registered 2023-01-01%c expires 2024-02-02)|||||; deassigned temporary; 2024-02-02",
                "7|a (TEMPORARY - registered 2023-01-01)|||||; deassigned temporary;",
                "7|a|||||; deassigned ;",
            })
    void whatWentIsMarked(String before, String expected, String expires) {
        check(before, "7|Unassigned|||||", expected, expires);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "7|a (TEMPORARY - registered 2023-01-01)||||; 7|a||||; amended permanent;",
                "7|a||||; 7|a (TEMPORARY - registered 2023-01-01)||||; amended temporary;",
                "7|a (TEMPORARY - registered 2023-01-01%c expires 2024-01-01)||||;"
                        + "7|a (TEMPORARY - registered 2023-01-01%c expires 2025-01-01)||||; amended extended; 2025-01-01",
                "7|a (TEMPORARY - registered 2023-01-01 [draft-a-1])||||;"
                        + "7|a (TEMPORARY - registered 2023-01-01 [draft-a-2])||||; amended ;",
                "7|a||||; 7|a (DEPRECATED)||||; amended deprecated;",
                "7|a (deprecated by X)||||; 7|a||||; amended reinstated;",
                "7|a-b||||; 7|A B||||; renamed spelling;",
                "7|a||||; 7|b||||; renamed ;",
                "7|a||||[draft-a-1]; 7|a||||[RFC9]; amended published reference;",
                "7|a||||[draft-a-1]; 7|a||||[RFC9][draft-a-1]; amended reference;",
                "7|a||||[RFC8]; 7|a||||[RFC9]; amended reference;",
                "7|a||1||[RFC8]; 7|a||2||[RFC9]; amended reference;",
                "7|a||1||; 7|a||2||; amended date;",
                "7|a||1|[A]|; 7|a||2|[B]|; amended people;",
                "7|a||1|[A]|[RFC8]; 7|a||2|[B]|[RFC9]; amended ;",
                "7|a||||[RFC 8]; 7|a||||[ RFC8 ]; amended ;",
                "7|a|x|||; 7|a|permanent|||; amended status;",
                "7|a|x|||; 7|b|permanent|||; renamed status;",
            })
    void whatStaysIsMarked(String before, String after, String expected, String expires) {
        check(
                before.replaceFirst("(7\\|[^|]*)", "$1|"),
                after.strip().replaceFirst("(7\\|[^|]*)", "$1|"),
                expected,
                expires);
    }

    @Test
    void aRecommendationIsMarked() {
        check("7|a|N||||", "7|a|Y||||", "amended recommendation", null);
    }

    private static void check(String before, String after, String expected, String expires) {
        Change change = diff(row(quoted(before)), row(quoted(after))).changes().get(0);
        Wording wording = Objects.requireNonNull(change.wording());
        assertEquals(
                expected,
                (change.kind().word() + " "
                                + wording.marks().stream().map(Mark::word).collect(Collectors.joining(" ")))
                        .strip());
        assertEquals(expires, wording.expires());
    }

    /** A comma is a row's own as {@code %c}. */
    private static String quoted(String cells) {
        return cells.lines()
                .map(line -> List.of(line.split("\\|", -1)).stream()
                        .map(cell -> cell.contains("%c") ? "\"" + cell.replace("%c", ",") + "\"" : cell)
                        .collect(Collectors.joining("|")))
                .collect(Collectors.joining());
    }

    @Test
    void whatNobodyIsToldIsCosmeticOrOfDatesOrPeople() {
        assertTrue(one("7|a|||||[RFC8]", "7|a|||||[RFC9]").isTelling());
        assertFalse(one("7|a|||||[RFC8]", "7|a|||||[RFC 8]").isTelling());
        assertTrue(one("7|a|||||[RFC8]", "7|a|||||[RFC 8]").isCosmetic());
        assertFalse(one("7|a|||1||", "7|a|||2||").isTelling());
        assertFalse(one("7|a||||[A]|", "7|a||||[B]|").isTelling());
    }

    private static Change one(String before, String after) {
        return diff(row(before), row(after)).changes().get(0);
    }

    @Test
    void aNewColumnChangesNoRowButTheRowsOfTheFile() {
        ChangeSet set = diff("Value,Name\n1,a\n", "Value,Name,Note\n1,a,x\n");
        assertEquals(List.of(), set.changes());
        assertEquals(List.of("Note"), set.columns().added());
        assertEquals(List.of("1", "a", "x"), set.addedRows().get(0).values());
        assertEquals(List.of("1", "a"), set.removedRows().get(0).values());
    }

    @Test
    void columnsAreMatchedByTitleThenByItsLettersThenByWhatTheyHold() {
        ChangeSet set = diff(
                "Value,Full name,Recommended,Old\n1,a,Y,p\n2,b,N,q\n3,c,N,r\n",
                "Value,New,Full Name,Advised\n1,w,a,Y\n2,v,b,N\n3,u,c,N\n");
        assertEquals(
                List.of(
                        new ColumnChanges.Title("Full name", "Full Name"),
                        new ColumnChanges.Title("Recommended", "Advised")),
                set.columns().renamed());
        assertEquals(List.of("New"), set.columns().added());
        assertEquals(List.of("Old"), set.columns().removed());
        assertEquals(List.of(), set.changes());
    }

    @Test
    void aRecordHasAllColumnsOfItsFile() {
        ChangeSet set = diff("Value,Name,Old\n1,a,x\n2,b,y\n", "Name,Value,New\na,1,z\nc,3,w\n");
        Change.Assigned assigned = (Change.Assigned) set.changes().get(1);
        Change.Deassigned deassigned = (Change.Deassigned) set.changes().get(0);
        assertEquals(List.of("c", "3", "w"), assigned.entry().values());
        assertEquals(List.of("2", "b", "y"), deassigned.entry().values());
        assertEquals("w", assigned.entry().value("New"));
        assertEquals("y", deassigned.entry().value("Old"));
    }

    @Test
    void theRegistryIsTheOneThatIsGiven() {
        Registry.Id id = new Registry.Id("made", "suites");
        ChangeSet set = RegistryDiffer.diff(
                id, Tables.edition("a", SUITES + "1,a,,\n"), Tables.edition("b", SUITES + "1,b,,\n"));
        assertEquals(id, Objects.requireNonNull(set.compared()).id());
        assertNull(Objects.requireNonNull(diff("V\n1\n", "V\n1\n").compared()).id());
    }
}
