package org.ianawatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.ExitCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements and commands from files, and answers to files. */
class SqlFilesTest {
    @TempDir
    private static Path store;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeAll
    static void fill() throws IOException {
        try (EditionServer server = new EditionServer(List.of())) {
            assertEquals("", new Session(store, server).run("ianawatch import --quiet src/test/resources/questions"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-f", "--file"})
    void aFileHasStatementsAndCommands(String option) throws IOException {
        Path file = file(
                "report.sql",
                "\\format csv\n\\at 1\nselect count(*) as many\nfrom registration;\n\\at\nselect 2 as two");

        assertEquals(ExitCode.DONE, sql("", option, file.toString()));
        assertEquals("many\n36\n\ntwo\n2\n", printed());
        assertEquals("", said());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-f", "--file"})
    void aHyphenIsStandardInput(String option) {
        assertEquals(ExitCode.DONE, sql("\\format csv\nselect 1 as one;\n", option, "-"));
        assertEquals("one\n1\n", printed());
    }

    @Test
    void aMistakeIsSaidWithItsLineAndEndsTheFile() throws IOException {
        Path file =
                file("report.sql", "select 1 as one;\n\n-- a note\nselect *\nfrom registratoin;\nselect 2 as two;\n");

        assertEquals(ExitCode.USAGE, sql("", "-f", file.toString()));
        assertEquals("one\n  1\n(1 row)\n", printed());
        assertEquals(
                "ianawatch: " + file
                        + ":5: there is no view 'registratoin'; did you mean registration?\n    from registratoin\n         ^\n",
                said());
    }

    @Test
    void aFileTakesUpAnotherAndLeavesIt() throws IOException {
        Path inner = file("inner file.sql", "select 1 as one;\n\\q\nselect 2 as two;\n");
        Path outer = file("outer.sql", "\\format csv\n\\i '" + inner + "'\n\\i ~/third.sql\n");
        file("third.sql", "select 3 as three;\n");

        assertEquals(ExitCode.DONE, sql("", "-f", outer.toString()));
        assertEquals("one\n1\nthree\n3\n", printed());
    }

    @Test
    void aFileThatTakesUpItselfEnds() throws IOException {
        Path file = folder.resolve("circle.sql");
        file("circle.sql", "\\i " + file + "\n");

        assertEquals(ExitCode.USAGE, sql("", "-f", file.toString()));
        assertEquals(
                "ianawatch: " + file + ":1: " + file
                        + " is not read: files that name files go 20 deep, and no deeper\n",
                said());
    }

    @Test
    void aFileThatIsNotThereIsSaidWhereItIsNamed() throws IOException {
        Path file = file("outer.sql", "select 1 as one;\n\\i nowhere.sql\n");

        assertEquals(ExitCode.USAGE, sql("", "-f", file.toString()));
        assertEquals(
                "ianawatch: " + file
                        + ":2: cannot read the statements of nowhere.sql: there is no such file or folder\n",
                said());
        assertEquals(ExitCode.UNREADABLE, sql("", "-f", "nowhere.sql"));
    }

    @Test
    void answersGoToAFileAndBack() throws IOException {
        Path answers = folder.resolve("answers.csv");
        Files.writeString(answers, "older");

        String script =
                "\\format csv\n\\o " + answers + "\nselect 1 as one;\nselect 2 as two;\n\\o\nselect 3 as three;\n";

        assertEquals(ExitCode.DONE, sql(script, "-f", "-"));
        assertEquals("one\n1\n\ntwo\n2\n", Files.readString(answers));
        assertEquals("\nthree\n3\n", printed());
    }

    @Test
    void helpGoesToNoFile() throws IOException {
        Path answers = folder.resolve("answers.txt");

        assertEquals(ExitCode.DONE, sql("\\o " + answers + "\n\\?\n", "-f", "-"));
        assertEquals("", Files.readString(answers));
        assertTrue(printed().startsWith("\\d [VIEW]"), this::printed);
    }

    @Test
    void whatTheStoreKeepsIsNotWrittenOver() throws IOException {
        Path database = store.resolve("home/ianawatch.mv.db");
        byte[] before = Files.readAllBytes(database);

        assertEquals(ExitCode.USAGE, sql("\\o " + database + "\nselect 1 as one;\n", "-f", "-"));
        assertTrue(said().contains("belongs to the store"), this::said);
        assertEquals(before.length, Files.size(database));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\o FILE",
                "select 1;\n\\o FILE\nselect 2;",
                "\\i FILE",
                ".output FILE",
                ".read FILE",
                "\\out FILE"
            })
    void aQueryReadsNoFilesAndWritesNone(String query) throws IOException {
        Path file = file("kept.sql", "select 7 as seven;");
        String attempt = query.replace("FILE", file.toString());

        assertEquals(ExitCode.USAGE, sql("", attempt));
        assertEquals(ExitCode.USAGE, sql(attempt, "-"));
        assertEquals(ExitCode.USAGE, sql(attempt));
        assertEquals("select 7 as seven;", Files.readString(file));
        assertFalse(printed().contains("seven"), this::printed);
        assertTrue(said().contains("a query reads no files and writes none"), this::said);
    }

    @Test
    void timingIsSaidBesideTheAnswer() {
        assertEquals(ExitCode.DONE, sql("\\timing\nselect 1 as one;\n\\timing off\nselect 2 as two;\n", "-"));
        assertTrue(said().matches("Time: \\d+\\.\\d{3} ms\n"), this::said);
        assertEquals("one\n  1\n(1 row)\n\ntwo\n  2\n(1 row)\n", printed());
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private int sql(String input, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "sql";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Main.run(
                new Console(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(printed, true, StandardCharsets.UTF_8),
                        new PrintStream(said, true, StandardCharsets.UTF_8),
                        Map.of(
                                "IANAWATCH_HOME", store.resolve("home").toString(),
                                "HOME", folder.toString()),
                        Clock.systemUTC(),
                        false,
                        false,
                        false),
                all);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
