package org.ianawatch.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StyleTest {
    @Test
    void plainTextHasNoEscapeSequences() {
        Style style = Style.colour(false);
        assertEquals(
                "abcdefg",
                style.bold("a")
                        + style.dim("b")
                        + style.red("c")
                        + style.green("d")
                        + style.yellow("e")
                        + style.magenta("f")
                        + style.cyan("g"));
    }

    @Test
    void colourEndsWithTheText() {
        Style style = Style.colour(true);
        assertEquals("\u001b[31mgone\u001b[0m", style.red("gone"));
        assertEquals("", style.red(""));
    }
}
