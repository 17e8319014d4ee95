package org.ianawatch.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.ianawatch.diff.FieldChange;
import org.ianawatch.ports.PortRegistry;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    private static final int COLUMNS = 40;

    @Test
    void keepsWhatFits() {
        assertEquals(new Excerpt("old⏎value", "new value"), excerpt("old\nvalue", "new value"));
    }

    @Test
    void cutsToThePartThatDiffers() {
        String same = "0123456789".repeat(9);
        assertEquals(
                new Excerpt("…01234567890123456789old and what follows…", "…01234567890123456789new and what follows…"),
                Excerpt.of(
                        new FieldChange(
                                PortRegistry.DESCRIPTION,
                                same + "old and what follows" + same,
                                same + "new and what follows" + same),
                        42));
    }

    @Test
    void showsTheBlanksOfACosmeticChange() {
        assertEquals(new Excerpt("a··b·", "a\\u00a0b"), excerpt("a  b ", "a\u00a0b"));
    }

    @Test
    void neverCutsACharacterInHalf() {
        String faces = "😀".repeat(60);
        for (String after : List.of("b", "bc")) {
            Excerpt excerpt = excerpt(faces + "a", faces + after);
            assertTrue(excerpt.before().codePoints().noneMatch(ExcerptTest::isHalf), excerpt.before());
        }
    }

    @Property
    void fitsAndStillDiffers(
            @ForAll @AlphaChars @StringLength(max = 120) String same,
            @ForAll @AlphaChars @StringLength(max = 60) String before,
            @ForAll @AlphaChars @StringLength(max = 60) String after) {
        Assume.that(!before.equals(after));
        Excerpt excerpt = excerpt(same + before, same + after);
        assertTrue(TextWidth.of(excerpt.before()) <= COLUMNS);
        assertTrue(TextWidth.of(excerpt.after()) <= COLUMNS);
        assertNotEquals(excerpt.before(), excerpt.after());
    }

    private static boolean isHalf(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }

    private static Excerpt excerpt(String before, String after) {
        return Excerpt.of(new FieldChange(PortRegistry.DESCRIPTION, before, after), COLUMNS);
    }
}
