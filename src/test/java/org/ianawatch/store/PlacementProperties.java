package org.ianawatch.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ianawatch.csv.CsvRecord;
import org.ianawatch.made.Rows;

class PlacementProperties {
    @Property(tries = 1000)
    void rowsThatLiveOnAreEqualAndInOrder(
            @ForAll("records") List<CsvRecord> before, @ForAll("records") List<CsvRecord> after) {
        int[] same = Placement.of(before, after);
        assertEquals(after.size(), same.length);
        int last = -1;
        for (int index = 0; index < same.length; index++) {
            if (same[index] >= 0) {
                assertTrue(same[index] > last, Arrays.toString(same));
                assertEquals(before.get(same[index]), after.get(index));
                last = same[index];
            }
        }
    }

    @Property(tries = 1000)
    void asManyAsPossibleLiveOn(@ForAll("records") List<CsvRecord> before, @ForAll("records") List<CsvRecord> after) {
        assertEquals(longestCommon(before, after), kept(before, after));
    }

    @Property(tries = 500)
    void whatDidNotMoveLivesOn(@ForAll("records") List<CsvRecord> before, @ForAll("records") List<CsvRecord> added) {
        List<CsvRecord> after = new ArrayList<>(before);
        after.addAll(before.size() / 2, added);
        assertEquals(before.size(), kept(before, after));
        assertEquals(before.size(), kept(after, before));
    }

    private static int kept(List<CsvRecord> before, List<CsvRecord> after) {
        return (int) IntStream.of(Placement.of(before, after))
                .filter(index -> index >= 0)
                .count();
    }

    private static int longestCommon(List<CsvRecord> one, List<CsvRecord> other) {
        int[][] longest = new int[one.size() + 1][other.size() + 1];
        for (int row = 1; row <= one.size(); row++) {
            for (int column = 1; column <= other.size(); column++) {
                longest[row][column] = one.get(row - 1).equals(other.get(column - 1))
                        ? longest[row - 1][column - 1] + 1
                        : Math.max(longest[row - 1][column], longest[row][column - 1]);
            }
        }
        return longest[one.size()][other.size()];
    }

    @Provide
    Arbitrary<List<CsvRecord>> records() {
        return record().list().ofMaxSize(12);
    }

    private static Arbitrary<CsvRecord> record() {
        return Arbitraries.integers()
                .between(1, 9)
                .map(port -> new CsvRecord(Rows.row("a", "" + port, "tcp", "A"), null, null));
    }
}
