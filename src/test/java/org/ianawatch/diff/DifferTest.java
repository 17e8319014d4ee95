package org.ianawatch.diff;

import static org.ianawatch.made.Rows.row;
import static org.ianawatch.made.Rows.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ianawatch.made.Rows;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;
import org.junit.jupiter.api.Test;

/** One case for each sentence of what a change is. */
class DifferTest {
    private static final List<Space> TCP = List.of(Space.TCP);
    private static final List<Space> UDP = List.of(Space.UDP);
    private static final List<Space> TCP_AND_UDP = List.of(Space.TCP, Space.UDP);
    private static final Entry BLOCK = row("", "272-279", "", "Unassigned");
    private static final Span BLOCK_PORTS = new Span(272, 279);

    @Test
    void aPortOfABlockIsAssignedAndItsSiblingReserved() {
        Entry foo = row("foo", "278", "tcp", "Foo");
        List<Change> changes = changes(
                List.of(BLOCK),
                List.of(
                        row("", "272-277", "", "Unassigned"),
                        foo,
                        row("", "278", "udp", "Reserved"),
                        row("", "279", "", "Unassigned")));
        assertEquals(
                List.of(
                        new Change.Assigned(Span.of(278), TCP, "foo", Status.UNASSIGNED, BLOCK_PORTS, foo),
                        new Change.Reclassified(Span.of(278), UDP, Status.RESERVED, Status.UNASSIGNED)),
                changes);
    }

    @Test
    void aBlockThatOnlyGrowsShrinksOrSplitsIsNoChange() {
        ChangeSet set = diff(
                List.of(BLOCK, row("", "300-309", "", "Reserved")),
                List.of(
                        row("", "270-274", "", "Unassigned"),
                        row("", "275-279", "", "(Unassigned)"),
                        row("", "300-305", "", "Reserved"),
                        row("", "306-309", "tcp", "Reserved"),
                        row("", "306-309", "", "IANA Reserved")));
        assertEquals(List.of(), set.changes());
        assertEquals(2, set.removedRows().size());
        assertEquals(5, set.addedRows().size());
        assertFalse(set.isEmpty());
    }

    @Test
    void anAssignedPortStandsInsideAnUnassignedBlock() {
        Entry foo = row("foo", "275", "tcp", "Foo");
        assertEquals(
                List.of(new Change.Assigned(Span.of(275), TCP, "foo", Status.UNASSIGNED, BLOCK_PORTS, foo)),
                changes(List.of(BLOCK), List.of(BLOCK, foo)));
        assertEquals(
                List.of(new Change.Deassigned(Span.of(275), TCP, "foo", Status.UNASSIGNED, foo)),
                changes(List.of(BLOCK, foo), List.of(BLOCK)));
    }

    @Test
    void aPortThatNoRowCoversIsUnassigned() {
        Entry foo = row("foo", "50000", "tcp", "Foo");
        assertEquals(
                List.of(new Change.Assigned(Span.of(50_000), TCP, "foo", Status.UNASSIGNED, null, foo)),
                changes(List.of(), List.of(foo)));
    }

    @Test
    void aRowWhosePortCannotBeReadIsANameWithoutAPort() {
        Entry read = row("foo", "80", "tcp", "Foo");
        Entry unread = row("foo", "80 ", "tcp", "Foo");
        assertEquals(
                List.of(
                        new Change.Deassigned(Span.of(80), TCP, "foo", Status.UNASSIGNED, read),
                        new Change.Assigned(null, TCP, "foo", Status.UNASSIGNED, null, unread)),
                changes(List.of(read), List.of(unread)));
        assertEquals(
                List.of(new Change.Amended(
                        null, TCP, "foo", List.of(new FieldChange(PortRegistry.PORT_NUMBER, "80 ", " 80")))),
                changes(List.of(unread), List.of(row("foo", " 80", "tcp", "Foo"))));
    }

    @Test
    void aBlockWhosePortsCannotBeReadAssignsNothing() {
        Entry unread = row("", "80\u201389", "tcp", "Unassigned");
        assertEquals(List.of(), changes(List.of(), List.of(unread)));
        assertEquals(List.of(), changes(List.of(unread), List.of()));
        assertEquals(
                List.of(new Change.Amended(
                        null, TCP, "", List.of(new FieldChange(PortRegistry.DESCRIPTION, "Unassigned", "Reserved")))),
                changes(List.of(unread), List.of(row("", "80\u201389", "tcp", "Reserved"))));
    }

    @Test
    void aServiceJoinsOthers() {
        Entry first = row("foo", "80", "tcp", "Foo");
        Entry second = row("bar", "80", "tcp", "Bar");
        assertEquals(
                List.of(new Change.Assigned(Span.of(80), TCP, "bar", Status.ASSIGNED, null, second)),
                changes(List.of(first), List.of(first, second)));
    }

    @Test
    void deassignedSaysWhatThePortIsNow() {
        Entry foo = row("foo", "80", "tcp", "Foo");
        assertEquals(
                List.of(new Change.Deassigned(Span.of(80), TCP, "foo", Status.RESERVED, foo)),
                changes(List.of(foo), List.of(row("", "80", "tcp", "Removed (2019)"))));
        assertEquals(
                List.of(new Change.Deassigned(Span.of(80), TCP, "foo", Status.UNASSIGNED, foo)),
                changes(List.of(foo), List.of()));
    }

    @Test
    void oneNameForAnotherIsRenamedWithTheOtherFields() {
        Entry foo = row("foo", "80", "tcp", "Foo");
        Entry bar = with(row("bar", "80", "tcp", "Bar"), PortRegistry.ASSIGNEE, "[New]");
        assertEquals(
                List.of(new Change.Renamed(
                        Span.of(80),
                        TCP,
                        "foo",
                        "bar",
                        List.of(
                                new FieldChange(PortRegistry.DESCRIPTION, "Foo", "Bar"),
                                new FieldChange(PortRegistry.ASSIGNEE, "[Org]", "[New]")))),
                changes(List.of(foo), List.of(bar)));
    }

    @Test
    void oneNameForTwoIsNotRenamed() {
        Entry foo = row("foo", "80", "tcp", "Foo");
        Entry bar = row("bar", "80", "tcp", "Bar");
        Entry baz = row("baz", "80", "tcp", "Baz");
        assertEquals(
                List.of(Kind.ASSIGNED, Kind.ASSIGNED, Kind.DEASSIGNED),
                changes(List.of(foo), List.of(bar, baz)).stream()
                        .map(Change::kind)
                        .toList());
    }

    @Test
    void anAssignmentMayHaveNoName() {
        Entry mail = row("", "24", "tcp", "any private mail system");
        Entry foo = row("foo", "24", "tcp", "any private mail system");
        assertEquals(
                List.of(new Change.Assigned(Span.of(24), TCP, "", Status.UNASSIGNED, null, mail)),
                changes(List.of(), List.of(mail)));
        assertEquals(
                List.of(new Change.Renamed(Span.of(24), TCP, "", "foo", List.of())),
                changes(List.of(mail), List.of(foo)));
    }

    @Test
    void theStatusOfANamelessRowChanges() {
        List<Entry> unassigned = List.of(row("", "80-81", "", "Unassigned"));
        List<Entry> reserved = List.of(row("", "80-81", "", "Reserved"));
        Span ports = new Span(80, 81);
        assertEquals(
                List.of(new Change.Reclassified(ports, Space.ALL, Status.RESERVED, Status.UNASSIGNED)),
                changes(unassigned, reserved));
        assertEquals(
                List.of(new Change.Reclassified(ports, Space.ALL, Status.UNASSIGNED, Status.RESERVED)),
                changes(reserved, unassigned));
    }

    @Test
    void aRowWithoutATransportSpeaksForTheOthersOnly() {
        Entry udp = row("foo", "80", "udp", "Foo");
        assertEquals(
                List.of(new Change.Reclassified(
                        Span.of(80), List.of(Space.TCP, Space.SCTP, Space.DCCP), Status.RESERVED, Status.UNASSIGNED)),
                changes(List.of(udp), List.of(udp, row("", "80", "", "Reserved"))));
    }

    @Test
    void aTransportThatIsNotOneOfTheFourHasCellsOfItsOwn() {
        Entry quic = row("foo", "80", "quic", "Foo");
        Entry any = row("bar", "80", "", "Bar");
        assertEquals(
                List.of(new Change.Deassigned(Span.of(80), List.of(new Space("quic")), "foo", Status.UNASSIGNED, quic)),
                changes(List.of(quic, any), List.of(any)));
    }

    @Test
    void neighboursAndTransportsWithTheSameChangeAreOne() {
        Entry first = row("foo", "80", "tcp", "Foo");
        List<Change> changes = changes(
                List.of(),
                List.of(
                        first,
                        row("foo", "80", "udp", "Foo"),
                        row("foo", "81-82", "tcp", "Foo"),
                        row("foo", "81", "udp", "Foo"),
                        row("foo", "82", "udp", "Foo")));
        assertEquals(
                List.of(new Change.Assigned(new Span(80, 82), TCP_AND_UDP, "foo", Status.UNASSIGNED, null, first)),
                changes);
    }

    @Test
    void anotherBlockRecordOrGapKeepsChangesApart() {
        List<Entry> before = List.of(row("", "80", "", "Unassigned"), row("", "81", "", "Unassigned"));
        List<Entry> after = List.of(row("foo", "80", "tcp", "Foo"), row("foo", "81", "tcp", "Foo"));
        assertEquals(2, changes(before, after).size());
        assertEquals(
                2,
                changes(List.of(), List.of(row("foo", "80", "tcp", "Foo"), row("foo", "81", "tcp", "Other")))
                        .size());
        assertEquals(
                2,
                changes(List.of(), List.of(row("foo", "80", "tcp", "Foo"), row("foo", "82", "tcp", "Foo")))
                        .size());
    }

    @Test
    void amendedSaysWhatDiffersInTheRow() {
        Entry before = row("foo", "80-81", "tcp", "Foo");
        Entry after = with(with(before, PortRegistry.DESCRIPTION, "Bar"), PortRegistry.MODIFICATION_DATE, "2020-02");
        Change.Amended expected = new Change.Amended(
                new Span(80, 81),
                TCP,
                "foo",
                List.of(
                        new FieldChange(PortRegistry.DESCRIPTION, "Foo", "Bar"),
                        new FieldChange(PortRegistry.MODIFICATION_DATE, "2019-01-01", "2020-02")));
        assertEquals(List.of(expected), changes(List.of(before), List.of(after)));
        assertFalse(expected.isSilent());
        assertFalse(expected.isCosmetic());
    }

    @Test
    void amendedMergesTransportsAndNotPorts() {
        List<Entry> before =
                List.of(row("foo", "80", "tcp", "Foo"), row("foo", "80", "udp", "Foo"), row("foo", "81", "tcp", "Foo"));
        List<Entry> after = before.stream()
                .map(row -> with(row, PortRegistry.CONTACT, "[New]"))
                .toList();
        List<FieldChange> fields = List.of(new FieldChange(PortRegistry.CONTACT, "[Org]", "[New]"));
        assertEquals(
                List.of(
                        new Change.Amended(Span.of(80), TCP_AND_UDP, "foo", fields),
                        new Change.Amended(Span.of(81), TCP, "foo", fields)),
                changes(before, after));
    }

    @Test
    void aRowOfAnotherStatusIsNotAmended() {
        Entry mail = row("", "24", "tcp", "any private mail system");
        assertEquals(
                List.of(new Change.Deassigned(Span.of(24), TCP, "", Status.RESERVED, mail)),
                changes(List.of(mail), List.of(row("", "24", "tcp", "Reserved"))));
    }

    @Test
    void whiteSpaceAndTheSpellingOfReferencesAreCosmetic() {
        Entry before = row("foo", "80", "tcp", "Foo  protocol");
        Entry after = with(
                with(before, PortRegistry.DESCRIPTION, "Foo\u00a0protocol\n"), PortRegistry.REFERENCE, "[RFC 6335]");
        List<Change> changes = changes(List.of(before), List.of(after));
        assertEquals(1, changes.size());
        assertTrue(changes.get(0).isCosmetic());
        assertTrue(((Change.Amended) changes.get(0)).isSilent());
        Entry more = with(after, PortRegistry.CONTACT, "[New]");
        assertFalse(changes(List.of(before), List.of(more)).get(0).isCosmetic());
    }

    @Test
    void duplicatesArePairedInFileOrderOnceTheEqualOnesAreSetAside() {
        Entry same = row("foo", "80", "tcp", "Same");
        List<Change> changes = changes(
                List.of(row("foo", "80", "tcp", "One"), same, row("foo", "80", "tcp", "Two")),
                List.of(same, row("foo", "80", "tcp", "Three"), row("foo", "80", "tcp", "Four")));
        assertEquals(
                List.of(
                        amended(80, new FieldChange(PortRegistry.DESCRIPTION, "One", "Three")),
                        amended(80, new FieldChange(PortRegistry.DESCRIPTION, "Two", "Four"))),
                changes);
        assertEquals(List.of(), changes(List.of(same), List.of(same, same)));
    }

    @Test
    void theFirstOfEqualDuplicatesIsTheOneThatStays() {
        Entry one = row("foo", "80", "tcp", "One");
        Entry two = row("foo", "80", "tcp", "Two");
        Entry three = row("foo", "80", "tcp", "Three");
        FieldChange field = new FieldChange(PortRegistry.DESCRIPTION, "Two", "Three");
        assertEquals(List.of(amended(80, field)), changes(List.of(one, two, one), List.of(one, three)));
        assertEquals(
                List.of(amended(80, new FieldChange(PortRegistry.DESCRIPTION, "Three", "Two"))),
                changes(List.of(one, three), List.of(one, two, one)));
    }

    @Test
    void aNameWithoutAPortComesAndGoes() {
        Entry bare = row("foo", "", "udp", "Foo");
        assertEquals(
                List.of(new Change.Assigned(null, UDP, "foo", Status.UNASSIGNED, null, bare)),
                changes(List.of(), List.of(bare)));
        assertEquals(
                List.of(new Change.Deassigned(null, UDP, "foo", Status.UNASSIGNED, bare)),
                changes(List.of(bare), List.of()));
    }

    @Test
    void aNameWithoutAPortMovesToAnotherTransport() {
        Entry tcp = row("foo", "", "tcp", "Foo");
        Entry any = row("foo", "", "", "Foo, everywhere");
        assertEquals(
                List.of(new Change.Amended(
                        null,
                        Space.ALL,
                        "foo",
                        List.of(
                                new FieldChange(PortRegistry.TRANSPORT_PROTOCOL, "tcp", ""),
                                new FieldChange(PortRegistry.DESCRIPTION, "Foo", "Foo, everywhere")))),
                changes(List.of(tcp), List.of(any)));
        assertEquals(
                List.of(Kind.ASSIGNED, Kind.DEASSIGNED),
                changes(List.of(tcp), List.of(row("bar", "", "udp", "Foo"))).stream()
                        .map(Change::kind)
                        .toList());
    }

    @Test
    void aNameThatGetsAPortIsTwoChanges() {
        Entry bare = row("foo", "", "tcp", "Foo");
        Entry port = row("foo", "80", "tcp", "Foo");
        assertEquals(
                List.of(
                        new Change.Assigned(Span.of(80), TCP, "foo", Status.UNASSIGNED, null, port),
                        new Change.Deassigned(null, TCP, "foo", Status.UNASSIGNED, bare)),
                changes(List.of(bare), List.of(port)));
    }

    @Test
    void changesStandInPortOrderAndNamesWithoutAPortLast() {
        List<Change> changes = changes(
                List.of(row("d", "9", "tcp", "D")),
                List.of(
                        row("bare", "", "tcp", "Bare"),
                        row("c", "100", "tcp", "C"),
                        row("b", "20-30", "udp", "B"),
                        row("a", "20", "tcp", "A"),
                        row("d", "9", "tcp", "Delta")));
        assertEquals(
                List.of("9", "20", "20-30", "100", "null"),
                changes.stream().map(change -> String.valueOf(change.span())).toList());
    }

    private static Change amended(int port, FieldChange field) {
        return new Change.Amended(Span.of(port), TCP, "foo", List.of(field));
    }

    private static List<Change> changes(List<Entry> before, List<Entry> after) {
        return diff(before, after).changes();
    }

    private static ChangeSet diff(List<Entry> before, List<Entry> after) {
        return Differ.diff(Rows.snapshot(before), Rows.snapshot(after));
    }
}
