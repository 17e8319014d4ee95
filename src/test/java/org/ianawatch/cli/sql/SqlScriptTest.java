package org.ianawatch.cli.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a text is taken apart; {@code !} stands for a line end. */
class SqlScriptTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "select 1;!select 2; select 3;   | 1 select 1, 2 select 2, 2 select 3 | ~~",
                "select 1!from x                 | ~~                                 | select 1!from x",
                "!!select!1;                     | 3 select!1                         | ~~",
                "\\d x;                          | 1 \\d x                            | ~~",
                "select 1!\\x on!from x;         | 2 \\x on, 1 select 1!from x        | ~~",
                "select 'a!\\x on!b';            | 1 select 'a!\\x on!b'              | ~~",
                "select /*!\\x on!*/ 1;          | 1 select /*!\\x on!*/ 1            | ~~",
                "-- a note!\\x on!select 1;      | 2 \\x on, 1 -- a note!select 1     | ~~",
                "select 1;!.tables!select 2;     | 1 select 1, 2 \\d, 3 select 2      | ~~",
                "select 1;!-- done               | 1 select 1                         | -- done",
                "show  tables ;                  | 1 \\d                              | ~~",
                "select 1; SHOW TABLES; help;    | 1 select 1, 1 \\d, 1 \\?           | ~~",
                "select 1 \\g!select 2!\\g       | 1 select 1, 2 select 2             | ~~",
                "select '!\\g!';               | 1 select '!\\g!'                  | ~~",
                "select!help!from x;             | 1 select!help!from x               | ~~"
            })
    void statementsEndWithSemicolonsAndCommandsWithTheirLine(String text, String pieces, String rest) {
        SqlScript script = SqlScript.of(lines(text));

        assertEquals(lines(pieces), said(script));
        assertEquals(lines(rest), script.rest());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                ".tables | \\d",
                ".schema change | \\d change",
                "DESCRIBE change; | \\d change",
                "desc change | \\d change",
                "show columns from change; | \\d change",
                ".mode csv | \\format csv",
                ".mode tabs | \\format tsv",
                ".mode line | \\x on",
                ".timer on | \\timing on",
                ".read a file.sql | \\i a file.sql",
                ".output a.txt | \\o a.txt",
                ".output | \\o",
                "quit | \\q",
                "Exit; | \\q",
                ":q | \\q",
                "? | \\?",
                ".unknown | .unknown"
            })
    void theWordsOfOtherShellsAreCommands(String word, String command) {
        assertEquals("1 " + command, said(SqlScript.typed(word)).strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\q", "\\r", "quit", ".tables", "help", "show tables"})
    void whoIsLostWithinQuotesGetsOut(String word) {
        SqlScript script = SqlScript.typed("select 'lost\n" + word);

        assertEquals(1, script.pieces().size());
        assertTrue(script.isReady());
        assertEquals("select 'lost", script.rest());
    }

    @Test
    void aStatementWaitsForItsEnd() {
        assertFalse(SqlScript.typed("select 1").isReady());
        assertFalse(SqlScript.typed("select 1;\n\\d\nselect 2").isReady());
        assertTrue(SqlScript.typed("select 1;\n\\d\nselect 2;").isReady());
        assertTrue(SqlScript.typed(" ").isReady());
    }

    @Test
    void theEndOfAFileEndsItsLastStatement() {
        assertEquals(
                "1 select 1, 2 select 2",
                said(SqlScript.of("select 1;\nselect 2\n").whole()));
        assertEquals("1 select 1", said(SqlScript.of("select 1;\n-- done\n").whole()));
    }

    private static String said(SqlScript script) {
        List<String> pieces = script.pieces().stream()
                .map(piece -> piece.line() + " " + piece.text())
                .toList();
        return String.join(", ", pieces);
    }

    private static String lines(String text) {
        return text.replace('!', '\n');
    }
}
