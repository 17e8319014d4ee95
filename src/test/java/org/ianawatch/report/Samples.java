package org.ianawatch.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.diff.ColumnChanges;
import org.ianawatch.diff.FieldChange;
import org.ianawatch.diff.Side;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Sha256;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;

/** Change sets written by hand. */
final class Samples {
    static final List<Space> TCP = List.of(Space.TCP);
    static final List<Space> UDP = List.of(Space.UDP);
    static final List<Space> TCP_AND_UDP = List.of(Space.TCP, Space.UDP);
    static final ColumnChanges SAME_COLUMNS = new ColumnChanges(List.of(), List.of(), List.of());
    static final Side OLDER = new Side("2019-12-15", Sha256.known("a".repeat(64)), 14);
    static final Side NEWER = new Side("2019-12-22", Sha256.known("b".repeat(64)), 16);

    private static final Span BLOCK = new Span(272, 279);
    /** Escape sequence, right-to-left override, C1 control, and markup of every format. */
    private static final String HOSTILE =
            "<script>alert('x')</script> | *a* _b_ `c` [d](http://example.org) &amp; \u001b[31mred \u202Elive \u009b2J\t\"quoted\"";

    private Samples() {}

    /** 278/tcp of the block 272-279 is assigned, 278/udp reserved. */
    static ChangeSet block() {
        Entry foo = row("foo", "278", "tcp", "Foo protocol", "[Example_Org]", "[RFC9999]");
        return new ChangeSet(
                OLDER,
                NEWER,
                SAME_COLUMNS,
                List.of(
                        new Change.Assigned(Span.of(278), TCP, "foo", Status.UNASSIGNED, BLOCK, foo),
                        new Change.Reclassified(Span.of(278), UDP, Status.RESERVED, Status.UNASSIGNED)),
                List.of(row("", "272-279", "", "Unassigned", "", "")),
                List.of(
                        row("", "272-277", "", "Unassigned", "", ""),
                        foo,
                        row("", "278", "udp", "Reserved", "", ""),
                        row("", "279", "", "Unassigned", "", "")));
    }

    /** The example of {@code docs/json.md}. */
    static ChangeSet documented() {
        ChangeSet block = block();
        List<Change> changes = new ArrayList<>(block.changes());
        changes.add(new Change.Renamed(
                Span.of(600), TCP, "bar", "baz", List.of(field(PortRegistry.ASSIGNEE, "[Old_Org]", "[New_Org]"))));
        changes.add(amended("quux", 700, UDP, field(PortRegistry.DESCRIPTION, "Two  blanks", "Two blanks")));
        changes.add(new Change.Deassigned(
                null, TCP, "gone", Status.UNASSIGNED, row("gone", "", "tcp", "Gone protocol", "[Example_Org]", "")));
        return new ChangeSet(OLDER, NEWER, SAME_COLUMNS, changes, block.removedRows(), block.addedRows());
    }

    static ChangeSet of(Change... changes) {
        return new ChangeSet(OLDER, NEWER, SAME_COLUMNS, List.of(changes), List.of(), List.of());
    }

    /** Every kind of change, with everything that registry text can do to a format. */
    static ChangeSet rich() {
        ColumnChanges columns = new ColumnChanges(
                List.of(new ColumnChanges.Title("Known Unauthorized Uses", "Unauthorized Use Reported")),
                List.of("Colour"),
                List.of("Shape"));
        Entry mail = row("", "24", "", "any private mail system", "[Example_Person]", "");
        Entry hostile = row("h|x", "600", "tcp", HOSTILE, "[Example_Org]", "[RFC1]\n[RFC2]");
        return new ChangeSet(
                new Side("old <&> file.csv", Sha256.known("0123456789abcdef".repeat(4)), 13_757),
                new Side("new\u001b[2J.csv", Sha256.known("fedcba9876543210".repeat(4)), 13_760),
                columns,
                List.of(
                        new Change.Assigned(Span.of(24), Space.ALL, "", Status.RESERVED, null, mail),
                        new Change.Assigned(
                                Span.of(80),
                                TCP,
                                "www",
                                Status.ASSIGNED,
                                null,
                                row("www", "80", "tcp", "World Wide Web", "", "")),
                        amended(
                                "gopher",
                                70,
                                TCP,
                                field(PortRegistry.DESCRIPTION, "Gopher  protocol", "Gopher protocol"),
                                field(PortRegistry.REFERENCE, "[RFC1436]", "[RFC 1436]")),
                        new Change.Assigned(
                                Span.of(278),
                                TCP,
                                "foo",
                                Status.UNASSIGNED,
                                BLOCK,
                                Entry.of(
                                        PortRegistry.ROLES,
                                        "foo",
                                        "278",
                                        "tcp",
                                        "Foo protocol, \"secure\"",
                                        "[Example_Org]",
                                        "[Example_Person]",
                                        "2019-12-18",
                                        "",
                                        "[RFC9999]",
                                        "1213",
                                        "",
                                        "Also known as foo-alt")),
                        new Change.Reclassified(Span.of(278), UDP, Status.RESERVED, Status.UNASSIGNED),
                        new Change.Deassigned(
                                new Span(500, 510),
                                TCP_AND_UDP,
                                "bar",
                                Status.RESERVED,
                                row("bar", "500-510", "tcp", "Bar, nobody uses it", "[Gone_Corp]", "")),
                        new Change.Deassigned(
                                Span.of(511), TCP, "", Status.ASSIGNED, row("", "511", "tcp", "any", "", "")),
                        new Change.Assigned(Span.of(600), TCP, "h|x", Status.UNASSIGNED, Span.of(600), hostile),
                        new Change.Renamed(
                                Span.of(4420),
                                TCP_AND_UDP,
                                "nvme",
                                "nvmf",
                                List.of(field(PortRegistry.ASSIGNMENT_NOTES, "", "Renamed on request"))),
                        new Change.Renamed(Span.of(4421), TCP, "", "named", List.of()),
                        new Change.Reclassified(new Span(5000, 5003), Space.ALL, Status.UNASSIGNED, Status.RESERVED),
                        amended(
                                "lsp-self-ping",
                                8503,
                                UDP,
                                field(PortRegistry.MODIFICATION_DATE, "2015-11-03", "2016-02-01")),
                        handed("boe-cms", 6400),
                        handed("boe-was", 6401),
                        handed("boe-eventsrv", 6402),
                        handed("boe-cachesvr", 6403),
                        handed("boe-pagesvr", 6410),
                        amended(
                                "long",
                                9000,
                                List.of(Space.SCTP, new Space("quic*")),
                                field(PortRegistry.CONTACT, "[Example_Person]", ""),
                                field(
                                        PortRegistry.ASSIGNMENT_NOTES,
                                        "The same words for a long while, ".repeat(8) + "then one,\nand more",
                                        "The same words for a long while, ".repeat(8) + "then two,\nand more")),
                        amended(
                                "",
                                9100,
                                TCP,
                                field(PortRegistry.DESCRIPTION, "Unassigned", "Unassigned\r\n(for now)")),
                        new Change.Assigned(
                                null, UDP, "zeta", Status.UNASSIGNED, null, row("zeta", "", "udp", "Last", "", "")),
                        new Change.Assigned(
                                null, TCP, "_bare", Status.UNASSIGNED, null, row("_bare", "", "tcp", "日本語", "", "")),
                        new Change.Assigned(
                                null, UDP, "_bare", Status.UNASSIGNED, null, row("_bare", "", "udp", "日本語", "", "")),
                        new Change.Deassigned(
                                null, Space.ALL, "gone", Status.UNASSIGNED, row("gone", "", "", "Gone", "", "")),
                        new Change.Amended(
                                null, UDP, "moved", List.of(field(PortRegistry.TRANSPORT_PROTOCOL, "tcp", "udp")))),
                List.of(row("bar", "500-510", "tcp", "Bar, nobody uses it", "[Gone_Corp]", "")),
                List.of(mail, hostile));
    }

    private static Change handed(String service, int port) {
        return amended(
                service,
                port,
                TCP_AND_UDP,
                field(PortRegistry.ASSIGNEE, "[Old_Org]", "[New_Org]"),
                field(PortRegistry.MODIFICATION_DATE, "200" + port % 10 + "-01-01", "2016-02-01"));
    }

    static Change amended(String service, int port, List<Space> transports, FieldChange... fields) {
        return new Change.Amended(Span.of(port), transports, service, List.of(fields));
    }

    static FieldChange field(Column column, String before, String after) {
        return new FieldChange(column, before, after);
    }

    /** A row whose contact is its assignee and that has neither dates nor notes. */
    static Entry row(
            String service, String port, String transport, String description, String assignee, String reference) {
        return Entry.of(
                PortRegistry.ROLES,
                service,
                port,
                transport,
                description,
                assignee,
                assignee,
                "",
                "",
                reference,
                "",
                "",
                "");
    }

    /** The report as one text. */
    static String write(Report report, ChangeSet changes, ReportOptions options) throws IOException {
        StringBuilder out = new StringBuilder();
        report.write(changes, options, out);
        return out.toString();
    }
}
