package org.ianawatch.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.FieldChange;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;

/** Messages written by hand. */
public final class Messages {
    /** Everything that registry text can do to a channel. */
    public static final String HOSTILE =
            "<script>alert('x')</script> <!channel> <@U123> @everyone @here *a* _b_ ~c~ `d` [e](http://evil.example)"
                    + " &amp; \"q\" :smile: \u202Elive\u2066 \u001b[31mred \u0000 \ufffe\r\nBcc: victim@example.org\r\n\r\n.";

    private static final List<Space> TCP = List.of(Space.TCP);
    private static final Instant FIRST = Instant.parse("2026-11-08T06:17:04Z");
    private static final Instant SECOND = Instant.parse("2026-11-10T06:17:09Z");

    private Messages() {}

    /** One of each kind, and others that are hard on channels, by name. */
    public static Map<String, Message> all() {
        return Stream.of(changes(), week(), summary(), trouble(), recovery(), trial(), handed(), hostile(), many(400))
                .collect(Collectors.toMap(Message::rule, message -> message, (one, other) -> one, LinkedHashMap::new));
    }

    public static Message changes() {
        return message(
                "changes",
                Message.Kind.CHANGES,
                "278/tcp, which you use for lab telemetry, is now assigned to foo; 8503/udp (lsp-self-ping) amended",
                "Snapshot 2, observed 2026-11-08. 3 cosmetic changes are not listed.",
                List.of(assigned(2, FIRST), reserved(2, FIRST), amended(2, FIRST)));
    }

    /** A digest of two snapshots. */
    public static Message week() {
        return message(
                "week",
                Message.Kind.CHANGES,
                "278/tcp assigned to foo, and 2 more changes",
                "Digest of 2026-11-02 to 2026-11-08 (UTC): 2 snapshots.",
                List.of(assigned(2, FIRST), reserved(2, FIRST), amended(3, SECOND)));
    }

    public static Message summary() {
        return message(
                "summary",
                Message.Kind.SUMMARY,
                "147 snapshots imported, 2016-01-03 to 2019-12-22",
                "1,204 assigned, 37 de-assigned, 12 renamed, 3 reserved, 8 unassigned, 2,310 amended.\n"
                        + "What came with them is not listed; 'ianawatch log --changes' shows it.",
                List.of());
    }

    public static Message trouble() {
        return message(
                "trouble",
                Message.Kind.TROUBLE,
                "the registry's source cannot be read",
                "Since 2026-11-05T06:17:00Z: cannot read https://www.iana.org/: HTTP 503 Service Unavailable."
                        + " 'ianawatch sync' tries again.",
                List.of());
    }

    public static Message recovery() {
        return message(
                "recovery",
                Message.Kind.RECOVERY,
                "the registry's source can be read: well again",
                "The trouble began 2026-11-05T06:17:00Z.",
                List.of());
    }

    public static Message trial() {
        return Trial.message("service-names-port-numbers", "network", FIRST);
    }

    public static Message hostile() {
        String large = "large " + "x&<*".repeat(25_000);
        return message(
                "hostile",
                Message.Kind.CHANGES,
                "278/tcp assigned to " + HOSTILE,
                HOSTILE,
                List.of(
                        new Message.Item(
                                2,
                                FIRST,
                                HOSTILE,
                                assigned(
                                        278,
                                        HOSTILE,
                                        Entry.of(
                                                PortRegistry.ROLES,
                                                HOSTILE,
                                                "278",
                                                "tcp",
                                                HOSTILE,
                                                large,
                                                "",
                                                "",
                                                "",
                                                HOSTILE,
                                                "",
                                                "",
                                                ""))),
                        new Message.Item(
                                2,
                                FIRST,
                                null,
                                amended(
                                        279,
                                        "bar",
                                        new FieldChange(PortRegistry.DESCRIPTION, large + " old", large + " new"),
                                        new FieldChange(PortRegistry.REFERENCE, "", HOSTILE)))));
    }

    /** Ports that went from one owner to another together, of which one is used here. */
    public static Message handed() {
        List<Message.Item> items = new ArrayList<>();
        for (int port = 6400; port <= 6410; port++) {
            items.add(new Message.Item(
                    2,
                    FIRST,
                    port == 6403 ? "6403/tcp, which you use for reports, was amended (boe-6403): Assignee" : null,
                    amended(
                            port,
                            "boe-" + port,
                            new FieldChange(PortRegistry.ASSIGNEE, "[Old_Org]", "[New_Org]"),
                            new FieldChange(PortRegistry.MODIFICATION_DATE, "2007-01-" + port % 100, "2026-11-01"))));
        }
        return message("handed", Message.Kind.CHANGES, "11 ports were handed over", "Snapshot 2.", items);
    }

    public static Message many(int items) {
        List<Message.Item> list = new ArrayList<>();
        for (int port = 1; port <= items; port++) {
            String service = "service-" + port;
            String description = "The service of port " + port + ", for no other";
            list.add(new Message.Item(
                    2,
                    FIRST,
                    null,
                    assigned(
                            port,
                            service,
                            Entry.of(
                                    PortRegistry.ROLES,
                                    service,
                                    "" + port,
                                    "tcp",
                                    description,
                                    "",
                                    "",
                                    "2026-11-05",
                                    "",
                                    "",
                                    "",
                                    "",
                                    ""))));
        }
        return message(
                "many",
                Message.Kind.CHANGES,
                "1/tcp assigned to service-1, and " + (items - 1) + " more changes",
                "Snapshot 2.",
                list);
    }

    /** In the order in which a message has them. */
    public static List<Message.Item> ordered(List<Message.Item> items) {
        return Headline.first(items);
    }

    public static Message message(
            String rule, Message.Kind kind, String subject, String lead, List<Message.Item> items) {
        return new Message(
                "5d41402abc4b2a76b9719d911017c592",
                FIRST,
                kind,
                "service-names-port-numbers",
                List.of(rule),
                "thread-of-2",
                subject,
                lead,
                items);
    }

    private static Message.Item assigned(int snapshot, Instant at) {
        Entry foo = Entry.of(
                PortRegistry.ROLES,
                "foo",
                "278",
                "tcp",
                "Foo protocol, \"secure\"",
                "[Example_Org]",
                "[Example_Org]",
                "2026-11-05",
                "",
                "[RFC9999]",
                "",
                "",
                "");
        return new Message.Item(
                snapshot,
                at,
                "278/tcp, which you use for lab telemetry, is now assigned to foo",
                new Change.Assigned(Span.of(278), TCP, "foo", Status.UNASSIGNED, new Span(272, 279), foo));
    }

    private static Message.Item reserved(int snapshot, Instant at) {
        return new Message.Item(
                snapshot,
                at,
                null,
                new Change.Reclassified(Span.of(278), List.of(Space.UDP), Status.RESERVED, Status.UNASSIGNED));
    }

    private static Message.Item amended(int snapshot, Instant at) {
        String same = "The same words for a long while, ".repeat(3);
        return new Message.Item(
                snapshot,
                at,
                null,
                new Change.Amended(
                        Span.of(8503),
                        List.of(Space.UDP),
                        "lsp-self-ping",
                        List.of(
                                new FieldChange(PortRegistry.CONTACT, "[Example_Person]", ""),
                                new FieldChange(PortRegistry.MODIFICATION_DATE, "2015-11-03", "2026-11-01"),
                                new FieldChange(PortRegistry.ASSIGNMENT_NOTES, same + "then one", same + "then two"))));
    }

    private static Change assigned(int port, String service, Entry row) {
        return new Change.Assigned(Span.of(port), TCP, service, Status.UNASSIGNED, null, row);
    }

    private static Change amended(int port, String service, FieldChange... fields) {
        return new Change.Amended(Span.of(port), TCP, service, List.of(fields));
    }
}
