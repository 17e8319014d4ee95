package org.ianawatch.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.FieldChange;
import org.ianawatch.diff.Kind;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;

/** Messages by chance: short and long, plain and hard on every channel. */
public final class MadeMessages {
    private MadeMessages() {}

    public static Arbitrary<Message> messages() {
        Arbitrary<List<Message.Item>> items = made().list().ofMaxSize(80).map(MadeMessages::items);
        return Combinators.combine(
                        Arbitraries.strings()
                                .withChars("abcXYZ019_-")
                                .ofMinLength(1)
                                .ofMaxLength(40),
                        instants(),
                        Arbitraries.of(Message.Kind.class),
                        texts(),
                        texts(),
                        texts(),
                        texts().injectNull(0.5),
                        items)
                .as((id, at, kind, rule, subject, lead, site, list) -> new Message(
                        id,
                        at,
                        kind,
                        "service-names-port-numbers",
                        List.of(rule, "b"),
                        id,
                        subject,
                        lead,
                        site,
                        list.size() % 3,
                        list));
    }

    /** No two are one to people, since each has values of its own. */
    private static List<Message.Item> items(List<Made> made) {
        List<Message.Item> items = new ArrayList<>();
        for (Made each : made) {
            items.add(new Message.Item(each.snapshot, each.at, each.meaning, change(each, items.size())));
        }
        return Headline.first(items);
    }

    /** What an item is made of. */
    private record Made(int snapshot, Instant at, String meaning, String name, List<String> values, Kind kind) {}

    private static Arbitrary<Made> made() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 5),
                        instants(),
                        texts().injectNull(0.5),
                        texts(),
                        texts().list().ofSize(4),
                        Arbitraries.of(Kind.values()))
                .as(Made::new);
    }

    private static Change change(Made made, int number) {
        Span port = Span.of(number);
        List<Space> transports = List.of(Space.TCP, Space.of("quic*"));
        Entry row = Entry.of(
                PortRegistry.ROLES,
                made.name,
                "" + number,
                "",
                made.values.get(0),
                made.values.get(1),
                "",
                "",
                "",
                made.values.get(2),
                "",
                "",
                made.values.get(3));
        List<FieldChange> fields = List.of(
                new FieldChange(PortRegistry.DESCRIPTION, made.values.get(0), made.values.get(1) + number),
                new FieldChange(PortRegistry.ASSIGNMENT_NOTES, made.values.get(2), made.values.get(3)));
        return switch (made.kind) {
            case ASSIGNED -> new Change.Assigned(port, transports, made.name, Status.RESERVED, new Span(0, 9), row);
            case DEASSIGNED -> new Change.Deassigned(null, transports, made.name + number, Status.UNASSIGNED, row);
            case RENAMED -> new Change.Renamed(port, transports, made.name, "new", fields);
            case RESERVED, UNASSIGNED, PRIVATE_USE, EXPERIMENTAL ->
                new Change.Reclassified(port, transports, Status.ofWord(made.kind.word()), Status.UNASSIGNED);
            case AMENDED -> new Change.Amended(port, transports, made.name, fields);
        };
    }

    private static Arbitrary<Instant> instants() {
        return Arbitraries.longs().between(0, 4_000_000_000_000L).map(Instant::ofEpochMilli);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.strings().ascii().ofMaxLength(60)),
                Tuple.of(2, Arbitraries.strings().all().ofMaxLength(40).filter(MadeMessages::hasWholePairs)),
                Tuple.of(1, Arbitraries.just(Messages.HOSTILE)),
                Tuple.of(
                        1,
                        Combinators.combine(
                                        Arbitraries.of(
                                                "&", "<", "*", "\ud83d\ude00", "x ", "\u0301", "\n", "\u202e", "@"),
                                        Arbitraries.integers().between(0, 6_000))
                                .as(String::repeat)));
    }

    private static boolean hasWholePairs(String text) {
        return text.codePoints().noneMatch(character -> character >= 0xd800 && character <= 0xdfff);
    }
}
