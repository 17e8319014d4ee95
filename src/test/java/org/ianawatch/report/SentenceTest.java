package org.ianawatch.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.FieldChange;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;
import org.junit.jupiter.api.Test;

class SentenceTest {
    private static final Span PORT = Span.of(278);
    private static final Entry FOO = Samples.row("foo", "278", "tcp", "Foo", "", "");

    @Test
    void saysTheBlockThatHeldAnAssignedPort() {
        says(
                "278/tcp assigned to foo (was unassigned, block 272-279)",
                new Change.Assigned(PORT, Samples.TCP, "foo", Status.UNASSIGNED, new Span(272, 279), FOO));
    }

    @Test
    void leavesOutABlockOfOnePort() {
        says(
                "278/tcp assigned to foo (was unassigned)",
                new Change.Assigned(PORT, Samples.TCP, "foo", Status.UNASSIGNED, PORT, FOO));
    }

    @Test
    void saysAModificationDateOnlyWhereItIsAllThereIs() {
        FieldChange date = Samples.field(PortRegistry.MODIFICATION_DATE, "2015-11-03", "2016-02-01");
        says("278/tcp foo amended: Modification Date", Samples.amended("foo", 278, Samples.TCP, date));
        says(
                "278/tcp foo amended: Contact",
                Samples.amended("foo", 278, Samples.TCP, Samples.field(PortRegistry.CONTACT, "a", "b"), date));
        says("278/tcp renamed from foo to bar", new Change.Renamed(PORT, Samples.TCP, "foo", "bar", List.of(date)));
    }

    @Test
    void saysThatAnAssignedPortHadAServiceAlready() {
        says(
                "278/tcp assigned to foo (was already assigned)",
                new Change.Assigned(PORT, Samples.TCP, "foo", Status.ASSIGNED, null, FOO));
    }

    @Test
    void saysWhatADeassignedPortIsNow() {
        says(
                "278/tcp,udp de-assigned from foo (now reserved)",
                new Change.Deassigned(PORT, Samples.TCP_AND_UDP, "foo", Status.RESERVED, FOO));
        says(
                "278/tcp de-assigned from foo (still assigned)",
                new Change.Deassigned(PORT, Samples.TCP, "foo", Status.ASSIGNED, FOO));
    }

    @Test
    void saysWhatAPortWasBefore() {
        says(
                "278/udp reserved (was unassigned)",
                new Change.Reclassified(PORT, Samples.UDP, Status.RESERVED, Status.UNASSIGNED));
        says(
                "272-279/udp unassigned (was reserved)",
                new Change.Reclassified(new Span(272, 279), Samples.UDP, Status.UNASSIGNED, Status.RESERVED));
    }

    @Test
    void saysBothNames() {
        says(
                "4420/tcp renamed from nvme to nvmf; also Assignee, Reference",
                new Change.Renamed(
                        Span.of(4420),
                        Samples.TCP,
                        "nvme",
                        "nvmf",
                        List.of(
                                Samples.field(PortRegistry.ASSIGNEE, "a", "b"),
                                Samples.field(PortRegistry.REFERENCE, "c", "d"))));
    }

    @Test
    void saysThatThereIsNoName() {
        says(
                "278/tcp assigned without a service name (was unassigned)",
                new Change.Assigned(PORT, Samples.TCP, "", Status.UNASSIGNED, null, FOO));
        says(
                "278/tcp de-assigned (now unassigned)",
                new Change.Deassigned(PORT, Samples.TCP, "", Status.UNASSIGNED, FOO));
        says(
                "278/tcp renamed from foo to no service name",
                new Change.Renamed(PORT, Samples.TCP, "foo", "", List.of()));
        says(
                "a row without a name (tcp, no port) assigned",
                new Change.Assigned(null, Samples.TCP, "", Status.UNASSIGNED, null, FOO));
    }

    @Test
    void saysThatThereIsNoPort() {
        says(
                "foo (tcp, no port) assigned",
                new Change.Assigned(null, Samples.TCP, "foo", Status.UNASSIGNED, null, FOO));
        says(
                "foo (all transports, no port) de-assigned",
                new Change.Deassigned(null, Space.ALL, "foo", Status.UNASSIGNED, FOO));
    }

    @Test
    void tellsOpenSilentAndCosmeticAmendmentsApart() {
        says(
                "278/tcp foo amended: Assignee",
                Samples.amended(
                        "foo",
                        278,
                        Samples.TCP,
                        Samples.field(PortRegistry.ASSIGNEE, "a", "b"),
                        Samples.field(PortRegistry.MODIFICATION_DATE, "2015", "2016")));
        says(
                "278/tcp foo silently amended: Assignee",
                Samples.amended("foo", 278, Samples.TCP, Samples.field(PortRegistry.ASSIGNEE, "a", "b")));
        says(
                "278/tcp foo amended cosmetically: Assignee",
                Samples.amended("foo", 278, Samples.TCP, Samples.field(PortRegistry.ASSIGNEE, "a b", "ab")));
        says(
                "278 (all transports) silently amended: Description",
                Samples.amended("", 278, Space.ALL, Samples.field(PortRegistry.DESCRIPTION, "a", "b")));
    }

    @Test
    void showsEscapeSequencesInNames() {
        says(
                "278/x\\u0007 renamed from \\u001b[31ma to \\u202eb",
                new Change.Renamed(PORT, List.of(new Space("x\u0007")), "\u001b[31ma", "\u202eb", List.of()));
    }

    private static void says(String sentence, Change change) {
        assertEquals(sentence, Sentence.of(change).text());
    }
}
