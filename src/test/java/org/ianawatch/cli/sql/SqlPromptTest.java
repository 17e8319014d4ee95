package org.ianawatch.cli.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ianawatch.cli.EditionServer;
import org.ianawatch.cli.Session;
import org.ianawatch.cli.console.Paging;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A person at the prompt, with a terminal of JLine's that reads from a pipe. */
class SqlPromptTest {
    private static final String ENDLESS =
            "with recursive t(n) as (select 1 union all select n + 1 from t) select count(*) from t;\n";

    @TempDir
    private static Path store;

    @TempDir
    private Path folder;

    private @Nullable Conversation conversation;

    @BeforeAll
    static void fill() throws IOException {
        try (EditionServer server = new EditionServer(List.of())) {
            assertEquals("", new Session(store, server).run("ianawatch import --quiet src/test/resources/questions"));
        }
    }

    @Test
    void statementsGoOnUntilTheirSemicolon() throws Exception {
        converse("select count(*) as many\nfrom registration\nwhere service_name <> ';';\n\\q\nselect 1;\n");

        assertEquals("many\n  45\n(1 row)\n", printed());
    }

    @Test
    void thePointInTimeAndTheFormatCanBeSet() throws Exception {
        converse("\\format csv\n\\at 1\nselect count(*) as many from registration;\n\\at\nselect 2 as two;\n");

        assertEquals("many\n36\ntwo\n2\n", printed());
    }

    @Test
    void mistakesAreSaidAndDoNotEndIt() throws Exception {
        converse("selekt 1;\n\\tx\n\\at tomorrow\n\\at 99\nselect 1;\n\\at 1\n\\format csv\nselect 1 as one;\n");

        assertTrue(printed().contains("no query begins with 'selekt'; did you mean select?"), this::printed);
        assertTrue(printed().contains("there is no command '\\tx'; did you mean \\x?"), this::printed);
        assertTrue(printed().contains("'tomorrow' names no snapshot"), this::printed);
        assertTrue(printed().contains("there is no snapshot '99'"), this::printed);
        assertTrue(printed().endsWith("one\n1\n"), this::printed);
    }

    @Test
    void aCommandWithinAStatementLeavesItAsItIs() throws Exception {
        converse("select 1\n\\format csv\n + 1 as two;\nselect 3\n\\r\nselect 4 as four;\nselect 5\n\\q\n");

        assertEquals("two\n2\nThe statement is given up.\nfour\n4\n", printed());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\\fromat csv | there is no command '\\fromat'; did you mean \\format?",
                "\\tming     | there is no command '\\tming'; did you mean \\timing?",
                "\\e         | there is no command '\\e' (",
                "\\foo       | there is no command '\\foo' (",
                "\\x maybe   | \\x is off, on, auto, and not 'maybe'",
                "\\format    | \\format is one of table, csv, json, jsonl, tsv, markdown; it is table",
                "\\timing no-way | \\timing is on or off, and not 'no-way'",
                "\\i         | \\i takes the name of a file",
                "\\pset pgaer | \\pset knows no 'pgaer'; did you mean 'pager'?"
            })
    void aCommandThatIsNoneIsSaidWithTheNearest(String typed, String said) throws Exception {
        converse(typed + "\n");

        assertTrue(printed().startsWith("ianawatch: " + said), this::printed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"quit", "exit;", "EXIT"})
    void theWordsOfOtherPromptsLeaveThisOne(String word) throws Exception {
        converse(word + "\nselect 1;\n");

        assertEquals("", printed());
    }

    @Test
    void answersGoToAFileAndBack() throws Exception {
        Path file = folder.resolve("answers.txt");
        converse("\\o " + file + "\nselect 1 as one;\n\\o\nselect 2 as two;\n");

        assertEquals("Answers go to " + file + ".\nAnswers go to the screen.\ntwo\n  2\n(1 row)\n", printed());
        assertEquals("one\n  1\n(1 row)\n", Files.readString(file));
    }

    @Test
    void answersGoToNoProgram() throws Exception {
        converse("\\o |cat\nselect 1 as one;\n");

        assertEquals(
                """
                ianawatch: \\o writes a file and starts no program: pipe from the shell, as in ianawatch sql QUERY |cat
                one
                  1
                (1 row)
                """,
                printed());
        assertFalse(Files.exists(Path.of("|cat")));
    }

    @Test
    void controlDOnAnEmptyLineOfAStatementLeaves() throws Exception {
        assertEquals("a\n1\n", onXterm("\\format csv\nselect 1 as a;\nselect 1\n\u0004as b;\nselect 2;\n"));
    }

    @Test
    void controlDWithinALineDeletesACharacter() throws Exception {
        assertEquals("a\n1\n", onXterm("\\format csv\nselect 1 as ab;\u001b[D\u001b[D\u0004\n"));
    }

    @Test
    void controlDAtTheEndOfALineDoesNothing() throws Exception {
        assertEquals("a\n1\n", onXterm("\\format csv\nselect 1 as a\u0004;\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[", "\u001bO"})
    void cursorKeysAreKnownInBothModes(String key) throws Exception {
        assertEquals(
                "b\n1\nb\n1\nc\n2\n",
                onXterm("\\format csv\nselect 1 as b;\n" + key + "A\nelect 2 as ;" + key + "Hs" + key + "F" + key + "D"
                        + key + "D" + key + "Cc\n"));
    }

    /** What is printed on a terminal that is no dumb one. */
    private String onXterm(String keys) throws IOException {
        try (Terminal terminal = new DumbTerminal(
                "xterm", "xterm", keys(keys), OutputStream.nullOutputStream(), StandardCharsets.UTF_8)) {
            terminal.setSize(Size.of(100, 24));
            try (SqlSession session = conversation().session(terminal, () -> null)) {
                conversation().on(terminal, session, () -> null);
            }
        }
        return printed();
    }

    @Test
    void oneAnswerCanBeExpanded() throws Exception {
        converse("select 1 as one; select 1 as one,\n2 as two \\gx\nselect '\\gx' as three\\g\n\\gx\n");

        assertEquals(
                """
                one
                  1
                (1 row)

                -[ RECORD 1 ]
                one | 1
                two | 2
                (1 row)
                three
                \\gx
                (1 row)
                ianawatch: \\gx stands at the end of a statement, which it runs, as a semicolon does
                """,
                printed().replaceFirst("-{9,}", ""));
    }

    @Test
    void helpHelps() throws Exception {
        converse("help\n");

        assertTrue(printed().contains("\\d [VIEW]"), this::printed);
    }

    @Test
    void whatWasTypedIsRemembered() throws Exception {
        converse("select 1\n\\x\n as one;\n\\x\nselect 2\n\\q\n");

        assertEquals(
                List.of("\\\\x", "select 1\\n as one;", "\\\\x", "\\\\q"),
                Files.readAllLines(folder.resolve("state/ianawatch/sql_history")).stream()
                        .map(line -> line.replaceFirst("^\\d+:", ""))
                        .toList());
    }

    @Test
    void controlCEndsTheQueryAndNotTheProgram() throws Exception {
        PipedOutputStream keys = new PipedOutputStream();
        try (Terminal terminal = new DumbTerminal(new PipedInputStream(keys), OutputStream.nullOutputStream())) {
            SqlSession session = conversation().session(terminal, () -> null);
            CompletableFuture<Void> talk =
                    CompletableFuture.runAsync(() -> conversation().on(terminal, session, () -> null));
            keys.write(ENDLESS.getBytes(StandardCharsets.UTF_8));
            keys.flush();
            while (!session.isRunning()) {
                Thread.onSpinWait();
            }
            terminal.raise(Terminal.Signal.INT);
            keys.write("select 'still ' || 'here' as answer;\n".getBytes(StandardCharsets.UTF_8));
            keys.close();
            talk.join();
        }
        assertEquals("ianawatch: the query was cancelled\nanswer\nstill here\n(1 row)\n", printed());
    }

    @Test
    void anAnswerThatIsLongerThanTheScreenGoesToThePager() throws Exception {
        // A screen of 24 lines holds a header, 21 rows, their number, and the prompt.
        String keys =
                """
                select x from system_range(1, 21);
                select x from system_range(1, 22);
                \\pset pager off
                select x from system_range(1, 22);
                \\pset pager on
                select repeat('w', 2101) as wide;
                """;
        ByteArrayOutputStream paged = new ByteArrayOutputStream();
        conversation().of(keys(keys), () -> page(paged, false));

        assertEquals(rows(21) + "The pager is off.\n" + rows(22) + "Long answers go to the pager.\n", printed());
        assertEquals(rows(22) + "wide\n" + "w".repeat(2101) + "\n(1 row)\n", paged.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whoLeavesThePagerEndsTheAnswer() throws Exception {
        ByteArrayOutputStream paged = new ByteArrayOutputStream();
        conversation()
                .of(
                        keys("\\format csv\nselect x from system_range(1, 90);\nselect 1 as one;\n"),
                        () -> page(paged, true));

        assertEquals("one\n1\n", printed());
        assertEquals(23, paged.toString(StandardCharsets.UTF_8).lines().count() - 1);
    }

    @Test
    void aPromptThatWaitsKeepsNobodyFromWriting() throws Exception {
        List<String> lines = List.of("select count(*) as many from registration;", "\\d", "\\at 1");
        List<Boolean> isFree = new ArrayList<>();
        conversation().of(new TypedLines(lines, line -> isFree.add(isFree())), () -> null);

        assertEquals(List.of(true, true, true), isFree);
    }

    /** H2 keeps a lock on a file that it has open. */
    private static boolean isFree() {
        try (FileChannel database = FileChannel.open(store.resolve("home/ianawatch.mv.db"), StandardOpenOption.WRITE);
                FileLock lock = database.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException open) {
            return false;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String rows(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> String.format("%2d%n", number))
                .collect(Collectors.joining("", " x\n", "(" + count + " rows)\n"));
    }

    private static Paging.Page page(ByteArrayOutputStream paged, boolean isLeft) {
        PrintStream out = new PrintStream(paged, true, StandardCharsets.UTF_8);
        return new Paging.Page() {
            @Override
            public PrintStream out() {
                return out;
            }

            @Override
            public boolean isLeft() {
                return isLeft;
            }

            @Override
            public void close() {}
        };
    }

    private static InputStream keys(String keys) {
        return new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8));
    }

    private void converse(String keys) throws IOException {
        conversation().of(keys(keys), () -> null);
    }

    private Conversation conversation() {
        if (conversation == null) {
            conversation = new Conversation(store.resolve("home"), folder, Size.of(100, 24));
        }
        return conversation;
    }

    private String printed() {
        return conversation().printed();
    }
}
