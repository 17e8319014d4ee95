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
    void narrowsTheWidestColumnsWhereverTheyStand() throws IOException {
        TextTable table = new TextTable(Style.PLAIN, 66)
                .text("Service")
                .text("Notes")
                .number("Port")
                .text("Seen")
                .text("Description");
        table.row(
                        "http",
                        "paths have a document of their own, u is a user",
                        "80",
                        "2024-01-31 06:00:00+00",
                        "World Wide Web")
                .row("www", "", "80", "", "HTTP");
        assertEquals(
                """
                Service  Notes          Port  Seen                    Description
                http     paths have a     80  2024-01-31 06:00:00+00  World Wide
                         document of                                  Web
                         their own, u
                         is a user
                www                       80                          HTTP
                """,
                written(table));
    }

    @Test
    void breaksAWordWhereTheTableFitsByThatAlone() throws IOException {
        TextTable table = new TextTable(Style.PLAIN, 40).text("Path").text("Reason");
        table.row("p".repeat(50), "words stand whole");
        assertEquals(
                "Path                   Reason\n" + "p".repeat(21) + "  words stand whole\n" + "p".repeat(21) + "\n"
                        + "p".repeat(8) + "\n",
                written(table));
    }

    @Test
    void keepsWordsWholeWhereNothingMakesItFit() throws IOException {
        TextTable table = new TextTable(Style.PLAIN, 20).text("Path").text("Reason");
        table.row("p".repeat(30), "words and more words");
        assertEquals(
                "Path" + " ".repeat(28) + "Reason\n" + "p".repeat(30) + "  words and more words\n", written(table));
    }

    @Test
    void copiesAWordOfTheLastColumnWhole() throws IOException {
        TextTable table = new TextTable(Style.PLAIN, 40).text("Reason").text("Path");
        table.row("a reason of some words more than fit", "/p".repeat(20));
        assertEquals(
                "Reason               Path\na reason of some     " + "/p".repeat(20) + "\nwords more than fit\n",
                written(table));
    }

    @Test
    void wrapsATitleThatIsWiderThanItsNumbers() throws IOException {
        TextTable table = new TextTable(Style.PLAIN, 30)
                .number("count(*) filter (where x)")
                .text("Name");
        table.row("1", "a name of a few words");
        assertEquals(
                "      count(*)  Name\n filter (where\n            x)\n             1  a name of a\n                few words\n",
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
