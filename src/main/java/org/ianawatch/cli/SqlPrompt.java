package org.ianawatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ianawatch.report.TerminalText;
import org.ianawatch.store.StoreBusyException;
import org.ianawatch.store.View;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** A prompt for SQL: statements over several lines, history, completion; Ctrl-C ends the query and not the program. */
final class SqlPrompt {
    private final Console console;
    private final SqlSession session;
    private final LineReader reader;

    SqlPrompt(Console console, SqlSession session, Terminal terminal, List<View> views) {
        this.console = console;
        this.session = session;
        this.reader = LineReaderBuilder.builder()
                .appName("ianawatch")
                .terminal(terminal)
                .parser(new SqlLines())
                .completer(new SqlCompleter(views))
                .option(LineReader.Option.CASE_INSENSITIVE, true)
                // An exclamation mark is SQL's, and no word of an older line.
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "%P       -> ")
                .build();
        Path history = history();
        if (history != null) {
            reader.setVariable(LineReader.HISTORY_FILE, history);
        }
        terminal.handle(Terminal.Signal.INT, signal -> session.cancel());
    }

    /** Prompts on the terminal of the process until the person leaves. */
    static int run(Console console, SqlSession session) throws IOException, StoreBusyException, InterruptedException {
        List<View> views = session.views();
        try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
            console.out()
                    .println("Read-only SQL on " + views.size() + " views. \\d lists them, \\? helps, \\q leaves.");
            new SqlPrompt(console, session, terminal, views).converse();
        }
        return ExitCode.DONE;
    }

    void converse() throws IOException, InterruptedException {
        while (true) {
            console.out().flush();
            try {
                String line = SqlLines.meant(reader.readLine(prompt()));
                if (line.equals(SqlMetaCommands.LEAVE)) {
                    return;
                }
                if (!line.isEmpty()) {
                    answer(line);
                }
            } catch (UserInterruptException interrupted) {
                // As in a shell, Ctrl-C at the prompt gives up the line.
            } catch (EndOfFileException end) {
                return;
            }
        }
    }

    private String prompt() {
        return session.at() == null ? "ianawatch> " : "ianawatch " + session.at() + "> ";
    }

    private void answer(String line) throws IOException, InterruptedException {
        try {
            session.run(line);
        } catch (StoreBusyException | RuntimeException failed) {
            console.say(Failures.judge(failed).message());
        }
    }

    private @Nullable Path history() {
        String state = console.environment().getOrDefault("XDG_STATE_HOME", "");
        Path directory = state.isEmpty()
                ? Path.of(console.environment().getOrDefault("HOME", ""), ".local", "state")
                : Path.of(state);
        Path file = directory.resolve("ianawatch").resolve("sql_history");
        try {
            Files.createDirectories(file.getParent());
            return file;
        } catch (IOException failed) {
            console.say("no history: cannot make " + TerminalText.safe(String.valueOf(file.getParent())) + " ("
                    + TerminalText.safe(failed.toString()) + ")");
            return null;
        }
    }
}
