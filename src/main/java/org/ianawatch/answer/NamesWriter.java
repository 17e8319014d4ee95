package org.ianawatch.answer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers service names, and writes them with their rows, as {@link NameIndex} reads them. */
final class NamesWriter {
    /** A name, by what it was folded to, and its number. */
    private record Name(String folded, String text, int number) {}

    private final Map<String, Integer> numbers = new HashMap<>();

    /** The number of a name, from 0; that of none is that of the empty one. */
    int number(String name) {
        return numbers.computeIfAbsent(name, unused -> numbers.size());
    }

    /** Writes the names, and for each the ranks of its rows in their order. */
    void write(int[] order, RowTable table, AnswerFileWriter file) throws IOException {
        int[] counts = new int[numbers.size()];
        for (int number : order) {
            counts[table.name(number)]++;
        }
        List<Name> names = new ArrayList<>();
        numbers.forEach((text, number) -> {
            if (!text.isEmpty()) {
                names.add(new Name(Folding.of(text), text, number));
            }
        });
        names.sort(Comparator.comparing(Name::folded).thenComparing(Name::text));
        Output directory = new Output();
        Output texts = new Output();
        int[] next = new int[counts.length];
        int begin = 0;
        for (Name name : names) {
            directory.integer(texts.size()).integer(begin);
            texts.text(name.text());
            next[name.number()] = begin;
            begin += counts[name.number()];
        }
        directory.integer(texts.size()).integer(begin);
        file.write(Section.NAMES, directory);
        file.write(Section.NAME_TEXTS, texts);
        int[] ranks = new int[begin];
        Integer nameless = numbers.get("");
        for (int rank = 0; rank < order.length; rank++) {
            int name = table.name(order[rank]);
            if (nameless == null || name != nameless) {
                ranks[next[name]++] = rank;
            }
        }
        Output rows = new Output();
        for (int rank : ranks) {
            rows.integer(rank);
        }
        file.write(Section.NAME_ROWS, rows);
    }
}
