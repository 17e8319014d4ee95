package org.ianawatch.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ianawatch.diff.Glob;
import org.ianawatch.made.Registries;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Entry;
import org.ianawatch.store.MadeStore;
import org.ianawatch.store.RowVersion;

/** A search that goes over the texts finds what one finds that looks at each row. */
class SearchTextsProperties {
    /** Letters that meet others in another case, some of which are longer or shorter there, or in another block. */
    private static final List<String> LETTERS = List.of(
            "a",
            "A",
            "s",
            "S",
            "\u017f",
            "k",
            "\u212a",
            "i",
            "I",
            "\u0130",
            "\u0131",
            "\u00e4",
            "\u00c4",
            "\u03c3",
            "\u03c2",
            "\u03a3",
            "\u00df",
            "1",
            "-",
            "\ud83d\ude00");

    @Property(tries = 100)
    void nothingIsPassedOver(@ForAll("rows") List<Entry> rows, @ForAll("queries") List<String> queries) {
        try (MadeStore made = MadeStore.of(List.of(rows))) {
            made.ask(answers -> {
                for (String text : queries) {
                    SearchQuery query = SearchQuery.of(text, Set.of(), PortRegistry.ROLES);
                    assertEquals(
                            new Search(answers.rows(), query).at(1),
                            answers.search(query, answers.snapshots().number(1)),
                            text);
                }
            });
        }
    }

    @Property(tries = 100)
    void noNameIsPassedOver(@ForAll("rows") List<Entry> rows, @ForAll("queries") List<String> queries) {
        try (MadeStore made = MadeStore.of(List.of(rows))) {
            made.ask(answers -> {
                for (String text : queries) {
                    Glob glob = new Glob(text);
                    assertEquals(
                            rows.stream()
                                    .filter(row -> !row.name().isEmpty() && glob.matches(row.name()))
                                    .toList(),
                            answers.rows().versions(answers.nameIndex().like(glob)).stream()
                                    .map(RowVersion::registration)
                                    .toList(),
                            text);
                }
            });
        }
    }

    @Provide
    Arbitrary<List<String>> queries() {
        return Arbitraries.oneOf(
                        word(6),
                        word(2),
                        Combinators.combine(word(2), word(2)).as((one, other) -> one + "*" + other),
                        Combinators.combine(word(2), word(1)).as((one, other) -> one + " ?" + other),
                        Arbitraries.integers()
                                .between(0, Registries.HIGHEST_PORT)
                                .map(String::valueOf))
                .filter(text -> !text.isBlank())
                .list()
                .ofSize(20);
    }

    @Provide
    Arbitrary<List<Entry>> rows() {
        return Combinators.combine(
                        word(4), word(8), Arbitraries.integers().between(0, Registries.HIGHEST_PORT), word(5))
                .as((service, description, port, note) -> Entry.of(
                        PortRegistry.ROLES,
                        service,
                        port % 3 == 0 ? "" : port.toString(),
                        "tcp",
                        description,
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "an alias to \"" + note + "\""))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static Arbitrary<String> word(int most) {
        return Arbitraries.of(LETTERS).list().ofMinSize(1).ofMaxSize(most).map(letters -> String.join("", letters));
    }
}
