package org.ianawatch.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.ianawatch.made.Foreign;
import org.ianawatch.registry.Registry;
import org.ianawatch.registry.Space;
import org.junit.jupiter.api.Test;

/** The changes of registries that have no ports. */
class ForeignDifferTest {
    private static final String SUITES = "Value,Description,Recommended,Reference\r\n";
    private static final String METHODS = "Method Name,Safe,Reference\r\n";
    private static final String OPTIONS = "Type,Code,Meaning,Reference\r\n";

    private static List<String> changes(Registry registry, String before, String after) {
        return Differ.diff(Foreign.snapshot(registry, before), Foreign.snapshot(registry, after)).changes().stream()
                .map(ForeignDifferTest::words)
                .toList();
    }

    private static String words(Change change) {
        String spaces = change.spaces().stream().map(Space::name).collect(Collectors.joining(","));
        return change.kind().word() + " " + change.span() + (spaces.isEmpty() ? "" : " of " + spaces)
                + (ChangeFilter.names(change).isEmpty() ? "" : " " + ChangeFilter.names(change));
    }

    @Test
    void aCodeOutOfAnUnassignedRangeIsAssigned() {
        assertEquals(
                List.of("assigned 4870 [TLS_MADE]"),
                changes(
                        Foreign.SUITES,
                        SUITES + "\"0x13,0x06-FF\",Unassigned,,\r\n",
                        SUITES + "\"0x13,0x06\",TLS_MADE,N,[RFC9000]\r\n\"0x13,0x07-FF\",Unassigned,,\r\n"));
    }

    @Test
    void everyStatusIsAKind() {
        assertEquals(
                List.of("reserved 1", "private-use 2-3", "experimental 4", "unassigned 5"),
                changes(
                        Foreign.SUITES,
                        SUITES + "0x01-0x04,Unassigned,,\r\n0x05,Reserved,,\r\n",
                        SUITES
                                + "0x01,Reserved,,\r\n0x02-0x03,Private Use,,\r\n0x04,Experimental Use,,\r\n0x05,Unassigned,,\r\n"));
    }

    @Test
    void neighboursOfOneRowAreOneChangeAndOfTwoRowsTwo() {
        assertEquals(
                List.of("deassigned 1-2 [OLD]", "assigned 5 [NEW]", "assigned 6 [NEW]"),
                changes(
                        Foreign.SUITES,
                        SUITES + "0x01-0x02,OLD,,\r\n0x09,X,,\r\n",
                        SUITES + "0x05,NEW,,\r\n0x06,NEW,,\r\n0x09,X,,\r\n"));
    }

    @Test
    void aListOfCodesHasAChangeForEachRunOfNeighbours() {
        assertEquals(
                List.of("assigned 9-10 [L]", "assigned 12 [L]"),
                changes(Foreign.SUITES, SUITES + "0x01,X,,\r\n", SUITES + "0x01,X,,\r\n\"9,10,12\",L,,\r\n"));
    }

    @Test
    void aMarkerIsNoPartOfAName() {
        assertEquals(
                List.of("amended 1 [X]"),
                changes(
                        Foreign.SUITES,
                        SUITES + "0x01,X (TEMPORARY - registered 2024-01-01),,\r\n",
                        SUITES + "0x01,X,,\r\n"));
    }

    @Test
    void aCodeIsRenamedWhenItLosesOneNameAndGainsOne() {
        assertEquals(
                List.of("renamed 1 [X, Y]", "amended 2 [Z]"),
                changes(Foreign.SUITES, SUITES + "0x01,X,,\r\n0x02,Z,N,\r\n", SUITES + "0x01,Y,,\r\n0x02,Z,Y,\r\n"));
    }

    @Test
    void namesComeGoAndAreRenamedWhereOnlyTheSpellingDiffersOrAllElseIsAlike() {
        assertEquals(
                List.of(
                        "assigned null [PATCH]",
                        "deassigned null [OLD]",
                        "renamed null [GET, Get]",
                        "renamed null [LABEL, TAG]"),
                changes(
                        Foreign.METHODS,
                        METHODS + "GET,yes,[RFC1]\r\nLABEL,no,[RFC2]\r\nOLD,no,[RFC3]\r\n",
                        METHODS + "Get,no,[RFC9]\r\nTAG,no,[RFC2]\r\nPATCH,yes,[RFC4]\r\n"));
    }

    @Test
    void codesOfOneScopeAreNotThoseOfAnother() {
        assertEquals(
                List.of("assigned 2 of a [two]", "deassigned 2 of b [zwei]", "amended 1 of b [eins]"),
                changes(
                                Foreign.OPTIONS,
                                OPTIONS + "a,1,one,\r\nb,1,eins,\r\nb,2,zwei,\r\n",
                                OPTIONS + "a,1,one,\r\na,2,two,\r\nb,1,eins,[RFC1]\r\n")
                        .stream()
                        .sorted((one, other) -> one.contains("amended") ? 1 : other.contains("amended") ? -1 : 0)
                        .toList());
    }

    @Test
    void aRowWhoseCodeDoesNotReadIsKnownByItsText() {
        assertEquals(
                List.of("deassigned null [old]", "assigned null [new]"),
                changes(Foreign.SUITES, SUITES + "0x01,X,,\r\nsoon,old,,\r\n", SUITES + "0x01,X,,\r\nlater,new,,\r\n")
                        .stream()
                        .sorted((one, other) -> other.compareTo(one))
                        .toList());
    }

    @Test
    void aNewColumnChangesNoRowAndARenamedOneStaysTheSame() {
        ChangeSet changes = Differ.diff(
                Foreign.snapshot(Foreign.SUITES, SUITES + "0x01,X,Y,[RFC1]\r\n0x02,Z,N,[RFC1]\r\n"),
                Foreign.snapshot(
                        Foreign.SUITES,
                        "Value,Description,DTLS-OK,Advised,Reference\r\n0x01,X,,Y,[RFC1]\r\n0x02,Z,,N,[RFC2]\r\n"));
        assertEquals(List.of("DTLS-OK"), changes.columns().added());
        assertEquals(
                List.of(new ColumnChanges.Title("Recommended", "Advised")),
                changes.columns().renamed());
        assertEquals(
                List.of("amended 2 [Z]"),
                changes.changes().stream().map(ForeignDifferTest::words).toList());
        assertEquals(
                List.of("0x02", "Z", "", "N", "[RFC2]"),
                changes.addedRows().get(0).values());
    }

    @Test
    void columnsThatOnlyOneSideHasSayNothingOfRows() {
        ChangeSet changes = Differ.diff(
                Foreign.snapshot(Foreign.METHODS, METHODS + "GET,yes,\r\n"),
                Foreign.snapshot(Foreign.METHODS, "Method Name,Safe,Idempotent\r\nGET,yes,yes\r\n"));
        assertEquals(List.of(), changes.changes());
        assertEquals(List.of("Idempotent"), changes.columns().added());
        assertEquals(List.of("Reference"), changes.columns().removed());
    }
}
