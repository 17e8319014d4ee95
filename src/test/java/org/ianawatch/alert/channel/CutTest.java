package org.ianawatch.alert.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutTest {
    private static final String FACE = "\ud83d\ude00";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "40|40|aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "41|40|aaaaaaaaaaaaaaaaaa… (23 more characters)",
                "1200|27|aa… (1,198 more characters)",
            })
    void theNoteFitsToo(int length, int limit, String cut) {
        assertEquals(cut, Cut.to(limit, "a".repeat(length)));
    }

    @Test
    void aPairIsNotSplit() {
        assertEquals("a" + FACE + "… (38 more characters)", Cut.to(26, "a" + FACE.repeat(20)));
        assertEquals("a" + FACE + "… (38 more characters)", Cut.to(25, "a" + FACE.repeat(20)));
    }

    @Test
    void theSizeIsWhatTheChannelCounts() {
        String cut = Cut.to(60, "é".repeat(100), text -> text.getBytes(StandardCharsets.UTF_8).length);
        assertEquals("é".repeat(18) + "… (82 more characters)", cut);
    }

    @ParameterizedTest
    @CsvSource({"10, 7, 7", "10, 0, 0", "1, 0, 0", "0, 0, 0", "10, 9, 9"})
    void theLargestNumberBelowTheBound(int bound, int fitting, int most) {
        assertEquals(most, Cut.most(bound, number -> number <= fitting));
    }

    @Test
    void whatIsLeftOutIsCountedInWords() {
        assertEquals("1 change is left out", Cut.leftOut(1, "change"));
        assertEquals("1,234 more changes are left out", Cut.leftOut(1_234, "more change"));
    }
}
