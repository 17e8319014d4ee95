package org.ianawatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.ianawatch.made.Hang;
import org.ianawatch.report.RowFormat;
import org.ianawatch.store.Home;
import org.ianawatch.store.QueryLimits;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person at the prompt, with a terminal of JLine's that reads from a pipe. */
class SqlPromptTest {
    private static final String ENDLESS =
            "with recursive t(n) as (select 1 union all select n + 1 from t) select count(*) from t;\n";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @BeforeEach
    void sync() throws IOException {
        try (EditionServer server = new EditionServer(SessionTest.SAMPLES)) {
            Session session = new Session(folder, server);
            session.run("ianawatch sync");
            server.next();
            session.run("ianawatch sync");
        }
    }

    @Test
    void statementsGoOnUntilTheirSemicolon() throws Exception {
        converse("select count(*) as many\nfrom registration\nwhere service_name <> ';';\n\\q\nselect 1;\n");

        assertEquals("many\n  33\n(1 row)\n", printed());
    }

    @Test
    void thePointInTimeAndTheFormatCanBeSet() throws Exception {
        converse("\\format csv\n\\at 1\nselect count(*) as many from registration;\n\\at\nselect 2 as two;\n");

        assertEquals("many\n30\ntwo\n2\n", printed());
    }

    @Test
    void mistakesAreSaidAndDoNotEndIt() throws Exception {
        converse("selekt 1;\n\\x\n\\at tomorrow\n\\at 99\nselect 1;\n\\at 1\n\\format csv\nselect 1 as one;\n");

        assertTrue(printed().contains("the query has a syntax error"), this::printed);
        assertTrue(printed().contains("'\\x' is none of \\d, \\at, \\format, \\q"), this::printed);
        assertTrue(printed().contains("'tomorrow' names no snapshot"), this::printed);
        assertTrue(printed().contains("there is no snapshot '99'"), this::printed);
        assertTrue(printed().endsWith("one\n1\n"), this::printed);
    }

    @Test
    void aBackslashGivesUpAnUnfinishedStatement() throws Exception {
        converse("select 1\n\\format csv\nselect 2 as two;\nselect 3\n\\q\nselect 4 as four;\n");

        assertEquals("two\n2\n", printed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"quit", "exit;", "EXIT"})
    void theWordsOfOtherPromptsLeaveThisOne(String word) throws Exception {
        converse(word + "\nselect 1;\n");

        assertEquals("", printed());
    }

    @Test
    void helpHelps() throws Exception {
        converse("help\n");

        assertTrue(printed().contains("\\d VIEW"), this::printed);
    }

    @Test
    void whatWasTypedIsRemembered() throws Exception {
        converse("select 1 as one;\n");

        assertTrue(
                Files.readString(folder.resolve("state/ianawatch/sql_history")).contains("select 1 as one;"));
    }

    @Test
    void controlCEndsTheQueryAndNotTheProgram() throws Exception {
        PipedOutputStream keys = new PipedOutputStream();
        try (Terminal terminal = new DumbTerminal(new PipedInputStream(keys), screen)) {
            SqlSession session = session();
            CompletableFuture<Void> conversation = CompletableFuture.runAsync(() -> converse(session, terminal));
            keys.write(ENDLESS.getBytes(StandardCharsets.UTF_8));
            keys.flush();
            while (!session.isRunning()) {
                Thread.onSpinWait();
            }
            terminal.raise(Terminal.Signal.INT);
            keys.write("select 'still ' || 'here' as answer;\n".getBytes(StandardCharsets.UTF_8));
            keys.close();
            conversation.join();
        }
        assertEquals("ianawatch: the query was cancelled\nanswer\nstill here\n(1 row)\n", printed());
    }

    private void converse(String keys) throws Exception {
        try (Terminal terminal =
                new DumbTerminal(new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8)), screen)) {
            converse(session(), terminal);
        }
    }

    private void converse(SqlSession session, Terminal terminal) {
        try {
            new SqlPrompt(console(), session, terminal, session.views()).converse();
        } catch (Exception failed) {
            throw new CompletionException(failed);
        }
    }

    private SqlSession session() {
        return new SqlSession(
                console(),
                new Home(folder.resolve("home")),
                Hang.LIMIT,
                new QueryLimits(Hang.LIMIT, 100),
                null,
                RowFormat.TABLE);
    }

    private Console console() {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new Console(
                new ByteArrayInputStream(new byte[0]),
                out,
                out,
                Map.of("XDG_STATE_HOME", folder.resolve("state").toString()),
                Clock.systemUTC(),
                true,
                false,
                false);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
