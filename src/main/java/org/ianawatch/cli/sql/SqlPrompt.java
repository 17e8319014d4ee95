package org.ianawatch.cli.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.ianawatch.cli.console.Paging;
import org.ianawatch.report.TerminalText;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.store.query.View;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** A prompt for SQL: statements over several lines, history, completion; Ctrl-C ends the query and not the program. */
public final class SqlPrompt {
    private final SqlScreen screen;
    private final SqlSession session;
    private final LineReader reader;

    SqlPrompt(SqlScreen screen, SqlSession session, Terminal terminal, List<View> views) {
        this.screen = screen;
        this.session = session;
        this.reader = LineReaderBuilder.builder()
                .appName("ianawatch")
                .terminal(terminal)
                .parser(new SqlLines())
                .completer(new SqlCompleter(views))
                .history(new SqlHistory())
                .option(LineReader.Option.CASE_INSENSITIVE, true)
                // An exclamation mark is SQL's, and no word of an older line.
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "%P       -> ")
                .build();
        Path history = history();
        if (history != null) {
            reader.setVariable(LineReader.HISTORY_FILE, history);
        }
        SqlKeys.bind(reader);
        terminal.handle(Terminal.Signal.INT, signal -> session.cancel());
    }

    /**
     * Prompts on the terminal of the process until the person leaves.
     *
     * @param pages shows answers that are longer than the terminal
     * @param begin begins the session on the terminal
     */
    public static void run(SqlScreen screen, Paging pages, Function<SqlScreen, SqlSession> begin)
            throws IOException, StoreBusyException, InterruptedException {
        try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
            SqlScreen sized = screen.on(terminal, pages);
            try (SqlSession session = begin.apply(sized)) {
                List<View> views = session.views();
                screen.out()
                        .println("Read-only SQL on " + views.size() + " views. \\d lists them, \\? helps, \\q leaves.");
                new SqlPrompt(sized, session, terminal, views).converse();
            }
        }
    }

    void converse() throws IOException, InterruptedException {
        String unfinished = "";
        while (true) {
            screen.out().flush();
            try {
                SqlScript typed = SqlScript.typed(reader.readLine(prompt(), null, (Character) null, unfinished));
                unfinished = "";
                if (!answer(typed.pieces())) {
                    return;
                }
                unfinished = typed.isReset() || typed.rest().isBlank() ? "" : typed.rest() + "\n";
            } catch (UserInterruptException interrupted) {
                // As in a shell, Ctrl-C at the prompt gives up the line.
                unfinished = "";
            } catch (EndOfFileException end) {
                return;
            }
        }
    }

    private String prompt() {
        return session.at() == null ? "ianawatch> " : "ianawatch " + session.at() + "> ";
    }

    /** Runs what was typed; false when it was to leave. */
    private boolean answer(List<SqlScript.Piece> pieces) throws IOException, InterruptedException {
        try {
            return session.runTyped(pieces);
        } catch (StoreBusyException | RuntimeException failed) {
            screen.say(screen.reason().apply(failed));
            return true;
        }
    }

    private @Nullable Path history() {
        String state = screen.environment().getOrDefault("XDG_STATE_HOME", "");
        Path directory = state.isEmpty()
                ? Path.of(screen.environment().getOrDefault("HOME", ""), ".local", "state")
                : Path.of(state);
        Path file = directory.resolve("ianawatch").resolve("sql_history");
        try {
            Files.createDirectories(file.getParent());
            return file;
        } catch (IOException failed) {
            screen.say("no history: cannot make " + TerminalText.safe(String.valueOf(file.getParent())) + " ("
                    + TerminalText.safe(failed.toString()) + ")");
            return null;
        }
    }
}
