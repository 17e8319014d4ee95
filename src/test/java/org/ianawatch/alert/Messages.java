package org.ianawatch.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Messages written by hand. */
final class Messages {
    /** Everything that registry text can do to a channel. */
    static final String HOSTILE =
            "<script>alert('x')</script> <!channel> <@U123> @everyone @here *a* _b_ ~c~ `d` [e](http://evil.example)"
                    + " &amp; \"q\" :smile: \u202Elive\u2066 \u001b[31mred \u0000 \ufffe\r\nBcc: victim@example.org\r\n\r\n.";

    private static final Instant FIRST = Instant.parse("2026-11-08T06:17:04Z");
    private static final Instant SECOND = Instant.parse("2026-11-10T06:17:09Z");

    private Messages() {}

    /** One of each kind, and others that are hard on channels, by name. */
    static Map<String, Message> all() {
        return Stream.of(changes(), week(), summary(), trouble(), recovery(), trial(), hostile(), many(400))
                .collect(Collectors.toMap(Message::rule, message -> message, (one, other) -> one, LinkedHashMap::new));
    }

    static Message changes() {
        return message(
                "changes",
                Message.Kind.CHANGES,
                "278/tcp, which you use for lab telemetry, is now assigned to foo; 8503/udp (lsp-self-ping) amended",
                "Snapshot 2, observed 2026-11-08. 3 cosmetic changes are not listed.",
                List.of(assigned(2, FIRST), reserved(2, FIRST), amended(2, FIRST)));
    }

    /** A digest of two snapshots. */
    static Message week() {
        return message(
                "week",
                Message.Kind.CHANGES,
                "3 changes, first 278/tcp assigned to foo",
                "Digest of 2026-11-02 to 2026-11-08 (UTC): 2 snapshots.",
                List.of(assigned(2, FIRST), reserved(2, FIRST), amended(3, SECOND)));
    }

    static Message summary() {
        return message(
                "summary",
                Message.Kind.SUMMARY,
                "147 snapshots imported, 2016-01-03 to 2019-12-22",
                "1,204 assigned, 37 de-assigned, 12 renamed, 3 reserved, 8 unassigned, 2,310 amended.\n"
                        + "What came with them is not listed; 'ianawatch log --changes' shows it.",
                List.of());
    }

    static Message trouble() {
        return message(
                "trouble",
                Message.Kind.TROUBLE,
                "the registry's source cannot be read",
                "Since 2026-11-05T06:17:00Z: cannot read https://www.iana.org/: HTTP 503 Service Unavailable."
                        + " 'ianawatch sync' tries again.",
                List.of());
    }

    static Message recovery() {
        return message(
                "recovery",
                Message.Kind.RECOVERY,
                "well again: the registry's source can be read",
                "The trouble began 2026-11-05T06:17:00Z.",
                List.of());
    }

    static Message trial() {
        return Trial.message("service-names-port-numbers", "network", FIRST);
    }

    static Message hostile() {
        String large = "large " + "x&<*".repeat(25_000);
        return message(
                "hostile",
                Message.Kind.CHANGES,
                "278/tcp assigned to " + HOSTILE,
                HOSTILE,
                List.of(
                        item(
                                2,
                                FIRST,
                                "278/tcp assigned to " + HOSTILE,
                                HOSTILE,
                                "assigned",
                                List.of(
                                        new Message.Detail("Description", "", HOSTILE),
                                        new Message.Detail("Assignee", "", large))),
                        item(
                                2,
                                FIRST,
                                "279/tcp amended: Description",
                                null,
                                "amended",
                                List.of(
                                        new Message.Detail("Description", large + " old", large + " new"),
                                        new Message.Detail(HOSTILE, "", HOSTILE)))));
    }

    static Message many(int items) {
        List<Message.Item> list = new ArrayList<>();
        for (int port = 1; port <= items; port++) {
            list.add(item(
                    2,
                    FIRST,
                    port + "/tcp assigned to service-" + port,
                    null,
                    "assigned",
                    List.of(
                            new Message.Detail("Description", "", "The service of port " + port + ", for no other"),
                            new Message.Detail("Registration Date", "", "2026-11-05"))));
        }
        return message(
                "many",
                Message.Kind.CHANGES,
                items + " changes, first 1/tcp assigned to service-1",
                "Snapshot 2.",
                list);
    }

    static Message message(String rule, Message.Kind kind, String subject, String lead, List<Message.Item> items) {
        return new Message(
                "5d41402abc4b2a76b9719d911017c592",
                FIRST,
                kind,
                "service-names-port-numbers",
                rule,
                subject,
                lead,
                items);
    }

    private static Message.Item assigned(int snapshot, Instant at) {
        return item(
                snapshot,
                at,
                "278/tcp assigned to foo (was unassigned, block 272-279)",
                "278/tcp, which you use for lab telemetry, is now assigned to foo",
                "assigned",
                List.of(
                        new Message.Detail("Description", "", "Foo protocol, \"secure\""),
                        new Message.Detail("Assignee", "", "[Example_Org]"),
                        new Message.Detail("Registration Date", "", "2026-11-05"),
                        new Message.Detail("Reference", "", "[RFC9999]")));
    }

    private static Message.Item reserved(int snapshot, Instant at) {
        return item(snapshot, at, "278/udp reserved (was unassigned)", null, "reserved", List.of());
    }

    private static Message.Item amended(int snapshot, Instant at) {
        String same = "The same words for a long while, ".repeat(3);
        return item(
                snapshot,
                at,
                "8503/udp lsp-self-ping amended: Modification Date, Contact, Assignment Notes",
                null,
                "amended",
                List.of(
                        new Message.Detail("Modification Date", "2015-11-03", "2026-11-01"),
                        new Message.Detail("Contact", "[Example_Person]", ""),
                        new Message.Detail("Assignment Notes", same + "then one", same + "then two")));
    }

    private static Message.Item item(
            int snapshot, Instant at, String sentence, String meaning, String kind, List<Message.Detail> details) {
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("kind", kind);
        change.put("ports", sentence.substring(0, sentence.indexOf('/')));
        change.put("transports", List.of("tcp"));
        change.put("service", null);
        return new Message.Item(snapshot, at, sentence, meaning, details, change);
    }
}
