package org.ianawatch.cli.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.ianawatch.report.RowFormat;
import org.ianawatch.store.SnapshotSelector;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.store.query.QueryException;
import org.ianawatch.store.query.QueryLimits;
import org.ianawatch.store.query.View;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements and commands that begin with a backslash, and prints what they give. {@link #cancel} is for any thread,
 * the rest for one.
 */
public final class SqlSession implements AutoCloseable {
    /** Files that name one another in a circle end here. */
    private static final int DEEPEST_FILE = 20;

    /** How a text ended. */
    private enum Ending {
        DONE,
        FAILED,
        LEFT
    }

    private final SqlScreen screen;
    private final SqlSettings settings;
    private final SqlStore store;
    private final SqlOutput output;
    private final SqlAnswers answers;
    private final SqlMetaCommands commands;

    /**
     * A session, which opens nothing yet.
     *
     * @param patience how long to wait for a process that is writing
     * @param at what the views show at first; null for the newest snapshot
     */
    public SqlSession(
            SqlScreen screen,
            Home home,
            Duration patience,
            QueryLimits limits,
            @Nullable SnapshotSelector at,
            RowFormat format) {
        this.screen = screen;
        this.settings = new SqlSettings(at, format);
        this.store = new SqlStore(home, patience, limits, settings);
        this.output = new SqlOutput(screen, settings, home);
        this.answers = new SqlAnswers(screen, settings, output);
        this.commands = new SqlMetaCommands(screen, settings, store, answers, output);
    }

    /**
     * Where a text is from.
     *
     * @param name of the file, or null
     * @param depth how many files have named it
     * @param mayNameFiles whether its commands may read files and write them, which no query may
     */
    private record Origin(@Nullable String name, int depth, boolean mayNameFiles) {
        String place(int line) {
            return name == null ? "" : name + ":" + line + ": ";
        }
    }

    /**
     * Runs a text; false when something in it failed, which is said, and ends it.
     *
     * @param name of the file of commands that a person named; null for a query, which may name no files itself, whoever
     *     wrote it
     * @throws IOException when the output cannot be written
     * @throws StoreBusyException when another process still writes after the wait
     */
    public boolean run(String text, @Nullable String name)
            throws IOException, StoreBusyException, InterruptedException {
        return run(SqlScript.of(text).whole().pieces(), new Origin(name, 0, name != null)) != Ending.FAILED;
    }

    /** Runs what was typed; false when it was to leave. */
    boolean runTyped(List<SqlScript.Piece> pieces) throws IOException, StoreBusyException, InterruptedException {
        return run(pieces, new Origin(null, 0, true)) != Ending.LEFT;
    }

    private Ending run(List<SqlScript.Piece> pieces, Origin origin)
            throws IOException, StoreBusyException, InterruptedException {
        boolean isFirst = true;
        try {
            for (SqlScript.Piece piece : pieces) {
                Ending ending = piece.isCommand() ? command(piece, origin) : statement(piece, origin, isFirst);
                if (ending != Ending.DONE) {
                    return ending;
                }
                isFirst &= piece.isCommand();
            }
            return Ending.DONE;
        } finally {
            store.release();
        }
    }

    private Ending statement(SqlScript.Piece piece, Origin origin, boolean isFirst)
            throws IOException, StoreBusyException, InterruptedException {
        try {
            answers.answer(store.queries(), piece, isFirst);
            return Ending.DONE;
        } catch (QueryException failed) {
            int before = SqlScript.lineEnds(failed.statement().substring(0, Math.max(0, failed.position())));
            screen.say(origin.place(piece.line() + before) + SqlMistakes.message(failed));
            SqlMistakes.excerpt(failed).forEach(screen.error()::println);
            screen.error().flush();
            return Ending.FAILED;
        }
    }

    private Ending command(SqlScript.Piece piece, Origin origin)
            throws IOException, StoreBusyException, InterruptedException {
        try {
            String name = SqlWords.name(piece.text());
            if (SqlMetaCommands.NAMING_FILES.contains(name) && !origin.mayNameFiles()) {
                throw new IllegalArgumentException(name
                        + " is for the prompt and for files that -f names: a query reads no files and writes none");
            }
            switch (name) {
                case SqlWords.LEAVE -> {
                    return Ending.LEFT;
                }
                case "\\i" -> {
                    return include(commands.file(piece.text()), origin.depth() + 1);
                }
                default -> commands.run(piece.text());
            }
            return Ending.DONE;
        } catch (IllegalArgumentException | SqlFile.UnreadableException wrong) {
            screen.say(origin.place(piece.line()) + SqlMetaCommands.safe(wrong));
            return Ending.FAILED;
        }
    }

    private Ending include(Path file, int depth) throws IOException, StoreBusyException, InterruptedException {
        if (depth > DEEPEST_FILE) {
            throw new IllegalArgumentException(
                    file + " is not read: files that name files go " + DEEPEST_FILE + " deep, and no deeper");
        }
        String text = SqlFile.text(file.toString(), () -> Files.readAllBytes(file));
        Ending ending = run(SqlScript.of(text).whole().pieces(), new Origin(file.toString(), depth, true));
        return ending == Ending.LEFT ? Ending.DONE : ending;
    }

    /** Ends the query that runs, if any does. */
    void cancel() {
        store.cancel();
    }

    /** Whether a query runs that {@link #cancel} would end. */
    boolean isRunning() {
        return store.isRunning();
    }

    List<View> views() throws StoreBusyException, InterruptedException {
        try {
            return store.queries().views();
        } finally {
            store.release();
        }
    }

    /** What the views show; null for the newest snapshot. */
    @Nullable
    SnapshotSelector at() {
        return settings.at();
    }

    /** Closes the file that answers go to, if they go to one. */
    @Override
    public void close() {
        try {
            output.close();
        } catch (IllegalArgumentException failed) {
            screen.say(SqlMetaCommands.safe(failed));
        }
    }
}
