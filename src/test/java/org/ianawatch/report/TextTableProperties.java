package org.ianawatch.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class TextTableProperties {
    /** What four columns take that are as narrow as they can be: a number of 9 digits, a time and two texts. */
    private static final int LEAST = 9 + 2 + 19 + 2 + 2 * (ColumnWidths.NARROWEST_BROKEN + 2) - 2;

    private static final String TIME = "2024-01-31 06:00:00";

    @Property
    void isNoWiderThanTheScreenAndLosesNothing(
            @ForAll("texts") List<String> texts, @ForAll @IntRange(min = LEAST, max = 200) int screen)
            throws IOException {
        String written = written(texts, screen, 1);
        written.lines().forEach(line -> assertTrue(line.length() <= screen, written));
        assertHolds(written, texts);
    }

    @Property
    void losesNothingOfRowsAfterTheFirst(
            @ForAll("texts") List<String> texts, @ForAll @IntRange(min = 1, max = 200) int screen) throws IOException {
        String written = written(texts, screen, 2);
        String rows = written.substring(written.indexOf('1')).replaceAll("[^a-z]", "");
        assertEquals(sorted(String.join("", texts).repeat(2)), sorted(rows), written);
    }

    private static String sorted(String text) {
        char[] letters = letters(text).toCharArray();
        Arrays.sort(letters);
        return new String(letters);
    }

    @Property
    void breaksNoWordWhereAllFitWhole(@ForAll("texts") List<String> texts) throws IOException {
        String written = written(texts, 9 + 2 + 19 + 2 + 30 + 2 + 16, 1);
        List<String> words = List.of(written.split("\\s+"));
        texts.forEach(text -> assertTrue(words.containsAll(List.of(text.strip().split(" +"))), written));
    }

    /** The columns begin where the header has their titles, and a word stands in one of them. */
    private static void assertHolds(String written, List<String> texts) {
        int text = written.indexOf("text");
        StringBuilder first = new StringBuilder();
        StringBuilder last = new StringBuilder();
        int end = written.indexOf("last");
        written.lines().skip(1).forEach(line -> {
            first.append(line, Math.min(text, line.length()), Math.min(end, line.length()));
            last.append(line, Math.min(end, line.length()), line.length());
        });
        StringBuilder expected = new StringBuilder();
        texts.forEach(expected::append);
        assertEquals(letters(expected), letters(first), written);
        assertEquals(letters(expected), letters(last), written);
    }

    private static String letters(CharSequence text) {
        return text.toString().replace(" ", "");
    }

    /** A table with each text in two columns, of which the last has words of at most 12 characters. */
    private static String written(List<String> texts, int screen, int writes) throws IOException {
        TextTable table = new TextTable(Style.PLAIN, screen)
                .number("number")
                .text("time")
                .text("text")
                .text("last");
        StringBuilder out = new StringBuilder();
        List<List<String>> parts = new ArrayList<>();
        parts.add(texts.subList(0, texts.size() / writes));
        parts.add(texts.subList(texts.size() / writes, texts.size()));
        for (List<String> part : parts) {
            part.forEach(text -> table.row("123456789", TIME, text, text.replaceAll("(\\w{12})(?=\\w)", "$1 ")));
            table.write(out);
        }
        return out.toString();
    }

    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> word =
                Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(30);
        Arbitrary<String> blanks = Arbitraries.of(" ", "  ", " ");
        return Combinators.combine(word, blanks)
                .as((letters, blank) -> letters + blank)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25)
                .map(words -> String.join("", words).strip())
                .list()
                .ofMinSize(2)
                .ofMaxSize(5);
    }
}
