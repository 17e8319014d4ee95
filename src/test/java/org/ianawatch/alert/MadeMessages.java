package org.ianawatch.alert;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Messages by chance: short and long, plain and hard on every channel. */
final class MadeMessages {
    private MadeMessages() {}

    static Arbitrary<Message> messages() {
        Arbitrary<List<Message.Item>> items = items().list().ofMaxSize(80);
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
                        items)
                .as((id, at, kind, rule, subject, lead, list) ->
                        new Message(id, at, kind, "service-names-port-numbers", rule, subject, lead, list));
    }

    private static Arbitrary<Message.Item> items() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 5),
                        instants(),
                        texts(),
                        texts().injectNull(0.5),
                        details().list().ofMaxSize(9),
                        Arbitraries.of("assigned", "amended", "reserved"))
                .as((snapshot, at, sentence, meaning, details, kind) ->
                        new Message.Item(snapshot, at, sentence, meaning, details, change(kind, sentence)));
    }

    private static Map<String, Object> change(String kind, String text) {
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("kind", kind);
        change.put("ports", null);
        change.put("silent", true);
        change.put("fields", List.of(Map.of("before", text), List.of(1, 2L << 40, 0.5)));
        return change;
    }

    private static Arbitrary<Message.Detail> details() {
        return Combinators.combine(Arbitraries.of("Description", "Assignment Notes"), texts(), texts())
                .as(Message.Detail::new);
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
