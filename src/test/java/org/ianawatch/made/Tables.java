package org.ianawatch.made;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.ianawatch.csv.CsvLine;
import org.ianawatch.csv.MalformedFileException;
import org.ianawatch.csv.TableReader;
import org.ianawatch.registry.Edition;
import org.ianawatch.registry.Sha256;

/** Editions of registries of which nothing is known but their rows. */
public final class Tables {
    /** No made code is above. */
    public static final int HIGHEST_CODE = 40;

    private static final List<String> CODES = List.of("Type", "Value", "Name", "Note", "Reference");
    private static final List<String> NAMES = List.of("Method", "Safe", "Note", "Registration Date", "Reference");

    private Tables() {}

    /** An edition from the text of a CSV. */
    public static Edition edition(String label, String csv) {
        byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
        try {
            return new Edition(label, Sha256.of(bytes), TableReader.read(bytes));
        } catch (MalformedFileException malformed) {
            throw new IllegalArgumentException(csv, malformed);
        }
    }

    /** An edition of rows that are written under titles. */
    public static Edition edition(String label, List<String> titles, List<List<String>> rows) {
        StringBuilder csv = new StringBuilder(CsvLine.of(titles)).append("\r\n");
        rows.forEach(row -> csv.append(CsvLine.of(row)).append("\r\n"));
        return edition(label, csv.toString());
    }

    /** Two editions, of codes or of names, that have most rows in common. */
    public static Arbitrary<List<Edition>> pairs() {
        return Arbitraries.frequencyOf(Tuple.of(3, pairs(CODES, codes())), Tuple.of(1, pairs(NAMES, names())));
    }

    private static Arbitrary<List<Edition>> pairs(List<String> titles, Arbitrary<List<String>> row) {
        Arbitrary<List<List<String>>> rows = row.list().ofMinSize(3).ofMaxSize(12);
        Arbitrary<List<List<String>>> others = row.list().ofMaxSize(4);
        return Combinators.combine(rows, others, Arbitraries.integers().between(0, 6), Arbitraries.randoms())
                .as((before, come, gone, random) -> {
                    List<List<String>> after = new ArrayList<>(before);
                    for (int removed = 0; removed < gone && after.size() > 1; removed++) {
                        after.remove(random.nextInt(after.size()));
                    }
                    come.forEach(each -> after.add(random.nextInt(after.size() + 1), each));
                    return List.of(edition("2024-01-01", titles, before), edition("2024-01-08", titles, after));
                });
    }

    private static Arbitrary<List<String>> codes() {
        Arbitrary<String> low = Arbitraries.integers().between(0, HIGHEST_CODE).map(String::valueOf);
        Arbitrary<String> range = Arbitraries.integers()
                .between(0, HIGHEST_CODE - 4)
                .flatMap(first -> Arbitraries.integers().between(1, 4).map(more -> first + "-" + (first + more)));
        Arbitrary<String> value = Arbitraries.frequencyOf(
                Tuple.of(18, low),
                Tuple.of(6, range),
                Tuple.of(2, Arbitraries.of("0x0A", "3,4,7", "Bits 1-2", "25 (0x19)")),
                Tuple.of(1, Arbitraries.of("soon", "")));
        return row(List.of(
                Arbitraries.of("a", "a", "a", "b"),
                value,
                Arbitraries.of(
                        "one", "two", "three", "One", "Unassigned", "Reserved", "Private Use", "Experimental Use", ""),
                Arbitraries.of("", "", "x", "obsolete"),
                reference()));
    }

    private static Arbitrary<List<String>> names() {
        return row(List.of(
                Arbitraries.of("GET", "Get", "PUT", "POST", "PATCH", "DELETE", "TRACE", "COPY", "MOVE", "LOCK"),
                Arbitraries.of("yes", "no"),
                Arbitraries.of("", "x", "y"),
                Arbitraries.of("2020-01-01", "2021-01-01"),
                reference()));
    }

    private static Arbitrary<String> reference() {
        return Arbitraries.of("[RFC1]", "[RFC2]", "[RFC 2]", "");
    }

    private static Arbitrary<List<String>> row(List<Arbitrary<String>> cells) {
        return Combinators.combine(cells).as(List::copyOf);
    }
}
