package org.ianawatch.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void alignsTextLeftAndNumbersRight() throws IOException {
        TextTable table =
                new TextTable(Style.PLAIN, 100).number("Number").text("Date").text("Changes");
        table.row("9", "2019-12-15", "none").row("1234567", "2019", "");
        assertEquals(
                """
                 Number  Date        Changes
                      9  2019-12-15  none
                1234567  2019
                """,
                written(table));
    }

    @Test
    void countsColumnsAndNotCharacters() throws IOException {
        TextTable table = new TextTable(Style.PLAIN, 100).text("A").text("B");
        table.row("日本", "1").row("e\u0301", "2").row("abcd", "3");
        assertEquals("A     B\n日本  1\ne\u0301     2\nabcd  3\n", written(table));
    }

    @Test
    void wrapsTheLastColumnUnderItself() throws IOException {
        TextTable table = new TextTable(Style.PLAIN, 100).text("Snapshot").text("Reason");
        table.row("1", "words and ".repeat(12).strip());
        assertEquals(
                """
                Snapshot  Reason
                1         words and words and words and words and words and words and words and words and words and
                          words and words and words and
                """,
                written(table));
    }

    @Test
    void leavesRoomForTheLastColumnWhenTheOthersTakeAll() throws IOException {
        TextTable table = new TextTable(Style.PLAIN, 100).text("Path").text("Reason");
        table.row("p".repeat(99), "twenty columns are enough");
        assertEquals(
                "Path" + " ".repeat(97) + "Reason\n" + "p".repeat(99) + "  twenty columns are\n" + " ".repeat(101)
                        + "enough\n",
                written(table));
    }

    @Test
    void showsEscapeSequences() throws IOException {
        assertEquals(
                "Label\n\\u001b[2J\n",
                written(new TextTable(Style.PLAIN, 100).text("Label").row("\u001b[2J")));
    }

    @Test
    void paintsTheHeaderOnly() throws IOException {
        assertEquals(
                "\u001b[1mLabel\u001b[0m\nfoo\n",
                written(new TextTable(Style.ANSI, 100).text("Label").row("foo")));
    }

    @Test
    void refusesARowOfAnotherLength() {
        TextTable table = new TextTable(Style.PLAIN, 100).text("Label");
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> table.row("foo", "bar"));
        assertEquals("a row of a table with 1 columns was given 2 values", refusal.getMessage());
    }

    private static String written(TextTable table) throws IOException {
        StringBuilder out = new StringBuilder();
        table.write(out);
        return out.toString();
    }
}
