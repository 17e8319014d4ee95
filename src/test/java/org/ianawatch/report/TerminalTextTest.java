package org.ianawatch.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTextTest {
    @ParameterizedTest
    @CsvSource({
        "001b, escape",
        "0007, bell",
        "0008, backspace",
        "000d, lone carriage return",
        "007f, delete",
        "009b, C1 control sequence introducer",
        "202e, right-to-left override",
        "2066, left-to-right isolate",
        "200b, zero width space",
        "feff, byte order mark",
        "2028, line separator",
        "d800, lone surrogate"
    })
    void showsWhatATerminalWouldObeyOrHide(String hexadecimal, String meaning) {
        String character = Character.toString(Integer.parseInt(hexadecimal, 16));
        assertEquals("a\\u" + hexadecimal + "b", TerminalText.safe("a" + character + "b"), meaning);
    }

    @Test
    void showsBothHalvesOfACharacterBeyondTheFirstPlane() {
        assertEquals("\\udb40\\udc41", TerminalText.safe(Character.toString(0xe0041)));
    }

    @Test
    void keepsEverythingOnOneLine() {
        assertEquals("a⏎b⏎c\\td", TerminalText.safe("a\nb\r\nc\td"));
        assertEquals("a\nb\nc\td", TerminalText.safeLines("a\nb\r\nc\td"));
    }

    @Test
    void leavesLettersOfAllScriptsAlone() {
        String text = "Š √ 日本語 שלום é 😀";
        assertEquals(text, TerminalText.safe(text));
        String plain = "plain ~";
        assertSame(plain, TerminalText.safe(plain));
    }

    @Property
    void neverLetsAControlCharacterThrough(@ForAll String text) {
        String safe = TerminalText.safe(text);
        assertTrue(safe.codePoints().noneMatch(TerminalText::isUnsafe), safe);
        assertEquals(safe, TerminalText.safe(safe));
    }

    @Test
    void cutsByColumns() {
        assertEquals("abcde", TerminalText.cut("abcde", 5));
        assertEquals("abc…", TerminalText.cut("abcde", 4));
        assertEquals("日…", TerminalText.cut("日本語", 4));
        assertEquals("e\u0301e\u0301…", TerminalText.cut("e\u0301e\u0301e\u0301e\u0301", 3));
    }

    @Property
    void aCutTextFits(@ForAll String text, @ForAll @IntRange(min = 1, max = 30) int columns) {
        String safe = TerminalText.safe(text);
        assertTrue(TextWidth.of(TerminalText.cut(safe, columns)) <= columns);
    }

    @Test
    void wrapsAtBlanks() {
        assertEquals(List.of("one two", "three"), TerminalText.wrap("one two three", 9));
        assertEquals(List.of("one two three"), TerminalText.wrap("one two three", 13));
        assertEquals(List.of(""), TerminalText.wrap("", 9));
    }

    @Test
    void leavesALongWordWhole() {
        assertEquals(
                List.of("see", "https://example.org/a", "now"), TerminalText.wrap("see https://example.org/a now", 9));
    }

    @Property
    void aWrappedTextLosesNothing(@ForAll String text, @ForAll @IntRange(min = 1, max = 30) int columns) {
        String safe = TerminalText.safe(text);
        assertEquals(safe, String.join(" ", TerminalText.wrap(safe, columns)));
    }
}
