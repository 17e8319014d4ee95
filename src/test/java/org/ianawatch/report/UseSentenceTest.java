package org.ianawatch.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.ianawatch.diff.Change;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.SiteUse;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;
import org.ianawatch.registry.Use;
import org.junit.jupiter.api.Test;

class UseSentenceTest {
    private static final Span BLOCK = new Span(272, 279);
    private static final Span PORT = Span.of(278);
    private static final Entry FOO = Samples.row("foo", "278", "tcp", "Foo", "", "");

    @Test
    void saysWhatAnAssignmentMeans() {
        says(
                "278/tcp, which you use for lab telemetry, is now assigned to foo",
                "272-279/tcp",
                new Change.Assigned(PORT, Samples.TCP, "foo", Status.UNASSIGNED, BLOCK, FOO));
        says(
                "278/tcp, which you use for lab telemetry, is now assigned to foo (was reserved)",
                "278",
                new Change.Assigned(PORT, Samples.TCP, "foo", Status.RESERVED, BLOCK, FOO));
        says(
                "278/tcp, which you use for lab telemetry, is now assigned without a service name (was already assigned)",
                "278",
                new Change.Assigned(PORT, Samples.TCP, "", Status.ASSIGNED, null, FOO));
        says(
                "foo, which you use for lab telemetry, is now assigned 278/tcp",
                "foo",
                new Change.Assigned(PORT, Samples.TCP, "foo", Status.UNASSIGNED, BLOCK, FOO));
        says(
                "foo, which you use for lab telemetry, is now assigned without a port (all transports)",
                "foo",
                new Change.Assigned(null, Space.ALL, "foo", Status.UNASSIGNED, null, FOO));
    }

    @Test
    void saysOnlyWhatIsUsed() {
        Change reserved = new Change.Reclassified(new Span(270, 300), Space.ALL, Status.RESERVED, Status.UNASSIGNED);
        says("272-279/tcp, which you use for lab telemetry, is now reserved", "272-279/tcp", reserved);
        says("300 (all transports), which you use for lab telemetry, is now reserved", "300-310", reserved);
        says("270/udp, which you use for lab telemetry, is now reserved", "1-270/udp", reserved);
    }

    @Test
    void saysWhatTheEndOfAnAssignmentMeans() {
        says(
                "278/tcp, which you use for lab telemetry, was de-assigned from foo and is now reserved",
                "278",
                new Change.Deassigned(PORT, Samples.TCP, "foo", Status.RESERVED, FOO));
        says(
                "278/tcp, which you use for lab telemetry, was de-assigned and is still assigned",
                "278",
                new Change.Deassigned(PORT, Samples.TCP, "", Status.ASSIGNED, FOO));
        says(
                "foo, which you use for lab telemetry, was de-assigned from 278/tcp, which is now unassigned",
                "foo",
                new Change.Deassigned(PORT, Samples.TCP, "foo", Status.UNASSIGNED, FOO));
        says(
                "foo, which you use for lab telemetry, was de-assigned from 278/tcp, which is still assigned",
                "foo",
                new Change.Deassigned(PORT, Samples.TCP, "foo", Status.ASSIGNED, FOO));
        says(
                "foo, which you use for lab telemetry, was de-assigned without a port (tcp)",
                "foo",
                new Change.Deassigned(null, Samples.TCP, "foo", Status.UNASSIGNED, FOO));
        says(
                "278/udp, which you use for lab telemetry, is now unassigned (was reserved)",
                "278",
                new Change.Reclassified(PORT, Samples.UDP, Status.UNASSIGNED, Status.RESERVED));
    }

    @Test
    void saysBothNames() {
        Change renamed = new Change.Renamed(
                PORT, Samples.TCP_AND_UDP, "a", "b", List.of(Samples.field(PortRegistry.ASSIGNEE, "x", "y")));
        says("278/tcp,udp, which you use for lab telemetry, was renamed from a to b; also Assignee", "278", renamed);
        says("a, which you use for lab telemetry, was renamed to b on 278/tcp,udp", "a", renamed);
        says("b/udp, which you use for lab telemetry, is now the name on 278/tcp,udp (was a)", "b/udp", renamed);
        says(
                "a, which you use for lab telemetry, was renamed to no service name on 278/tcp",
                "a",
                new Change.Renamed(PORT, Samples.TCP, "a", "", List.of()));
    }

    @Test
    void saysWhatWasAmended() {
        Change amended = Samples.amended(
                "foo",
                278,
                Samples.TCP,
                Samples.field(PortRegistry.ASSIGNEE, "a", "b"),
                Samples.field(PortRegistry.MODIFICATION_DATE, "2015", "2016"));
        says("278/tcp, which you use for lab telemetry, was amended (foo): Assignee", "272-279", amended);
        says("foo, which you use for lab telemetry, was amended on 278/tcp: Assignee", "foo", amended);
        says(
                "278 (all transports), which you use for lab telemetry, was silently amended: Description",
                "278",
                Samples.amended("", 278, Space.ALL, Samples.field(PortRegistry.DESCRIPTION, "a", "b")));
        says(
                "278/tcp, which you use for lab telemetry, was amended cosmetically (foo): Reference",
                "278",
                Samples.amended("foo", 278, Samples.TCP, Samples.field(PortRegistry.REFERENCE, "[RFC 1]", "[RFC1]")));
        says(
                "foo/tcp, which you use for lab telemetry, was silently amended without a port (udp): Transport Protocol",
                "foo/tcp",
                new Change.Amended(
                        null,
                        Samples.UDP,
                        "foo",
                        List.of(Samples.field(PortRegistry.TRANSPORT_PROTOCOL, "tcp", "udp"))));
    }

    @Test
    void leavesOutAPurposeThatNobodySaid() {
        SiteUse siteUse = new SiteUse(Use.parse("278"), "", Instant.EPOCH);
        assertEquals(
                "278/udp, which you use, is now reserved",
                UseSentence.of(siteUse, new Change.Reclassified(PORT, Samples.UDP, Status.RESERVED, Status.UNASSIGNED))
                        .toString());
    }

    @Test
    void showsWhatATerminalWouldObey() {
        SiteUse siteUse = new SiteUse(Use.parse("278"), "a\u202eb", Instant.EPOCH);
        assertEquals(
                "278/tcp, which you use for a\\u202eb, was renamed from \\u001b[31ma to no service name",
                UseSentence.of(siteUse, new Change.Renamed(PORT, Samples.TCP, "\u001b[31ma", "", List.of()))
                        .text());
    }

    @Test
    void refusesAChangeOfSomethingElse() {
        SiteUse siteUse = new SiteUse(Use.parse("foo"), "", Instant.EPOCH);
        Change reserved = new Change.Reclassified(PORT, Samples.UDP, Status.RESERVED, Status.UNASSIGNED);
        assertEquals(
                "'278/udp reserved (was unassigned)' does not touch foo",
                assertThrows(IllegalArgumentException.class, () -> UseSentence.of(siteUse, reserved))
                        .getMessage());
    }

    private static void says(String sentence, String use, Change change) {
        SiteUse siteUse = new SiteUse(Use.parse(use), "lab telemetry", Instant.EPOCH);
        assertEquals(sentence, UseSentence.of(siteUse, change).text());
    }
}
